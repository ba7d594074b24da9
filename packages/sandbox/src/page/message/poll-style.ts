import { css } from 'lit';

export const pollStyle = css`
  :host {
    background: var(--card);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    max-width: 472px;
    padding: 14px 16px;
    width: 100%;
  }
  fieldset {
    border: 0;
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    min-width: 0;
    padding: 0;
  }
  legend {
    color: var(--strong);
    font-weight: 600;
    margin-bottom: 8px;
    overflow-wrap: anywhere;
    padding: 0;
  }
  p {
    color: var(--muted);
    font-size: 0.8125rem;
    margin: 0;
  }
  .answer {
    align-items: center;
    background: var(--field);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    display: flex;
    gap: 10px;
    justify-content: space-between;
    min-height: 46px;
    padding: 8px 12px;
  }
  label.answer {
    cursor: pointer;
  }
  .answer:has(:focus-visible) {
    outline: 2px solid var(--link);
  }
  .answer:has(:checked),
  .answer[data-mine] {
    border-color: var(--brand);
  }
  .result {
    background: linear-gradient(
      to right,
      color-mix(in srgb, var(--brand) 26%, var(--field)) var(--share),
      var(--field) var(--share)
    );
  }
  .words {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .emoji {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
  }
  .count {
    flex: none;
    font-size: 0.8125rem;
  }
  input {
    accent-color: var(--brand);
    flex: none;
    height: 18px;
    margin: 0;
    width: 18px;
  }
  footer {
    align-items: center;
    color: var(--muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.8125rem;
    gap: 8px;
    margin-top: 12px;
  }
  footer span {
    flex: 1;
  }
  button {
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--text);
    cursor: pointer;
    font: 500 0.8125rem var(--font);
    min-height: 32px;
    padding: 4px 10px;
  }
  button:hover {
    background: var(--hover);
  }
  button:focus-visible {
    outline: 2px solid var(--link);
  }
  .vote {
    background: var(--brand);
    color: #fff;
  }
  .vote:hover {
    background: var(--brand-hover);
  }
  .vote:disabled {
    background: var(--secondary);
    color: var(--secondary-text);
    cursor: not-allowed;
    opacity: 0.6;
  }
`;
