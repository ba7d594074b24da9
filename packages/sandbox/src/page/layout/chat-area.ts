import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { ContextCommand } from '../commands/list-context-commands.ts';
import type { CommandEntry } from '../commands/list-entries.ts';
import type { Pickable } from '../commands/suggest-values.ts';
import { ChatComposer } from '../composer/chat-composer.ts';
import { createDrafts } from '../composer/drafts.ts';
import type { SandboxMessage } from '../../people/protocol.ts';
import { baseStyle } from '../look/base-style.ts';
import { markdownStyle } from '../markdown/markdown-style.ts';
import type { Names } from '../markdown/names.ts';
import type { Session } from '../session/create-session.ts';
import {
  currentChannel,
  currentMember,
  visibleChannels,
  type SessionState,
} from '../session/session-state.ts';
import { isForum, isThread } from './channel-icon.ts';
import { chatAreaStyle } from './chat-area-style.ts';
import { isHintRead, keepHintRead, renderHint } from './render-hint.ts';
import { renderNotices } from './render-notices.ts';
import { renderWelcome } from './render-welcome.ts';

/** One channel: its header, what is to be known, its messages and the composer. */
export class ChatArea extends LitElement {
  static override properties = {
    session: {},
    state: {},
    entries: {},
    names: {},
    pickable: {},
    contextCommands: {},
    isLight: {},
    isDrawerOpen: {},
    replies: { state: true },
  };
  static override styles = [baseStyle, markdownStyle, chatAreaStyle];

  declare session: Session;
  declare state: SessionState;
  declare entries: readonly CommandEntry[];
  declare names: Names;
  declare pickable: Pickable;
  declare contextCommands: readonly ContextCommand[];
  declare isLight: boolean;
  declare isDrawerOpen: boolean;
  /** The message that is replied to, by who writes where. */
  declare replies: ReadonlyMap<string, SandboxMessage | null>;
  readonly #drafts = createDrafts();

  constructor() {
    super();
    this.replies = new Map();
  }

  startCommand(name: string): void {
    this.#composer()?.startCommand(name);
  }

  focusComposer(): void {
    this.#composer()?.focus();
  }

  focusMenu(): void {
    this.renderRoot.querySelector<HTMLElement>('channel-header')?.focus();
  }

  override willUpdate(): void {
    // Whoever has used a command needs no hint.
    if (this.state.pending.some(({ command }) => command !== null)) keepHintRead(this.session.storage);
  }

  override render(): TemplateResult | typeof nothing {
    const { world, clockOffset } = this.state;
    if (world === null) return nothing;
    return html`<main
      @reply=${(event: CustomEvent<SandboxMessage>) => this.#replyTo(event.detail)}
      @end-reply=${() => this.#replyTo(null)}
    >
      <channel-header
        .session=${this.session}
        .channel=${currentChannel(this.state)}
        .clock=${world.clock}
        .clockOffset=${clockOffset}
        .isLight=${this.isLight}
        .isDrawerOpen=${this.isDrawerOpen}
      ></channel-header>
      <div>
        ${renderNotices(this.state, world.bot, this.names, () => this.session.notify(null))}<warning-banner
          .session=${this.session}
          .world=${world}
        ></warning-banner>
      </div>
      ${this.#renderChannel(world.bot.name)}
    </main>`;
  }

  #renderChannel(botName: string): TemplateResult {
    const channel = currentChannel(this.state);
    if (channel === null || !isForum(channel.type) || this.names.channel(channel.id) === null) {
      return html`${this.#renderMessages(botName)} ${this.#renderComposer()}`;
    }
    return html`<forum-posts
      .session=${this.session}
      .forum=${channel}
      .canPost=${channel.writableTo.includes(this.state.place?.memberId ?? '')}
      .posts=${visibleChannels(this.state).filter(({ parentId }) => parentId === channel.id)}
    ></forum-posts>`;
  }

  #renderMessages(botName: string): TemplateResult {
    const { state } = this;
    const channelId = state.place?.channelId ?? '';
    return html`<message-list
      .session=${this.session}
      .channelId=${channelId}
      .messages=${state.messages.get(channelId) ?? []}
      .pending=${state.pending.filter((each) => each.channelId === channelId)}
      .names=${this.names}
      .pickable=${this.pickable}
      .contextCommands=${this.contextCommands}
      .memberId=${state.place?.memberId ?? ''}
      .botName=${botName}
      .hasEarlier=${state.hasEarlier.get(channelId) ?? false}
      .typing=${(state.typingUntil.get(channelId) ?? 0) > Date.now()}
      .isLight=${this.isLight}
    >
      <div slot="start">${renderWelcome(currentChannel(state), this.entries, this.names)}</div>
    </message-list>`;
  }

  #renderComposer(): TemplateResult {
    const { state, session } = this;
    const channel = currentChannel(state);
    if (channel === null || this.names.channel(channel.id) === null) {
      return html`<p class="closed">
        ${currentMember(state)?.name ?? 'This member'} may not see this channel.
      </p>`;
    }
    const hasMessages = (state.messages.get(channel.id) ?? []).length > 0;
    const closeHint = (): void => {
      keepHintRead(session.storage);
      this.requestUpdate();
    };
    return html`<div>
      ${hasMessages && !isHintRead(session.storage) ? renderHint(this.entries, this.names, closeHint) : nothing}
      <chat-composer
        .session=${session}
        .entries=${this.entries}
        .pickable=${this.pickable}
        .place=${this.#place()}
        .drafts=${this.#drafts}
        .canWrite=${channel.writableTo.includes(state.place?.memberId ?? '')}
        .placeName=${isThread(channel.type) ? `“${channel.name}”` : `#${channel.name}`}
        .replyTo=${this.replies.get(this.#place()) ?? null}
      ></chat-composer>
    </div>`;
  }

  /** Who writes where. */
  #place(): string {
    const { channelId = '', memberId = '' } = this.state.place ?? {};
    return `${memberId}/${channelId}`;
  }

  #replyTo(message: SandboxMessage | null): void {
    this.replies = new Map(this.replies).set(this.#place(), message);
  }

  #composer(): ChatComposer | null {
    const element = this.renderRoot.querySelector('chat-composer');
    return element instanceof ChatComposer ? element : null;
  }
}
