import { css } from 'lit';

export const composerStyle = css`
  :host {
    display: block;
    padding: 0 16px 20px;
    position: relative;
  }
  .box {
    background: var(--field);
    border-radius: 8px;
    display: flex;
    position: relative;
  }
  .box:focus-within {
    box-shadow: 0 0 0 1px var(--brand);
  }
  textarea,
  input {
    background: none;
    border: 0;
    color: var(--text);
    font: 1rem/1.375 var(--font);
    min-width: 0;
    outline: 0;
  }
  textarea {
    field-sizing: content;
    flex: 1;
    max-height: 40vh;
    overflow-y: auto;
    padding: 11px 4px 11px 16px;
    resize: none;
  }
  ::placeholder {
    color: var(--faint);
    opacity: 1;
  }
  .left {
    align-self: flex-end;
    color: var(--muted);
    font-size: 0.8125rem;
    padding: 13px 0 13px 8px;
  }
  .left[data-bad] {
    color: var(--danger-text);
    font-weight: 600;
  }
  .send {
    align-self: flex-end;
    background: none;
    border: 0;
    border-radius: 8px;
    color: var(--muted);
    cursor: pointer;
    padding: 11px 14px 10px;
  }
  .send:enabled {
    color: var(--brand);
  }
  :host-context([data-theme='dark']) .send:enabled {
    color: var(--brand-text);
  }
  .send:disabled {
    cursor: default;
    opacity: 0.5;
  }
  .send:focus-visible {
    outline: 2px solid var(--link);
  }
  .send svg {
    display: block;
  }
  .draft {
    align-items: center;
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 6px;
    min-width: 0;
    padding: 7px 4px 7px 14px;
  }
  .command {
    color: var(--strong);
    font-weight: 600;
  }
  .chip {
    align-items: stretch;
    background: var(--code);
    border: 1px solid var(--card-line);
    border-radius: 6px;
    display: inline-flex;
    max-width: 100%;
    overflow: hidden;
  }
  .chip:focus-within {
    border-color: var(--brand);
  }
  .chip[data-bad] {
    border-color: var(--danger);
  }
  .chip span {
    background: var(--chosen);
    color: var(--strong);
    font-size: 0.875rem;
    font-weight: 500;
    padding: 3px 8px;
  }
  .chip input {
    flex: 1;
    padding: 2px 6px;
  }
  .chip.file {
    cursor: pointer;
    position: relative;
  }
  .chip .name {
    background: none;
    color: var(--text);
    font-weight: 400;
  }
  input[type='file'] {
    cursor: pointer;
    inset: 0;
    opacity: 0;
    position: absolute;
    width: 100%;
  }
  .attach {
    align-self: flex-end;
    border-radius: 8px;
    color: var(--muted);
    cursor: pointer;
    margin-left: 4px;
    padding: 11px 6px 10px 10px;
    position: relative;
  }
  .attach:hover {
    color: var(--strong);
  }
  .attach:has(:focus-visible) {
    outline: 2px solid var(--link);
  }
  .attach svg,
  .remove svg {
    display: block;
  }
  .attach + textarea {
    padding-left: 4px;
  }
  .extra,
  .files li {
    align-items: center;
    color: var(--muted);
    display: flex;
    font-size: 0.875rem;
    gap: 8px;
    justify-content: space-between;
    margin: 0;
    padding: 4px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    list-style: none;
    margin: 0 0 6px;
    padding: 0;
  }
  .files li {
    background: var(--card);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    color: var(--text);
    max-width: 100%;
    overflow-wrap: anywhere;
    padding: 4px 8px;
  }
  .remove {
    background: none;
    border: 0;
    border-radius: 4px;
    color: var(--muted);
    cursor: pointer;
    flex: none;
    padding: 2px;
  }
  .remove svg {
    height: 16px;
    width: 16px;
  }
  .remove:focus-visible {
    outline: 2px solid var(--link);
  }
  .tail {
    flex: 1;
    min-width: 90px;
    padding: 3px;
  }
  .popup {
    background: var(--popup);
    border: 1px solid var(--card-line);
    border-radius: 8px;
    bottom: calc(100% + 8px);
    box-shadow: var(--shadow);
    display: flex;
    flex-direction: column;
    left: 0;
    max-height: min(46vh, 420px);
    overflow: hidden;
    position: absolute;
    right: 0;
    z-index: 5;
  }
  .popup-title {
    border-bottom: 1px solid var(--card-line);
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 600;
    margin: 0;
    padding: 8px 14px;
  }
  .popup-title:has(+ [role='listbox']:not(:has([role='option']))) {
    border-bottom: 0;
  }
  [role='listbox']:not(:has([role='option'])) {
    display: none;
  }
  .remark {
    color: var(--muted);
    font-size: 0.875rem;
    margin: 0;
    padding: 10px 14px;
  }
  [role='listbox'] {
    overflow-y: auto;
    padding: 4px;
  }
  [role='listbox']:empty {
    display: none;
  }
  [role='option'] {
    align-items: center;
    border-radius: 6px;
    cursor: pointer;
    display: flex;
    gap: 12px;
    padding: 7px 10px;
  }
  [role='option'][aria-selected='true'] {
    background: var(--chosen);
  }
  [role='option'] img {
    border-radius: 50%;
  }
  .words {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .label {
    color: var(--strong);
    font-weight: 500;
  }
  .param {
    background: var(--code);
    border-radius: 4px;
    color: var(--muted);
    font-size: 0.75rem;
    margin-left: 6px;
    padding: 1px 6px;
  }
  small {
    color: var(--muted);
    display: block;
    font-size: 0.8125rem;
  }
  .problem {
    color: var(--danger-text);
    font-size: 0.875rem;
    margin: 0;
    padding: 0 4px 6px;
  }
  @media (max-width: 719px) {
    :host {
      padding: 0 8px 10px;
    }
  }
`;
