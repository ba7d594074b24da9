import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SandboxMessage } from '../../people/protocol.ts';
import type { ContextCommand } from '../commands/list-context-commands.ts';
import type { Pickable } from '../commands/suggest-values.ts';
import type { Names } from '../markdown/names.ts';
import type { Session } from '../session/create-session.ts';
import type { PendingInteraction } from '../session/session-state.ts';
import { countDrawn, drawnAtOnce } from './count-drawn.ts';
import { groupMessages, type MessageGroupEntry } from './group-messages.ts';
import { PlaceKeeper } from './keep-place.ts';
import { messageListStyle } from './message-list-style.ts';

// Within this distance of the beginning older messages are shown.
const nearBeginningPixels = 300;
// So far back is looked for a message that a reply points at.
const furthestPages = 10;
// Within this distance of the end the list follows new messages.
const nearEndPixels = 60;

/** The messages of a channel. It stays where the reader scrolled to, and follows only at the end. */
export class MessageList extends LitElement {
  static override properties = {
    session: {},
    channelId: {},
    messages: {},
    hasEarlier: {},
    pending: {},
    names: {},
    pickable: {},
    contextCommands: {},
    memberId: {},
    botName: {},
    typing: {},
    isLight: {},
    drawn: { state: true },
    markedId: { state: true },
    isFollowing: { state: true },
  };
  static override styles = [baseStyle, messageListStyle];

  declare session: Session;
  declare channelId: string;
  declare messages: readonly SandboxMessage[];
  /** The sandbox has older messages than these. */
  declare hasEarlier: boolean;
  declare pending: readonly PendingInteraction[];
  declare names: Names;
  declare pickable: Pickable;
  declare contextCommands: readonly ContextCommand[];
  declare memberId: string;
  declare botName: string;
  declare typing: boolean;
  declare isLight: boolean;
  declare drawn: number;
  declare isFollowing: boolean;
  /** The message that the reader was led to. */
  declare markedId: string | null;
  #observer: ResizeObserver | undefined;
  #scrolled = { top: 0, height: 0 };
  /** Where the list came to lie when it last went to its end by itself. */
  #endTop = 0;
  #isOnEarlier = false;
  readonly #keeper = new PlaceKeeper();

  constructor() {
    super();
    this.messages = [];
    this.hasEarlier = false;
    this.pending = [];
    this.drawn = drawnAtOnce;
    this.isFollowing = true;
    this.markedId = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('channelId') || changed.has('memberId')) this.#beginAtEnd();
    else if (changed.has('messages')) this.#drawGrown(changed.get('messages') ?? []);
    // What is drawn anew may end as high as it was, and be lower meanwhile: the next move is not the reader's.
    if (changed.has('messages')) this.#scrolled.height = Number.NaN;
    this.#isOnEarlier = this.shadowRoot?.activeElement?.classList.contains('earlier') === true;
    const isOwnAct = changed.has('pending') && this.pending.some(({ state }) => state === 'SENDING');
    const newest = this.messages.at(-1);
    const isOwnWord = changed.has('messages') && newest?.author.id === this.memberId;
    if (isOwnAct || isOwnWord) this.#follow();
  }

  override firstUpdated(): void {
    // Messages draw themselves later than the list, and pictures later still: follow the height, not the count.
    const content = this.renderRoot.querySelector('.content');
    this.#observer = new ResizeObserver(() => this.#settle());
    if (content !== null) this.#observer.observe(content);
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  override updated(): void {
    this.#stay();
    // The button goes with the last older message; who was on it goes on in the list.
    if (!this.#isOnEarlier || this.renderRoot.querySelector('.earlier') !== null) return;
    this.renderRoot.querySelector<HTMLElement>('.scroller')?.focus();
  }

  override render(): TemplateResult {
    const shown = this.messages.slice(-this.drawn);
    const isBeginning = shown.length === this.messages.length && !this.hasEarlier;
    const loose = this.pending.filter(({ messageId }) => messageId === null);
    return html`<div
        class="scroller"
        tabindex="0"
        role="log"
        aria-label="Messages"
        @show-message=${(event: CustomEvent<string>) => void this.#showMessage(event.detail)}
        @scroll=${(event: Event) => this.#noticeScroll(event)}
        @leave-message=${() => this.renderRoot.querySelector<HTMLElement>('.scroller')?.focus()}
      >
        <div class="content">
          ${
            isBeginning
              ? html`<slot name="start"></slot>`
              : html`<button type="button" class="earlier" @click=${() => void this.#showEarlier()}>
                  Show earlier messages
                </button>`
          }
          ${keyed(
            // The package's names learn the theme once, when they are drawn.
            this.isLight,
            html`<discord-messages no-background ?light-theme=${this.isLight}>
              ${repeat(
                groupMessages(shown),
                ({ message }) => message.id,
                (entry) => this.#renderEntry(entry),
              )}
              ${repeat(
                loose,
                ({ key }) => key,
                (pending) => this.#renderPending(pending),
              )}
            </discord-messages>`,
          )}
          ${
            this.typing
              ? html`<p class="typing" role="status"><strong>${this.botName}</strong> is typing…</p>`
              : nothing
          }
        </div>
      </div>
      ${
        this.isFollowing
          ? nothing
          : html`<button type="button" class="present" @click=${() => this.#beginAtEnd()}>
              Jump to present ↓
            </button>`
      }`;
  }

  #renderEntry({ message, isContinued, day }: MessageGroupEntry): TemplateResult {
    return html`${day === null ? nothing : html`<div class="day" role="separator"><span>${day}</span></div>`}
      <chat-message
        data-id=${message.id}
        ?data-marked=${message.id === this.markedId}
        class=${isContinued ? 'continued' : 'first'}
        .session=${this.session}
        .message=${message}
        .names=${this.names}
        .pickable=${this.pickable}
        .contextCommands=${this.contextCommands}
        .pending=${this.pending.filter(({ messageId }) => messageId === message.id)}
        .isContinued=${isContinued}
      ></chat-message>`;
  }

  #renderPending(pending: PendingInteraction): TemplateResult {
    return html`<pending-note
      .pending=${pending}
      .botName=${this.botName}
      @forget=${() => this.session.forget(pending.key)}
    ></pending-note>`;
  }

  #beginAtEnd(): void {
    this.drawn = drawnAtOnce;
    this.#follow();
    this.markedId = null;
    this.#keeper.forget();
  }

  #follow(): void {
    this.isFollowing = true;
    this.#endTop = 0;
  }

  #drawGrown(before: readonly SandboxMessage[]): void {
    const { messages: now, drawn, isFollowing } = this;
    this.drawn = countDrawn({ before, now, drawn, isFollowing });
    const oldest = before.at(-drawn) ?? before[0];
    if (!isFollowing && this.drawn !== drawn) this.#keeper.keep(this.#find(oldest?.id ?? ''));
  }

  /** Draws what is there already, and asks for more where that is not enough. */
  async #showEarlier(): Promise<void> {
    const hidden = this.messages.length - this.drawn;
    if (hidden <= 0) return this.session.loadEarlier();
    this.#keeper.keep(this.renderRoot.querySelector('chat-message'));
    this.drawn += Math.min(hidden, drawnAtOnce);
  }

  /** Leads to a message, for which older ones may have to come. */
  async #showMessage(messageId: string): Promise<void> {
    for (let page = 0; page < furthestPages && this.#find(messageId) === null; page += 1) {
      await this.#showEarlier();
      // What has come reaches this list through the elements around it, in microtasks.
      await new Promise((resolve) => setTimeout(resolve));
    }
    const element = this.#find(messageId);
    if (element === null) {
      this.session.notify({ text: 'That message lies further up, or was deleted.', isError: false });
      return;
    }
    this.isFollowing = false;
    this.#keeper.forget();
    this.markedId = messageId;
    await this.updateComplete;
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  }

  #find(messageId: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-id="${messageId}"]`);
  }

  #stay(): void {
    const scroller = this.renderRoot.querySelector('.scroller');
    if (scroller === null) return;
    if (this.isFollowing && this.#isMovedUp(scroller)) this.isFollowing = false;
    if (!this.isFollowing) return this.#keeper.restore(scroller);
    scroller.scrollTop = scroller.scrollHeight;
    this.#endTop = scroller.scrollTop;
  }

  /**
   * What comes or grows moves the end away from the place, and what goes moves both: only a reader moves the place up
   * and away from the end. That may be seen here before the event that tells of it, and must not be undone then.
   */
  #isMovedUp(scroller: Element): boolean {
    return scroller.scrollTop < this.#endTop - nearEndPixels && !isNearEnd(scroller);
  }

  /** After something was drawn or grew: a window that is not full shows older messages. */
  #settle(): void {
    this.#stay();
    const scroller = this.renderRoot.querySelector('.scroller');
    if (scroller === null || this.renderRoot.querySelector('.earlier') === null) return;
    // Messages that have only just come have no height yet: they say nothing about the window.
    const isDrawn = [...this.renderRoot.querySelectorAll('chat-message')].every(hasHeight);
    if (isDrawn && this.messages.length > 0 && scroller.scrollHeight <= scroller.clientHeight)
      void this.#showEarlier();
  }

  #noticeScroll(event: Event): void {
    const { currentTarget } = event;
    if (!(currentTarget instanceof HTMLElement)) return;
    const { scrollTop, scrollHeight } = currentTarget;
    if (this.isFollowing) this.isFollowing = !this.#isMovedUp(currentTarget);
    else if (isNearEnd(currentTarget)) this.#follow();
    const isMoved = scrollTop !== this.#scrolled.top && scrollHeight === this.#scrolled.height;
    if (isMoved) this.#keeper.forget();
    this.#scrolled = { top: scrollTop, height: scrollHeight };
    const isNearBeginning = scrollTop < nearBeginningPixels && !this.isFollowing;
    if (isNearBeginning && this.renderRoot.querySelector('.earlier') !== null) void this.#showEarlier();
  }
}

function isNearEnd({ scrollTop, scrollHeight, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < nearEndPixels;
}

function hasHeight(element: Element): boolean {
  return element.getBoundingClientRect().height > 0;
}
