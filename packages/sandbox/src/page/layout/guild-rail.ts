import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import type { SandboxGuild } from '../../people/protocol.ts';
import { firstLetter } from '../look/first-letter.ts';
import type { Session } from '../session/create-session.ts';

/** The servers, as round icons down the left edge. */
export class GuildRail extends LitElement {
  static override properties = { session: {}, guilds: {}, guildId: {} };
  static override styles = [
    baseStyle,
    css`
      nav {
        background: var(--rail);
        display: flex;
        flex-direction: column;
        gap: 8px;
        height: 100%;
        overflow-y: auto;
        padding: 12px 0;
        width: 72px;
      }
      button {
        background: none;
        border: 0;
        cursor: pointer;
        display: block;
        padding: 0 12px;
        position: relative;
      }
      button::before {
        background: var(--strong);
        border-radius: 0 4px 4px 0;
        content: '';
        height: 0;
        left: 0;
        position: absolute;
        top: 50%;
        translate: 0 -50%;
        transition: height 0.15s;
        width: 4px;
      }
      button:hover::before {
        height: 20px;
      }
      button[aria-current]::before {
        height: 40px;
      }
      span {
        align-items: center;
        background: var(--chat);
        border-radius: 50%;
        color: var(--strong);
        display: flex;
        font: 600 1rem var(--font);
        height: 48px;
        justify-content: center;
        transition: border-radius 0.15s;
        width: 48px;
      }
      /* Decoration: the button has the whole name. */
      span::before {
        content: attr(data-initials);
      }
      button:hover span,
      button[aria-current] span {
        background: var(--brand);
        border-radius: 16px;
        color: #fff;
      }
      button:focus-visible {
        outline: none;
      }
      button:focus-visible span {
        outline: 2px solid var(--link);
        outline-offset: 2px;
      }
    `,
  ];

  declare session: Session;
  declare guilds: readonly SandboxGuild[];
  declare guildId: string;

  override render(): TemplateResult {
    return html`<nav aria-label="Servers">
      ${this.guilds.map(
        ({ id, name }) =>
          html`<button
            type="button"
            title=${name}
            aria-label=${name}
            aria-current=${id === this.guildId ? 'true' : nothing}
            @click=${() => void this.session.go({ guildId: id })}
          >
            <span data-initials=${initials(name)}></span>
          </button>`,
      )}
    </nav>`;
  }
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => firstLetter(word))
    .slice(0, 3)
    .join('');
}
