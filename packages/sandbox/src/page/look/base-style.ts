import { css } from 'lit';

/** What every component's styles begin with: a page's own rules do not reach into a shadow root. */
export const baseStyle = css`
  :host,
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
`;
