import { MessageFlags, type APIPoll, type ComponentType } from 'discord-api-types/payloads/v10';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import type { SandboxMessage } from '../../people/protocol.ts';
import type { ContextCommand } from '../commands/list-context-commands.ts';
import type { Pickable } from '../commands/suggest-values.ts';
import { botAvatar, letterAvatar } from '../look/avatars.ts';
import { ChatMenu, type MenuGroup } from '../look/chat-menu.ts';
import { icons } from '../look/icons.ts';
import { formatMessageTime } from '../markdown/format-timestamp.ts';
import { isOnlyEmoji } from '../markdown/is-only-emoji.ts';
import { markdownStyle } from '../markdown/markdown-style.ts';
import type { Names } from '../markdown/names.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { PendingInteraction } from '../session/session-state.ts';
import type { Session } from '../session/create-session.ts';
import { cardStyle } from './card-style.ts';
import { componentStyle } from './component-style.ts';
import type { MessageContext } from './message-context.ts';
import { messageStyle } from './message-style.ts';
import { renderComponents } from './render-components.ts';
import { renderEmbed } from './render-embed.ts';
import { renderAttachments } from './render-media.ts';
import { messageMenu } from './message-menu.ts';
import { renderOrigin } from './render-origin.ts';
import { renderReactions } from './render-reactions.ts';
import { renderThread } from './render-thread.ts';
import { systemText } from './system-text.ts';

/** One message, in the component package's frame: who, when, what, and what the validator says about it. */
export class ChatMessage extends LitElement {
  static override properties = {
    session: {},
    message: {},
    names: {},
    pickable: {},
    contextCommands: {},
    pending: {},
    isContinued: {},
    isInspected: { state: true },
  };
  static override styles = [baseStyle, markdownStyle, componentStyle, cardStyle, messageStyle];

  declare session: Session;
  declare message: SandboxMessage;
  declare names: Names;
  declare pickable: Pickable;
  declare contextCommands: readonly ContextCommand[];
  declare pending: readonly PendingInteraction[];
  declare isContinued: boolean;
  declare isInspected: boolean;

  constructor() {
    super();
    this.contextCommands = [];
    this.pending = [];
    this.isContinued = false;
    this.isInspected = false;
  }

  /** Inside of the frame: a host that takes the focus itself but not by Tab keeps Tab from everything in it. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('article')?.focus(options);
  }

  override render(): TemplateResult {
    const { message, isContinued } = this;
    const { author } = message;
    const name = author.global_name ?? author.username;
    const isEphemeral = message.ephemeral_for !== null;
    return html`<article
      tabindex="-1"
      ?data-ephemeral=${isEphemeral}
      aria-label="Message by ${name}"
      @contextmenu=${(event: MouseEvent) => this.#openMenu(event)}
    >
      <chat-frame
        author=${name}
        avatar=${author.bot === true ? botAvatar() : letterAvatar(name)}
        ?bot=${author.bot === true}
        ?edited=${isEdited(message) && hasText(message)}
        ?message-body-only=${isContinued}
        .timestamp=${this.#time()}
      >
        ${renderOrigin(message, this.names)} ${this.#renderBody()}
        ${message.poll === undefined ? nothing : this.#renderPoll(message.poll)}
        <div slot="components" class="components">${this.#renderNotes()}</div>
      </chat-frame>
      ${this.#renderTools()}
      ${
        this.isInspected
          ? html`<message-inspector
              .message=${message}
              @leave-inspector=${() => this.#closeInspector()}
            ></message-inspector>`
          : nothing
      }
    </article>`;
  }

  #time(): string {
    const at = new Date(this.message.timestamp);
    if (this.isContinued) return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
    return formatMessageTime(at, new Date(Date.now() + this.names.clockOffset));
  }

  #renderBody(): TemplateResult {
    const { message } = this;
    const context = this.#context();
    const isV2 = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
    const content = systemText(message) ?? message.content;
    const components = message.components ?? [];
    const look = isOnlyEmoji(content) ? 'markdown said large' : 'markdown said';
    return html`${
      content === '' ? nothing : html`<div class=${look}>${renderMarkdown(content, this.names)}</div>`
    }
    ${message.embeds.map((embed) => renderEmbed(embed, context))}
    ${
      isV2 || message.attachments.length === 0
        ? nothing
        : html`<div slot="attachments">${renderAttachments(context)}</div>`
    }
    ${
      components.length === 0
        ? nothing
        : html`<div slot="components" class="components">${renderComponents(components, context)}</div>`
    }`;
  }

  #renderNotes(): TemplateResult {
    const { message } = this;
    const failure = this.pending.find(({ state }) => state === 'FAILED');
    const isPublished = ((message.flags ?? 0) & MessageFlags.Crossposted) !== 0;
    return html`${isEdited(message) && !hasText(message) ? html`<p class="note">(edited)</p>` : nothing}
    ${renderReactions(message, (emoji, isSet) => void this.session.react(message.id, emoji, isSet))}
    ${renderThread(message, this.names)}
    ${isPublished ? html`<p class="note">Published to the servers that follow this channel</p>` : nothing}
    ${
      failure === undefined
        ? nothing
        : html`<p class="note failure" role="alert">This interaction failed. ${failure.error}</p>`
    }
    ${
      message.verdict.ok
        ? nothing
        : html`<p class="note failure">Discord's specification does not allow this message: see Inspect.</p>`
    }
    ${
      message.ephemeral_for === null
        ? nothing
        : html`<p class="note">
            ${icons.eye} Only you can see this ·
            <button type="button" class="plain" @click=${() => this.#dismiss()}>Dismiss message</button>
          </p>`
    }`;
  }

  #renderPoll(poll: APIPoll): TemplateResult {
    return html`<div slot="components" class="components">
      <chat-poll
        .poll=${poll}
        .now=${new Date(Date.now() + this.names.clockOffset)}
        @vote=${(event: CustomEvent<number[]>) => void this.session.vote(this.message.id, event.detail)}
      ></chat-poll>
    </div>`;
  }

  /** Whoever read the JSON goes on at the button that opened it. */
  #closeInspector(): void {
    this.isInspected = false;
    this.renderRoot.querySelector<HTMLElement>('.tools button')?.focus();
  }

  #renderTools(): TemplateResult {
    return html`<div class="tools">
      <button
        type="button"
        title="Inspect: the raw message and the validator's verdict"
        aria-expanded=${this.isInspected}
        ?data-bad=${!this.message.verdict.ok}
        @click=${() => (this.isInspected = !this.isInspected)}
      >
        ${icons.braces}<span>Inspect</span>
      </button>
      <chat-menu .label=${'More acts on this message'} .groups=${this.#menu()}></chat-menu>
    </div>`;
  }

  /** The button goes with its message; who was on it goes on in the list. */
  #dismiss(): void {
    this.dispatchEvent(new CustomEvent('leave-message', { bubbles: true, composed: true }));
    void this.session.dismiss(this.message.id);
  }

  #menu(): MenuGroup[] {
    return messageMenu(this.message, this.contextCommands, {
      session: this.session,
      reply: () =>
        this.dispatchEvent(new CustomEvent('reply', { detail: this.message, bubbles: true, composed: true })),
    });
  }

  /** The right mouse button: where text is chosen, the browser's own menu is wanted. */
  #openMenu(event: MouseEvent): void {
    const menu = this.renderRoot.querySelector('chat-menu');
    const isOnText = (window.getSelection()?.toString() ?? '') !== '';
    if (!(menu instanceof ChatMenu) || isOnText) return;
    event.preventDefault();
    menu.open({ x: event.clientX, y: event.clientY });
  }

  #context(): MessageContext {
    const waiting = this.pending.filter(({ state }) => state !== 'FAILED');
    return {
      names: this.names,
      pickable: this.pickable,
      pageUrl: window.location.href,
      attachments: this.message.attachments,
      busy: new Set(waiting.flatMap(({ customId }) => customId ?? [])),
      use: (customId: string, componentType: ComponentType, values?: string[]) =>
        void this.session.useComponent({
          messageId: this.message.id,
          customId,
          componentType,
          ...(values === undefined ? {} : { values }),
        }),
    };
  }
}

function isEdited(message: SandboxMessage): boolean {
  return message.edited_timestamp !== null;
}

/** Beside the text stands that it was edited; without one it stands below. */
function hasText(message: SandboxMessage): boolean {
  return (systemText(message) ?? message.content) !== '';
}
