import { LitElement, html, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import type { ClockState, SandboxChannel } from '../../people/protocol.ts';
import { icons } from '../look/icons.ts';
import type { Session } from '../session/create-session.ts';
import { channelIcon } from './channel-icon.ts';
import { headerStyle } from './header-style.ts';

const tickMilliseconds = 1000;
// Smaller leads are the time an answer takes, not a moved clock.
const visibleLeadMilliseconds = 60_000;

/** The channel's name and topic, the sandbox's clock, and the theme. */
export class ChannelHeader extends LitElement {
  static override properties = {
    session: {},
    channel: {},
    clock: {},
    clockOffset: {},
    isLight: {},
    isDrawerOpen: {},
    isJumping: { state: true },
  };
  static override styles = [baseStyle, headerStyle];

  declare session: Session;
  declare channel: SandboxChannel | null;
  declare clock: ClockState;
  declare clockOffset: number;
  declare isLight: boolean;
  declare isDrawerOpen: boolean;
  declare isJumping: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.isJumping = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), tickMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** Puts the focus on the button that opens the channels. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.menu')?.focus();
  }

  override render(): TemplateResult {
    const { channel } = this;
    return html`<header>
      <button
        type="button"
        class="tool menu"
        aria-label="Channels and people"
        aria-expanded=${this.isDrawerOpen}
        @click=${() => this.#tell('toggle-drawer')}
      >
        ${icons.menu}
      </button>
      <h1>${channel === null ? '' : channelIcon(channel.type)}<span>${channel?.name ?? ''}</span></h1>
      <p class="topic" title=${channel?.topic ?? ''}>${channel?.topic ?? ''}</p>
      ${this.#renderClock()}
      <button
        type="button"
        class="tool"
        aria-label=${this.isLight ? 'Use the dark theme' : 'Use the light theme'}
        title=${this.isLight ? 'Dark theme' : 'Light theme'}
        @click=${() => this.#tell('toggle-theme')}
      >
        ${this.isLight ? icons.moon : icons.sun}
      </button>
    </header>`;
  }

  #renderClock(): TemplateResult {
    const now = new Date(Date.now() + this.clockOffset);
    const { canJump } = this.clock;
    const isAhead = this.clock.offsetMilliseconds > visibleLeadMilliseconds;
    const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
    const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
    return html`<div class="clock">
      <time
        datetime=${now.toISOString()}
        ?data-ahead=${isAhead}
        title=${isAhead ? 'The sandbox’s clock, moved ahead of this machine’s' : 'The sandbox’s clock'}
        aria-label="Sandbox time"
        >${icons.clock}<span><span class="day">${day.format(now)}, </span>${time.format(now)}</span></time
      >
      <button
        type="button"
        class="jump"
        ?disabled=${!canJump || this.isJumping}
        title=${
          canJump
            ? 'Moves the sandbox’s clock to the minute the next digest is due'
            : 'Nobody here knows when the next digest is due: start everything together with “pnpm start”'
        }
        @click=${() => void this.#jump()}
      >
        ${icons.skip}<span>Jump to the next digest</span>
      </button>
    </div>`;
  }

  async #jump(): Promise<void> {
    this.isJumping = true;
    await this.session.jumpToNextDigest();
    this.isJumping = false;
  }

  #tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }
}
