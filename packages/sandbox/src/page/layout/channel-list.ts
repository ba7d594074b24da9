import { ChannelType } from 'discord-api-types/payloads/v10';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import type { SandboxChannel } from '../../people/protocol.ts';
import type { Session } from '../session/create-session.ts';
import { channelIcon, channelKind, isThread } from './channel-icon.ts';

/** The channels the member may see, each with its threads below it. */
export class ChannelList extends LitElement {
  static override properties = { session: {}, channels: {}, channelId: {}, unread: {} };
  static override styles = [
    baseStyle,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 8px;
      }
      ul ul {
        padding: 0 0 0 20px;
      }
      button {
        align-items: center;
        background: none;
        border: 0;
        border-radius: 6px;
        color: var(--muted);
        cursor: pointer;
        display: flex;
        font: 500 1rem/1.25 var(--font);
        gap: 6px;
        margin-bottom: 2px;
        padding: 7px 8px;
        text-align: left;
        width: 100%;
      }
      button span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button:hover {
        background: var(--hover);
        color: var(--text);
      }
      button[aria-current] {
        background: var(--chosen);
        color: var(--strong);
      }
      button[data-unread] {
        color: var(--strong);
      }
      button[data-unread]::after {
        background: var(--strong);
        border-radius: 50%;
        content: '';
        flex: none;
        height: 8px;
        margin-left: auto;
        width: 8px;
      }
      button:focus-visible {
        outline: 2px solid var(--link);
      }
      svg {
        flex: none;
        opacity: 0.8;
      }
      .category {
        color: var(--muted);
        font-size: 0.75rem;
        font-weight: 600;
        margin: 12px 8px 4px;
        text-transform: uppercase;
      }
    `,
  ];

  declare session: Session;
  declare channels: readonly SandboxChannel[];
  declare channelId: string;
  declare unread: ReadonlySet<string>;

  /** Puts the focus on the current channel. */
  override focus(): void {
    const current = this.renderRoot.querySelector<HTMLElement>('[aria-current]');
    (current ?? this.renderRoot.querySelector('button'))?.focus();
  }

  override render(): TemplateResult {
    return html`<nav aria-label="Channels">
      <ul>
        ${inListOrder(this.channels).map((channel) => this.#renderChannel(channel))}
      </ul>
    </nav>`;
  }

  #renderChannel(channel: SandboxChannel): TemplateResult {
    if (channel.type === ChannelType.GuildCategory) return html`<li class="category">${channel.name}</li>`;
    const below = this.channels.filter(
      ({ id, parentId, type, isArchived }) =>
        isThread(type) && parentId === channel.id && (isArchived !== true || id === this.channelId),
    );
    return html`<li>
      ${this.#renderButton(channel)}
      ${
        below.length === 0
          ? nothing
          : html`<ul>
              ${below.map((thread) => html`<li>${this.#renderButton(thread)}</li>`)}
            </ul>`
      }
    </li>`;
  }

  #renderButton(channel: SandboxChannel): TemplateResult {
    const isUnread = this.unread.has(channel.id);
    return html`<button
      type="button"
      aria-label="${channel.name} (${channelKind(channel.type)}${isUnread ? ', new messages' : ''})"
      aria-current=${channel.id === this.channelId ? 'page' : nothing}
      ?data-unread=${isUnread}
      @click=${() => this.#open(channel.id)}
    >
      ${channelIcon(channel.type)}<span>${channel.name}</span>
    </button>`;
  }

  #open(channelId: string): void {
    this.dispatchEvent(new CustomEvent('leave-drawer', { bubbles: true, composed: true }));
    void this.session.go({ channelId });
  }
}

/** Channels outside of a category first, then each category with its own; threads come below their channel. */
function inListOrder(channels: readonly SandboxChannel[]): SandboxChannel[] {
  const places = channels.filter(({ type }) => !isThread(type));
  const categories = places.filter(({ type }) => type === ChannelType.GuildCategory);
  const known = new Set(categories.map(({ id }) => id));
  const isLoose = ({ type, parentId }: SandboxChannel): boolean =>
    type !== ChannelType.GuildCategory && !known.has(parentId ?? '');
  return [
    ...places.filter(isLoose),
    ...categories.flatMap((category) => [
      category,
      ...places.filter(({ parentId }) => parentId === category.id),
    ]),
  ];
}
