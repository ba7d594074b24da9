import { css } from 'lit';

export const messageListStyle = css`
  :host {
    min-height: 0;
    position: relative;
  }
  .scroller {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .scroller:focus-visible {
    outline: 2px solid var(--link);
    outline-offset: -2px;
  }
  .content {
    margin-top: auto;
    padding-bottom: 20px;
  }
  discord-messages {
    border: 0;
    font-family: var(--font);
    line-height: 1.375;
  }
  chat-message[data-marked] {
    background: color-mix(in srgb, var(--brand) 7%, transparent);
    box-shadow: inset 3px 0 var(--brand);
    display: block;
  }
  chat-message.first {
    margin-top: 16px;
  }
  chat-message.continued {
    margin-top: 0;
  }
  .day {
    border-top: 1px solid var(--card-line);
    color: var(--faint);
    font-size: 0.75rem;
    font-weight: 600;
    height: 0;
    margin: 24px 16px 8px;
    padding: 0;
    text-align: center;
  }
  .day span {
    background: var(--chat);
    padding: 2px 6px;
    position: relative;
    top: -10px;
  }
  .typing {
    color: var(--muted);
    font-size: 0.8125rem;
    margin: 8px 16px 0 72px;
  }
  .earlier,
  .present {
    background: var(--popup);
    border: 1px solid var(--card-line);
    border-radius: 16px;
    color: var(--text);
    cursor: pointer;
    font: 500 0.8125rem var(--font);
    padding: 6px 14px;
  }
  .earlier {
    display: block;
    margin: 16px auto;
  }
  .present {
    bottom: 12px;
    box-shadow: var(--shadow);
    left: 50%;
    position: absolute;
    translate: -50%;
  }
  button:focus-visible {
    outline: 2px solid var(--link);
  }
`;
