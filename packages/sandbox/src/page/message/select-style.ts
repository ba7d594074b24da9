import { css } from 'lit';

export const selectStyle = css`
  :host {
    display: block;
    max-width: 420px;
    width: 100%;
  }
  button {
    align-items: center;
    background: var(--field);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    cursor: pointer;
    display: flex;
    font: 0.9375rem/1.3 var(--font);
    gap: 8px;
    justify-content: space-between;
    min-height: 42px;
    padding: 8px 10px 8px 12px;
    text-align: left;
    width: 100%;
  }
  button:disabled,
  button[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.6;
  }
  button:focus-visible {
    outline: 2px solid var(--link);
  }
  button svg {
    flex: none;
  }
  .value {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .placeholder {
    color: var(--muted);
  }
  .busy::before {
    animation: wait 1s linear infinite;
    border: 2px solid var(--muted);
    border-radius: 50%;
    border-top-color: transparent;
    content: '';
    display: block;
    height: 14px;
    width: 14px;
  }
  @keyframes wait {
    to {
      transform: rotate(1turn);
    }
  }
  [role='listbox'] {
    background: var(--popup);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    box-shadow: var(--shadow);
    color: var(--text);
    font: 0.9375rem/1.3 var(--font);
    inset: auto;
    margin: 0;
    overflow-y: auto;
    padding: 4px;
    position: fixed;
  }
  [role='option'] {
    align-items: center;
    border-radius: 6px;
    cursor: pointer;
    display: flex;
    gap: 8px;
    padding: 8px;
  }
  [role='option'] svg {
    color: var(--brand);
    flex: none;
    margin-left: auto;
  }
  [data-active] {
    background: var(--chosen);
  }
  .words {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  small {
    color: var(--muted);
    display: block;
  }
  .none {
    color: var(--muted);
    margin: 8px;
  }
`;
