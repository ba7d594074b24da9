import { LitElement, html, type TemplateResult } from 'lit';
import type { SandboxChannel, SandboxGuild, ServerAct } from '../../people/protocol.ts';
import { isThread } from '../layout/channel-icon.ts';
import { baseStyle } from '../look/base-style.ts';
import { icons } from '../look/icons.ts';
import { componentStyle } from '../message/component-style.ts';
import { modalStyle } from '../modal/modal-style.ts';
import type { Session } from '../session/create-session.ts';
import { changeOverwrite, findOverwrite, isSetting, permissions, readSetting } from './change-overwrite.ts';
import { settingsStyle } from './settings-style.ts';

/** What happens to a server from outside of the bot: its permissions in a channel, its removal, an outage. */
export class ServerSettings extends LitElement {
  static override properties = {
    session: {},
    guild: {},
    botName: {},
    channelId: {},
    roleId: { state: true },
    isOut: { state: true },
  };
  static override styles = [baseStyle, componentStyle, modalStyle, settingsStyle];

  declare session: Session;
  declare guild: SandboxGuild;
  declare botName: string;
  declare channelId: string;
  declare roleId: string | null;
  /** The server was taken away from here and not brought back. */
  declare isOut: boolean;

  constructor() {
    super();
    this.roleId = null;
    this.isOut = false;
  }

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
        <div class="fields">${this.#renderBot()} ${this.#renderPermissions()}</div>
      </form>
    </dialog>`;
  }

  #renderBot(): TemplateResult {
    const { botName, isOut } = this;
    const { hasBot } = this.guild;
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
    return html`<button type="button" class="button ${look}" @click=${() => void this.#change(act)}>
      ${label}
    </button>`;
  }

  #renderPermissions(): TemplateResult {
    const channels = this.guild.channels.filter(({ type }) => !isThread(type));
    const channel = channels.find(({ id }) => id === this.channelId) ?? channels[0];
    // @everyone has the id of its server.
    const roles = [{ id: this.guild.id, name: 'everyone' }, ...this.guild.roles];
    const roleId = this.roleId ?? this.guild.id;
    return html`<section aria-labelledby="permissions">
      <h3 id="permissions">Permissions in a channel</h3>
      <div class="choices">
        <label>
          Channel
          <select @change=${(event: Event) => (this.channelId = valueOf(event))}>
            ${channels.map(({ id, name }) => html`<option value=${id} ?selected=${id === channel?.id}>${name}</option>`)}
          </select>
        </label>
        <label>
          Role
          <select @change=${(event: Event) => (this.roleId = valueOf(event))}>
            ${roles.map(({ id, name }) => html`<option value=${id} ?selected=${id === roleId}>@${name}</option>`)}
          </select>
        </label>
      </div>
      ${channel === undefined ? '' : permissions.map((each) => this.#renderPermission(channel, roleId, each))}
    </section>`;
  }

  #renderPermission(
    channel: SandboxChannel,
    roleId: string,
    { name, bit }: (typeof permissions)[number],
  ): TemplateResult {
    const overwrite = findOverwrite(channel.overwrites, roleId);
    const setting = readSetting(overwrite, bit);
    const change = (event: Event): void => {
      const value = valueOf(event);
      if (isSetting(value))
        void this.session.setOverwrite(channel.id, changeOverwrite(overwrite, bit, value));
    };
    return html`<label class="permission">
      ${name}
      <select @change=${change} data-setting=${setting}>
        <option value="ALLOW" ?selected=${setting === 'ALLOW'}>Allow</option>
        <option value="INHERIT" ?selected=${setting === 'INHERIT'}>As the role says</option>
        <option value="DENY" ?selected=${setting === 'DENY'}>Deny</option>
      </select>
    </label>`;
  }

  async #change(act: ServerAct): Promise<void> {
    const isDone = await this.session.changeServer(act);
    if (isDone && act === 'BEGIN_OUTAGE') this.isOut = true;
    if (isDone && act === 'END_OUTAGE') this.isOut = false;
  }
}

function valueOf(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}
