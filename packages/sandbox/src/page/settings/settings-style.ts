import { css } from 'lit';

export const settingsStyle = css`
  h3 {
    color: var(--strong);
    font-size: 1rem;
    margin: 0 0 6px;
  }
  .row {
    margin-top: 10px;
  }
  section + section {
    border-top: 1px solid var(--card-line);
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
