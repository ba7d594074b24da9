import { LitElement, css, html, type TemplateResult } from 'lit';
import { formatTimestamp } from './format-timestamp.ts';

const refreshMilliseconds = 20_000;

/** A `<t:…>` of a message; relative ones count on while they are looked at. */
export class ChatTime extends LitElement {
  static override properties = { seconds: {}, look: {}, clockOffset: {} };
  static override styles = css`
    time {
      background: color-mix(in srgb, var(--text) 8%, transparent);
      border-radius: 3px;
      padding: 0 2px;
    }
  `;

  declare seconds: number;
  declare look: string;
  declare clockOffset: number;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.seconds = 0;
    this.look = 'f';
    this.clockOffset = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), refreshMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render(): TemplateResult {
    const at = new Date(this.seconds * 1000);
    const now = new Date(Date.now() + this.clockOffset);
    const isValid = !Number.isNaN(at.getTime());
    return html`<time
      datetime=${isValid ? at.toISOString() : ''}
      title=${isValid ? formatTimestamp(at, 'F', now) : ''}
      >${formatTimestamp(at, this.look, now)}</time
    >`;
  }
}
