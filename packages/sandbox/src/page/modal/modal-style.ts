import { css } from 'lit';

export const modalStyle = css`
  dialog {
    background: var(--chat);
    border: 1px solid var(--card-line);
    border-radius: 12px;
    box-shadow: var(--shadow);
    color: var(--text);
    font: 1rem/1.375 var(--font);
    max-height: calc(100dvh - 32px);
    max-width: 100vw;
    padding: 0;
    width: min(480px, 100vw - 24px);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 70%);
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: inherit;
  }
  header {
    align-items: center;
    display: flex;
    gap: 12px;
    padding: 20px 20px 8px;
  }
  header img {
    border-radius: 50%;
  }
  h2 {
    color: var(--strong);
    flex: 1;
    font-size: 1.25rem;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .close {
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--muted);
    cursor: pointer;
    padding: 4px;
  }
  .close svg {
    display: block;
  }
  .fields {
    display: grid;
    gap: 18px;
    grid-template-columns: minmax(0, 1fr);
    overflow-y: auto;
    padding: 12px 20px 20px;
  }
  .field {
    display: grid;
    gap: 6px;
    grid-template-columns: minmax(0, 1fr);
  }
  .field > label {
    color: var(--strong);
    font-weight: 500;
  }
  .star,
  .problem {
    color: var(--danger-text);
  }
  .description,
  .problem,
  .count {
    font-size: 0.8125rem;
    margin: 0;
  }
  .description,
  .count {
    color: var(--muted);
  }
  .count {
    text-align: right;
  }
  input[type='text'],
  textarea {
    background: var(--field);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    font: inherit;
    padding: 10px;
    resize: vertical;
    width: 100%;
  }
  [data-bad] input[type='text'],
  [data-bad] textarea {
    border-color: var(--danger);
  }
  input:focus-visible,
  textarea:focus-visible,
  .close:focus-visible {
    outline: 2px solid var(--link);
  }
  input[type='file'] {
    color: var(--text);
    font: inherit;
    max-width: 100%;
  }
  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--brand);
    height: 18px;
    margin: 0;
    width: 18px;
  }
  .box {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 10px;
    padding: 6px 0;
  }
  .box small {
    color: var(--muted);
    display: block;
  }
  chat-select {
    max-width: none;
  }
  footer {
    background: var(--side);
    border-top: 1px solid var(--line);
    display: flex;
    gap: 8px;
    justify-content: flex-end;
    padding: 14px 20px;
  }
`;
