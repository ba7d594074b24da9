import { css } from 'lit';

export const settingsStyle = css`
  h3 {
    color: var(--strong);
    font-size: 1rem;
    margin: 0 0 6px;
  }
  .description {
    color: var(--muted);
    font-size: 0.8125rem;
    margin: 0;
  }
  .row {
    margin-top: 10px;
  }
  channel-permissions {
    border-top: 1px solid var(--card-line);
    display: block;
    padding-top: 16px;
  }
  .choices {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    margin-bottom: 8px;
  }
  .choices label {
    color: var(--muted);
    display: grid;
    font-size: 0.8125rem;
    gap: 4px;
  }
  fieldset {
    border: 1px solid var(--card-line);
    border-radius: 8px;
    margin: 12px 0 0;
    min-width: 0;
    padding: 4px 12px 12px;
  }
  fieldset > .button {
    margin-top: 8px;
  }
  legend {
    color: var(--strong);
    font-weight: 600;
    overflow-wrap: anywhere;
    padding: 0 4px;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    list-style: none;
    margin: 6px 0 0;
    padding: 0;
  }
  .target {
    background: none;
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    cursor: pointer;
    font: 0.875rem var(--font);
    padding: 5px 10px;
  }
  .target small {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .target[aria-pressed='true'] {
    background: var(--chosen);
    color: var(--strong);
  }
  .target:focus-visible {
    outline: 2px solid var(--link);
  }
  .permission {
    align-items: center;
    display: flex;
    gap: 12px;
    justify-content: space-between;
    padding: 4px 0;
  }
  select {
    background: var(--field);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    font: 0.875rem var(--font);
    min-width: 0;
    padding: 6px 8px;
  }
  .permission select {
    flex: none;
    width: 9.5rem;
  }
  select[data-setting='ALLOW'] {
    border-color: var(--success);
  }
  select[data-setting='DENY'] {
    border-color: var(--danger);
  }
  select:focus-visible {
    outline: 2px solid var(--link);
  }
`;
