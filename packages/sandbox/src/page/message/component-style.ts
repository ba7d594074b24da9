import { css } from 'lit';

/** Buttons, rows and cards of a message; the modal shares them. */
export const componentStyle = css`
  .components {
    display: grid;
    font-size: 1rem;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    max-width: 600px;
    padding: 4px 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    width: 100%;
  }
  .button {
    align-items: center;
    background: var(--secondary);
    border: 0;
    border-radius: 8px;
    color: #fff;
    cursor: pointer;
    display: inline-flex;
    font: 500 0.875rem/1.2 var(--font);
    gap: 6px;
    justify-content: center;
    max-width: 100%;
    min-height: 34px;
    min-width: 60px;
    overflow-wrap: anywhere;
    padding: 4px 14px;
    text-decoration: none;
  }
  .button svg {
    height: 16px;
    width: 16px;
  }
  .button:focus-visible {
    outline: 2px solid var(--link);
    outline-offset: 2px;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.55;
  }
  .button.primary {
    background: var(--brand);
  }
  .button.primary:hover:enabled {
    background: var(--brand-hover);
  }
  .button.secondary {
    background: var(--secondary);
    color: var(--secondary-text);
  }
  .button.secondary:hover:not(:disabled, [aria-disabled='true']) {
    background: var(--secondary-hover);
  }
  .button.success {
    background: var(--success);
  }
  .button.success:hover:enabled {
    background: var(--success-hover);
  }
  .button.danger {
    background: var(--danger);
  }
  .button.danger:hover:enabled {
    background: var(--danger-hover);
  }
  .emoji {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
  }
  .dots::before {
    animation: dots 1.2s steps(1) infinite;
    content: '•';
    letter-spacing: 2px;
  }
  @keyframes dots {
    33% {
      content: '••';
    }
    66% {
      content: '•••';
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots::before {
      animation: none;
      content: '•••';
    }
  }
`;
