import { css } from 'lit';

export const chatAreaStyle = css`
  main {
    background: var(--chat);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    height: 100%;
    min-height: 0;
  }
  .notice {
    align-items: center;
    background: var(--brand-soft);
    color: var(--strong);
    display: flex;
    font-size: 0.875rem;
    gap: 8px;
    justify-content: space-between;
    margin: 0;
    padding: 8px 16px;
  }
  .notice.bad {
    background: var(--danger-soft);
  }
  .notice .close {
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    flex: none;
    padding: 2px;
  }
  .notice .close svg {
    display: block;
    height: 16px;
    width: 16px;
  }
  .closed {
    background: var(--field);
    border-radius: 8px;
    color: var(--muted);
    margin: 0 16px 20px;
    padding: 12px 16px;
  }
  .welcome {
    padding: 16px 16px 8px;
  }
  .badge {
    align-items: center;
    background: var(--chosen);
    border-radius: 50%;
    color: var(--strong);
    display: flex;
    height: 68px;
    justify-content: center;
    width: 68px;
  }
  .badge svg {
    height: 40px;
    width: 40px;
  }
  .welcome h2 {
    color: var(--strong);
    font-size: 2rem;
    line-height: 1.2;
    margin: 10px 0 6px;
    overflow-wrap: anywhere;
  }
  .welcome p {
    color: var(--muted);
    margin: 0 0 8px;
  }
  .hint {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .hint button {
    background: color-mix(in srgb, var(--brand) 24%, transparent);
    border: 0;
    border-radius: 6px;
    color: var(--brand-text);
    cursor: pointer;
    font: 500 0.9375rem var(--font);
    padding: 4px 8px;
  }
  .hint button:hover {
    background: var(--brand);
    color: #fff;
  }
  kbd {
    background: var(--code);
    border: 1px solid var(--card-line);
    border-radius: 4px;
    color: var(--strong);
    font: 600 0.875rem var(--mono);
    padding: 1px 6px;
  }
  button:focus-visible {
    outline: 2px solid var(--link);
  }
  .first-hint {
    align-items: center;
    background: var(--brand-soft);
    border-radius: 8px;
    color: var(--strong);
    display: flex;
    font-size: 0.9375rem;
    gap: 8px;
    justify-content: space-between;
    margin: 0 16px 8px;
    padding: 6px 8px 6px 14px;
  }
  .first-hint button {
    background: none;
    border: 0;
    border-radius: 4px;
    color: var(--brand-text);
    cursor: pointer;
    font: inherit;
    padding: 2px 0;
  }
  .first-hint .try {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .first-hint .close {
    color: var(--muted);
    flex: none;
    padding: 4px;
  }
  .first-hint svg {
    display: block;
    height: 16px;
    width: 16px;
  }
  @media (max-width: 719px) {
    .first-hint {
      margin: 0 8px 8px;
    }
  }
`;
