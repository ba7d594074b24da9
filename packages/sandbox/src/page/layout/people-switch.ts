import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import type { SandboxMember, StateResponse } from '../../people/protocol.ts';
import { botAvatar, letterAvatar } from '../look/avatars.ts';
import type { ContextCommand } from '../commands/list-context-commands.ts';
import type { Session } from '../session/create-session.ts';

/** Who is in the server: the bot with its state, and the members one may speak as. */
export class PeopleSwitch extends LitElement {
  static override properties = { session: {}, members: {}, memberId: {}, bot: {}, hasBot: {}, commands: {} };
  static override styles = [
    baseStyle,
    css`
      section {
        background: var(--panel);
        padding: 10px 8px 12px;
      }
      .bot {
        align-items: center;
        display: flex;
        gap: 10px;
        padding: 0 8px 8px;
      }
      .bot span {
        position: relative;
      }
      .bot span::after {
        background: var(--faint);
        border: 3px solid var(--panel);
        border-radius: 50%;
        bottom: -4px;
        content: '';
        height: 16px;
        position: absolute;
        right: -4px;
        width: 16px;
      }
      .bot[data-online] span::after {
        background: var(--online);
      }
      img {
        border-radius: 50%;
        display: block;
      }
      h2 {
        border-top: 1px solid var(--card-line);
        color: var(--muted);
        font-size: 0.75rem;
        font-weight: 600;
        letter-spacing: 0.02em;
        margin: 0 8px 4px;
        padding-top: 10px;
      }
      .people {
        max-height: 190px;
        overflow-y: auto;
      }
      .person {
        align-items: center;
        color: var(--muted);
        display: flex;
        gap: 2px;
      }
      label {
        flex: 1;
        min-width: 0;
        align-items: center;
        border-radius: 6px;
        cursor: pointer;
        display: flex;
        gap: 10px;
        padding: 5px 8px;
        position: relative;
      }
      label:hover {
        background: var(--hover);
      }
      label:has(:checked) {
        background: var(--chosen);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--link);
      }
      label:has(:checked)::after {
        color: var(--brand-text);
        content: 'You';
        font-size: 0.75rem;
        font-weight: 600;
        margin-left: auto;
      }
      input {
        cursor: pointer;
        inset: 0;
        margin: 0;
        opacity: 0;
        position: absolute;
      }
      strong {
        color: var(--strong);
        display: block;
        font-size: 0.875rem;
        font-weight: 500;
        line-height: 1.2;
      }
      small {
        color: var(--muted);
        display: block;
        font-size: 0.75rem;
      }
      label:has(:checked) small {
        color: var(--text);
      }
      label small.moderator {
        color: var(--moderator);
      }
    `,
  ];

  declare session: Session;
  declare members: readonly SandboxMember[];
  declare memberId: string;
  declare bot: StateResponse['bot'];
  declare hasBot: boolean;
  declare commands: readonly ContextCommand[];

  override render(): TemplateResult {
    const { bot } = this;
    return html`<section aria-label="People">
      <div class="bot" ?data-online=${bot.online && this.hasBot} role="status">
        <span><img src=${botAvatar()} alt="" width="32" height="32" /></span>
        <div><strong>${bot.name}</strong><small>${this.#botState()}</small></div>
      </div>
      <h2 id="heading">Speak as</h2>
      <div class="people" role="radiogroup" aria-labelledby="heading">
        ${this.members.map((member) => this.#renderMember(member))}
      </div>
    </section>`;
  }

  #botState(): string {
    if (!this.bot.online) return 'Offline, not connected yet';
    return this.hasBot ? 'Online' : 'Not on this server';
  }

  #renderMember({ id, name, isModerator, locale }: SandboxMember): TemplateResult {
    const language = locale.startsWith('en') ? '' : ` · ${languageName(locale)}`;
    return html`<div class="person">
      <label>
        <input
          type="radio"
          name="member"
          .checked=${id === this.memberId}
          @change=${() => void this.session.go({ memberId: id })}
        />
        <img src=${letterAvatar(name)} alt="" width="28" height="28" />
        <span
          ><strong>${name}</strong
          ><small class=${isModerator ? 'moderator' : ''}
            >${isModerator ? 'Moderator' : 'Member'}${language}</small
          ></span
        > </label
      >${this.#renderMenu(id, name)}
    </div>`;
  }

  #renderMenu(targetId: string, member: string): TemplateResult | typeof nothing {
    const commands = this.commands.filter(({ on }) => on === 'MEMBER');
    if (commands.length === 0) return nothing;
    const items = commands.map(({ commandId, name }) => ({
      label: name,
      act: () => {
        this.dispatchEvent(new CustomEvent('leave-drawer', { bubbles: true, composed: true }));
        void this.session.runCommand({ commandId, name, options: [], targetId });
      },
    }));
    return html`<chat-menu
      .label=${`Apps, on ${member}`}
      .groups=${[{ title: `Apps, on ${member}`, items }]}
    ></chat-menu>`;
  }
}

function languageName(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(locale) ?? locale;
}
