import { css } from 'lit';

export const headerStyle = css`
  header {
    align-items: center;
    box-shadow: 0 1px 0 var(--line);
    display: flex;
    gap: 12px;
    height: 48px;
    padding: 0 12px 0 16px;
  }
  h1 {
    align-items: center;
    color: var(--strong);
    display: flex;
    font-size: 1rem;
    font-weight: 600;
    gap: 6px;
    margin: 0;
    min-width: 0;
  }
  h1 span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h1 svg {
    color: var(--muted);
    flex: none;
  }
  .topic {
    border-left: 1px solid var(--card-line);
    color: var(--muted);
    flex: 1;
    font-size: 0.875rem;
    margin: 0;
    min-width: 0;
    overflow: hidden;
    padding-left: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .topic:empty {
    border: 0;
  }
  .clock {
    align-items: center;
    background: var(--field);
    border-radius: 8px;
    display: flex;
    flex: none;
    overflow: hidden;
  }
  time {
    align-items: center;
    display: flex;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    gap: 6px;
    padding: 0 10px;
    white-space: pre;
  }
  time svg {
    color: var(--muted);
    height: 16px;
    width: 16px;
  }
  time[data-ahead],
  time[data-ahead] svg {
    color: var(--warning);
  }
  .jump {
    align-items: center;
    background: var(--brand);
    border: 0;
    color: #fff;
    cursor: pointer;
    display: flex;
    font: 500 0.8125rem var(--font);
    gap: 6px;
    min-height: 32px;
    padding: 0 12px;
  }
  .jump:hover:enabled {
    background: var(--brand-hover);
  }
  .jump:disabled {
    background: var(--secondary);
    color: var(--secondary-text);
    cursor: not-allowed;
    opacity: 0.7;
  }
  .jump svg {
    height: 16px;
    width: 16px;
  }
  .tool {
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--muted);
    cursor: pointer;
    flex: none;
    padding: 6px;
  }
  .tool:hover {
    color: var(--strong);
  }
  .tool svg {
    display: block;
  }
  button:focus-visible {
    outline: 2px solid var(--link);
    outline-offset: 1px;
  }
  .menu {
    display: none;
  }
  @media (max-width: 959px) {
    .topic {
      visibility: hidden;
    }
    .day {
      display: none;
    }
  }
  @media (max-width: 719px) {
    header {
      gap: 6px;
      padding: 0 8px;
    }
    .menu {
      display: block;
    }
    .topic {
      padding: 0;
    }
    .jump {
      padding: 0 10px;
    }
    .jump span {
      clip-path: inset(50%);
      height: 1px;
      overflow: hidden;
      position: absolute;
      width: 1px;
    }
  }
`;
