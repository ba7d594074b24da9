import { LitElement, html, type TemplateResult } from 'lit';
import type { SandboxGuild, ServerAct, StateResponse } from '../../people/protocol.ts';
import { baseStyle } from '../look/base-style.ts';
import { icons } from '../look/icons.ts';
import { componentStyle } from '../message/component-style.ts';
import { modalStyle } from '../modal/modal-style.ts';
import type { Session } from '../session/create-session.ts';
import { settingsStyle } from './settings-style.ts';

/** What happens to a server from outside of the bot: its permissions in a channel, its removal, an outage. */
export class ServerSettings extends LitElement {
  static override properties = {
    session: {},
    guild: {},
    bot: {},
    channelId: {},
  };
  static override styles = [baseStyle, componentStyle, modalStyle, settingsStyle];

  declare session: Session;
  declare guild: SandboxGuild;
  declare bot: StateResponse['bot'];
  declare channelId: string;

  override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @close=${() => this.dispatchEvent(new CustomEvent('leave-settings', { bubbles: true, composed: true }))}
    >
      <form method="dialog">
        <header>
          <h2 id="title">${this.guild.name}</h2>
          <button type="submit" class="close" aria-label="Close">${icons.close}</button>
        </header>
        <div class="fields">
          ${this.#renderBot()}
          <channel-permissions
            .session=${this.session}
            .guild=${this.guild}
            .bot=${this.bot}
            .channelId=${this.channelId}
          ></channel-permissions>
        </div>
      </form>
    </dialog>`;
  }

  #renderBot(): TemplateResult {
    const botName = this.bot.name;
    const { hasBot, isOut } = this.guild;
    return html`<section aria-labelledby="bot">
      <h3 id="bot">${botName}</h3>
      <p class="description">
        ${
          hasBot
            ? `Removing ${botName} shows how it takes leave; in an outage the server is gone for a while and comes back.`
            : `${botName} is not on this server.`
        }
      </p>
      <div class="row">
        ${
          hasBot
            ? this.#renderAct('REMOVE_BOT', `Remove ${botName}`, 'danger')
            : this.#renderAct('ADD_BOT', `Bring ${botName} back`, 'primary')
        }
        ${
          isOut
            ? this.#renderAct('END_OUTAGE', 'End the outage', 'primary')
            : this.#renderAct('BEGIN_OUTAGE', 'Begin an outage', 'secondary')
        }
      </div>
    </section>`;
  }

  #renderAct(act: ServerAct, label: string, look: string): TemplateResult {
    return html`<button
      type="button"
      class="button ${look}"
      @click=${() => void this.session.changeServer(act)}
    >
      ${label}
    </button>`;
  }
}
