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
    box-shadow: 0 1px 0 var(--line);
    color: var(--strong);
    font-weight: 600;
    flex: none;
    margin: 0;
    overflow: hidden;
    line-height: 48px;
    padding: 0 16px;
    text-overflow: ellipsis;
    white-space: nowrap;
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
    .sides[data-open] {
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
    .sides {
      transition: none;
    }
  }
`;
