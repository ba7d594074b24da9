import { css } from 'lit';

export const messageStyle = css`
  article {
    overflow-x: clip;
    padding: 2px 0;
    position: relative;
  }
  article:focus {
    outline: 0;
  }
  article:hover,
  article:focus-within:not(:focus) {
    background: var(--row-hover);
  }
  article[data-ephemeral] {
    background: color-mix(in srgb, var(--brand) 7%, transparent);
    box-shadow: inset 2px 0 var(--brand);
  }
  .original {
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    font: inherit;
    max-width: 100%;
    overflow: hidden;
    padding: 0;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .original:hover {
    color: var(--text);
  }
  discord-mention {
    line-height: inherit;
  }
  /* The mark "(edited)" follows on the same line. */
  .said {
    display: inline;
  }
  .said.large {
    display: block;
    font-size: 3rem;
    line-height: 1.2;
  }
  .note {
    align-items: center;
    color: var(--muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.8125rem;
    gap: 4px;
    margin: 0;
  }
  .note svg {
    height: 16px;
    width: 16px;
  }
  .failure {
    color: var(--danger-text);
  }
  .plain {
    background: none;
    border: 0;
    color: var(--link);
    cursor: pointer;
    font: inherit;
    padding: 0;
  }
  .plain:hover,
  .plain:focus-visible {
    text-decoration: underline;
  }
  .components:has(> :nth-child(1)) {
    padding: 4px 0;
  }
  .components:not(:has(> *)) {
    display: none;
  }
  .thread {
    align-items: center;
    background: var(--card);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    cursor: pointer;
    display: flex;
    font: 0.875rem var(--font);
    gap: 8px;
    padding: 8px 12px;
  }
  .thread span {
    color: var(--link);
  }
  .reactions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .reaction {
    align-items: center;
    background: var(--card);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    cursor: pointer;
    display: flex;
    font: 0.875rem/1 var(--font);
    gap: 6px;
    min-height: 28px;
    padding: 2px 8px;
  }
  .reaction:disabled {
    cursor: default;
  }
  .reaction[aria-pressed='true'] {
    background: color-mix(in srgb, var(--brand) 20%, var(--card));
    border-color: var(--brand);
  }
  .tools {
    display: flex;
    background: var(--popup);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--muted);
    opacity: 0;
    position: absolute;
    right: 12px;
    top: -12px;
    z-index: 2;
  }
  article:hover .tools,
  article:focus-within:not(:focus) .tools,
  .tools:has([aria-expanded='true']) {
    opacity: 1;
  }
  .tools > button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 8px;
    color: inherit;
    cursor: pointer;
    display: flex;
    font: 500 0.75rem var(--font);
    gap: 4px;
    padding: 4px 8px;
  }
  .tools > button[data-bad] {
    color: var(--danger-text);
  }
  .tools svg {
    height: 16px;
    width: 16px;
  }
  .tools button:hover {
    color: var(--strong);
  }
  button:focus-visible {
    outline: 2px solid var(--link);
  }
  @media (hover: none) {
    .tools {
      opacity: 0.75;
      top: 0;
    }
    .tools span {
      display: none;
    }
  }
  @media (max-width: 719px) {
    chat-reply {
      margin-left: 52px;
    }
    .components:has(> .container) {
      margin-left: -52px;
      margin-top: 18px;
    }
  }
`;
