import { OverwriteType } from 'discord-api-types/payloads/v10';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { SandboxChannel, SandboxGuild, StateResponse } from '../../people/protocol.ts';
import { isThread } from '../layout/channel-icon.ts';
import { baseStyle } from '../look/base-style.ts';
import { componentStyle } from '../message/component-style.ts';
import type { Session } from '../session/create-session.ts';
import { changeOverwrite, findOverwrite, isSetting, permissions, readSetting } from './change-overwrite.ts';
import { describeTarget, isSet, listTargets, type Target } from './list-targets.ts';
import { settingsStyle } from './settings-style.ts';

/** What the roles and members of a server may do in one of its channels. */
export class ChannelPermissions extends LitElement {
  static override properties = {
    session: {},
    guild: {},
    bot: {},
    channelId: {},
    targetId: { state: true },
  };
  static override styles = [baseStyle, componentStyle, settingsStyle];

  declare session: Session;
  declare guild: SandboxGuild;
  declare bot: StateResponse['bot'];
  declare channelId: string;
  declare targetId: string | null;

  constructor() {
    super();
    this.targetId = null;
  }

  override render(): TemplateResult {
    const channels = this.guild.channels.filter(({ type }) => !isThread(type));
    const channel = channels.find(({ id }) => id === this.channelId) ?? channels[0];
    return html`<section aria-labelledby="permissions">
      <h3 id="permissions">Permissions in a channel</h3>
      <div class="choices">
        <label>
          Channel
          <select @change=${(event: Event) => (this.channelId = valueOf(event))}>
            ${channels.map(({ id, name }) => option(id, name, id === channel?.id))}
          </select>
        </label>
        ${channel === undefined ? nothing : this.#renderTargets(channel)}
      </div>
      ${channel === undefined ? nothing : this.#renderPermissions(channel)}
    </section>`;
  }

  #renderTargets(channel: SandboxChannel): TemplateResult {
    const { chosen, targets } = this.#targets(channel);
    const group = (label: string, type: OverwriteType): TemplateResult => {
      const options = targets.filter((target) => target.type === type);
      return html`<optgroup label=${label}>
        ${options.map(({ id, name }) => option(id, name, id === chosen.id))}
      </optgroup>`;
    };
    return html`<label>
      Role or member
      <select @change=${(event: Event) => (this.targetId = valueOf(event))}>
        ${group('Roles', OverwriteType.Role)} ${group('Members', OverwriteType.Member)}
      </select>
    </label>`;
  }

  #renderPermissions(channel: SandboxChannel): TemplateResult {
    const { chosen, targets } = this.#targets(channel);
    const others = targets.filter(isSet);
    return html`${
        others.length === 0
          ? html`<p class="description">Everybody may do here what their roles allow on the server.</p>`
          : html`<p class="description" id="set-here">Treated otherwise here than on the server:</p>
              <ul aria-labelledby="set-here">
                ${others.map((target) => this.#renderSet(target, target.id === chosen.id))}
              </ul>`
      }
      <fieldset>
        <legend>${chosen.name}</legend>
        ${permissions.map((each) => this.#renderPermission(channel, chosen, each))}
        <button
          type="button"
          class="button secondary"
          ?disabled=${!isSet(chosen)}
          @click=${() => void this.#clear(channel, chosen)}
        >
          Treat ${chosen.name} as on the server
        </button>
      </fieldset>`;
  }

  #renderSet(target: Target, isChosen: boolean): TemplateResult {
    return html`<li>
      <button
        type="button"
        class="target"
        aria-pressed=${isChosen}
        @click=${() => (this.targetId = target.id)}
      >
        ${target.name} <small>${describeTarget(target)}</small>
      </button>
    </li>`;
  }

  #renderPermission(
    channel: SandboxChannel,
    target: Target,
    { name, bit }: (typeof permissions)[number],
  ): TemplateResult {
    const overwrite = findOverwrite(channel.overwrites, target);
    const setting = readSetting(overwrite, bit);
    const change = (event: Event): void => {
      const value = valueOf(event);
      if (isSetting(value))
        void this.session.setOverwrite(channel.id, changeOverwrite(overwrite, bit, value));
    };
    return html`<label class="permission">
      ${name}
      <select @change=${change} data-setting=${setting}>
        ${option('ALLOW', 'Allow', setting === 'ALLOW')}
        ${option('INHERIT', 'As on the server', setting === 'INHERIT')}
        ${option('DENY', 'Deny', setting === 'DENY')}
      </select>
    </label>`;
  }

  #targets(channel: SandboxChannel): { targets: Target[]; chosen: Target } {
    const targets = listTargets(this.guild, this.bot, channel.overwrites);
    const [everyone] = targets;
    const chosen = targets.find(({ id }) => id === this.targetId) ?? everyone;
    if (chosen === undefined) throw new Error('A server has at least @everyone.');
    return { targets, chosen };
  }

  async #clear(channel: SandboxChannel, { id, type }: Target): Promise<void> {
    await this.session.setOverwrite(channel.id, { id, type, allow: '0', deny: '0' });
  }
}

function option(value: string, label: string, isSelected: boolean): TemplateResult {
  return html`<option value=${value} .selected=${isSelected}>${label}</option>`;
}

function valueOf(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}
