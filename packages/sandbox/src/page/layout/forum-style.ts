import { css } from 'lit';

export const forumStyle = css`
  :host {
    min-height: 0;
  }
  .scroller {
    height: 100%;
    overflow-y: auto;
    padding: 16px;
  }
  header {
    align-items: center;
    display: flex;
    gap: 12px;
    justify-content: space-between;
    margin: 0 auto 12px;
    max-width: 760px;
  }
  h2 {
    color: var(--strong);
    font-size: 1.25rem;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .new {
    background: var(--brand);
    border: 0;
    border-radius: 8px;
    color: #fff;
    cursor: pointer;
    flex: none;
    font: 500 0.875rem var(--font);
    justify-self: start;
    padding: 8px 14px;
  }
  .new:disabled {
    background: var(--chosen);
    color: var(--muted);
    cursor: default;
  }
  .new:enabled:hover {
    background: var(--brand-hover);
  }
  ul {
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
    margin: 0 auto;
    max-width: 760px;
    padding: 0;
  }
  .post,
  form {
    background: var(--card);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    display: grid;
    font: 0.9375rem/1.375 var(--font);
    gap: 6px;
    grid-template-columns: minmax(0, 1fr);
    padding: 14px 16px;
    text-align: left;
    width: 100%;
  }
  .post {
    cursor: pointer;
  }
  .post:hover {
    background: var(--hover);
  }
  strong {
    color: var(--strong);
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  small,
  .none,
  legend {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .none {
    text-align: center;
  }
  .tags,
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
  }
  .tag {
    background: var(--chosen);
    border-radius: 8px;
    color: var(--strong);
    font-size: 0.75rem;
    padding: 2px 8px;
  }
  form {
    gap: 12px;
    margin: 0 auto 16px;
    max-width: 760px;
  }
  form > label {
    color: var(--strong);
    display: grid;
    font-weight: 500;
    gap: 4px;
  }
  .box {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 4px;
  }
  input:not([type]),
  textarea {
    background: var(--field);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    font: inherit;
    font-weight: 400;
    padding: 10px;
    resize: vertical;
    width: 100%;
  }
  :focus-visible {
    outline: 2px solid var(--link);
  }
`;
