import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { listContextCommands, type ContextCommand } from '../commands/list-context-commands.ts';
import { listEntries, type CommandEntry } from '../commands/list-entries.ts';
import { nothingPickable, type Pickable } from '../commands/suggest-values.ts';
import { baseStyle } from '../look/base-style.ts';
import { icons } from '../look/icons.ts';
import type { Names } from '../markdown/names.ts';
import type { Session } from '../session/create-session.ts';
import {
  currentChannel,
  currentGuild,
  currentMember,
  emptySession,
  visibleChannels,
  type SessionState,
} from '../session/session-state.ts';
import { appStyle } from './app-style.ts';
import { ChatArea } from './chat-area.ts';
import { chooseTheme, keepTheme, type Theme } from './choose-theme.ts';
import { beginsMessage } from './type-anywhere.ts';

/** The whole page: servers, channels and people on the left, the chat on the right. */
export class SandboxApp extends LitElement {
  static override properties = {
    state: { state: true },
    theme: { state: true },
    isDrawerOpen: { state: true },
    isSettingsOpen: { state: true },
  };
  static override styles = [baseStyle, appStyle];

  declare session: Session;
  declare state: SessionState;
  declare theme: Theme;
  declare isDrawerOpen: boolean;
  declare isSettingsOpen: boolean;
  #entries: CommandEntry[] = [];
  #contextCommands: ContextCommand[] = [];
  #pickable = nothingPickable;
  #names: Names | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Wherever the focus is. */
  readonly #hearKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.isDrawerOpen = false;
    else if (beginsMessage(event) && !this.isDrawerOpen) this.#chatArea()?.focusComposer();
  };

  readonly #preference = window.matchMedia('(prefers-color-scheme: light)');
  readonly #followSystem = (): void => {
    this.theme = chooseTheme(this.session.storage, this.#preference.matches);
  };

  constructor() {
    super();
    this.state = emptySession;
    this.theme = 'dark';
    this.isDrawerOpen = false;
    this.isSettingsOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followSystem();
    this.#preference.addEventListener('change', this.#followSystem);
    this.#unsubscribe = this.session.subscribe(() => (this.state = this.session.state()));
    window.addEventListener('keydown', this.#hearKey);
    void this.session.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#hearKey);
    this.#preference.removeEventListener('change', this.#followSystem);
    this.#unsubscribe?.();
    this.session.stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('state') ?? emptySession;
    const { commands, world, place, clockOffset } = this.state;
    const isElsewhere = before.place !== place || before.world !== world;
    if (isElsewhere || before.commands !== commands) {
      const locale = currentMember(this.state)?.locale ?? 'en-US';
      this.#entries = listEntries(commands, locale);
      this.#contextCommands = listContextCommands(commands, locale);
    }
    // What messages are drawn with is made anew only when it changed: else every event would draw them all again.
    if (!changed.has('state') || !(isElsewhere || before.clockOffset !== clockOffset)) return;
    const { members = [], roles = [] } = currentGuild(this.state) ?? {};
    this.#pickable = { channels: visibleChannels(this.state), members, roles };
    this.#names = this.#nameAll(this.#pickable);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('theme')) document.documentElement.dataset['theme'] = this.theme;
    const channel = currentChannel(this.state);
    if (channel !== null) document.title = `#${channel.name} · Communiqué sandbox`;
    if (!changed.has('isDrawerOpen') || changed.get('isDrawerOpen') === undefined) return;
    if (this.isDrawerOpen) this.renderRoot.querySelector<HTMLElement>('channel-list')?.focus();
    else this.#chatArea()?.focusMenu();
  }

  override render(): TemplateResult {
    const { world, place, modal, notice, staleness } = this.state;
    if (world === null || place === null || this.#names === undefined) {
      return html`<p class="loading" role="status">
        ${staleness ?? notice?.text ?? 'Opening the sandbox…'}
      </p>`;
    }
    const isLight = this.theme === 'light';
    return html`${this.#renderSides(world, place)}
      <div class="scrim" @click=${() => (this.isDrawerOpen = false)}></div>
      <chat-area
        ?inert=${this.isDrawerOpen}
        .session=${this.session}
        .state=${this.state}
        .entries=${this.#entries}
        .names=${this.#names}
        .pickable=${this.#pickable}
        .contextCommands=${this.#contextCommands}
        .isLight=${isLight}
        .isDrawerOpen=${this.isDrawerOpen}
        @toggle-drawer=${() => (this.isDrawerOpen = !this.isDrawerOpen)}
        @toggle-theme=${() => this.#toggleTheme()}
      ></chat-area>
      ${
        modal === null
          ? nothing
          : html`<chat-modal
              .session=${this.session}
              .open=${modal}
              .names=${this.#names}
              .pickable=${this.#pickable}
              .botName=${world.bot.name}
            ></chat-modal>`
      }
      ${this.isSettingsOpen ? this.#renderSettings(world, place) : nothing}`;
  }

  #renderSettings(
    world: NonNullable<SessionState['world']>,
    place: NonNullable<SessionState['place']>,
  ): TemplateResult | typeof nothing {
    const guild = currentGuild(this.state);
    if (guild === null) return nothing;
    return html`<server-settings
      .session=${this.session}
      .guild=${guild}
      .bot=${world.bot}
      .channelId=${place.channelId}
      @leave-settings=${() => (this.isSettingsOpen = false)}
    ></server-settings>`;
  }

  #renderSides(
    world: NonNullable<SessionState['world']>,
    place: NonNullable<SessionState['place']>,
  ): TemplateResult {
    const guild = currentGuild(this.state);
    return html`<div
      class="sides"
      ?data-open=${this.isDrawerOpen}
      @leave-drawer=${() => (this.isDrawerOpen = false)}
    >
      <guild-rail .session=${this.session} .guilds=${world.guilds} .guildId=${place.guildId}></guild-rail>
      <div class="side">
        <p class="guild"><span>${guild?.name ?? ''}</span>${this.#renderSettingsButton()}</p>
        <channel-list
          .session=${this.session}
          .channels=${this.#pickable.channels}
          .channelId=${place.channelId}
          .unread=${this.state.unreadChannels}
        ></channel-list>
        <people-switch
          .session=${this.session}
          .members=${this.#pickable.members}
          .commands=${this.#contextCommands}
          .memberId=${place.memberId}
          .bot=${world.bot}
          .hasBot=${guild?.hasBot === true}
        ></people-switch>
      </div>
    </div>`;
  }

  #renderSettingsButton(): TemplateResult | typeof nothing {
    if (currentMember(this.state)?.isModerator !== true) return nothing;
    const open = (): void => {
      this.isDrawerOpen = false;
      this.isSettingsOpen = true;
    };
    return html`<button
      type="button"
      class="gear"
      aria-label="Server settings"
      title="Server settings"
      @click=${open}
    >
      ${icons.gear}
    </button>`;
  }

  #nameAll({ channels, members, roles }: Pickable): Names {
    const { world, clockOffset } = this.state;
    const people = new Map(members.map(({ id, name }) => [id, name]));
    if (world !== null) people.set(world.bot.id, world.bot.name);
    return {
      channel: (id) => channels.find((channel) => channel.id === id) ?? null,
      member: (id) => people.get(id) ?? null,
      role: (id) => roles.find((role) => role.id === id) ?? null,
      openChannel: (channelId) => void this.session.go({ channelId }),
      startCommand: (name) => this.#chatArea()?.startCommand(name),
      clockOffset,
    };
  }

  #chatArea(): ChatArea | null {
    const element = this.renderRoot.querySelector('chat-area');
    return element instanceof ChatArea ? element : null;
  }

  #toggleTheme(): void {
    this.theme = this.theme === 'light' ? 'dark' : 'light';
    keepTheme(this.session.storage, this.theme);
  }
}
