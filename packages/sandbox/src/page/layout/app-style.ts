import { css } from 'lit';

export const appStyle = css`
  :host {
    display: grid;
    font: 1rem/1.375 var(--font);
    grid-template-columns: auto minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    height: 100dvh;
  }
  .loading {
    color: var(--muted);
    grid-column: 1 / -1;
    margin: auto;
  }
  .sides {
    display: flex;
    min-height: 0;
  }
  .side {
    background: var(--side);
    display: flex;
    flex-direction: column;
    min-height: 0;
    width: 240px;
  }
  .guild {
    align-items: center;
    box-shadow: 0 1px 0 var(--line);
    color: var(--strong);
    display: flex;
    flex: none;
    font-weight: 600;
    line-height: 48px;
    margin: 0;
    padding: 0 8px 0 16px;
  }
  .guild span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .gear {
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--muted);
    cursor: pointer;
    padding: 6px;
  }
  .gear:hover {
    color: var(--strong);
  }
  .gear:focus-visible {
    outline: 2px solid var(--link);
  }
  .gear svg {
    display: block;
  }
  channel-list {
    flex: 1;
    overflow-y: auto;
  }
  chat-area {
    min-height: 0;
  }
  .scrim {
    display: none;
  }
  @media (max-width: 719px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    .sides {
      bottom: 0;
      left: 0;
      position: fixed;
      top: 0;
      translate: -100%;
      transition:
        translate 0.2s,
        visibility 0.2s;
      visibility: hidden;
      z-index: 20;
    }
    /* Seen at once when it opens: what is hidden cannot take the focus. */
    .sides[data-open] {
      transition: translate 0.2s;
      translate: 0;
      visibility: visible;
    }
    .sides[data-open] + .scrim {
      background: rgb(0 0 0 / 60%);
      display: block;
      inset: 0;
      position: fixed;
      z-index: 10;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .sides,
    .sides[data-open] {
      transition: none;
    }
  }
`;
