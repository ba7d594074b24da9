import type {
  APIApplicationCommand,
  APIMessage,
  APIOverwrite,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type {
  Choice,
  InteractionState,
  Modal,
  RawOption,
  SandboxChannel,
  SandboxGuild,
  SandboxMember,
  SandboxMessage,
  SubmittedModalComponent,
} from './protocol.ts';

/** What became of an act of a member. */
export interface InteractionRecord {
  id: string;
  type: InteractionType;
  memberId: string;
  channelId: string;
  state: InteractionState;
  /** The answer as it is now; null when there is none or it was deleted. */
  message: APIMessage | null;
  followUps: APIMessage[];
  ephemeral: boolean;
  modal: Modal | null;
  error: string | null;
}

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

interface Where {
  memberId: string;
  channelId: string;
}

/** A command by its words: `/manage faq remove` is command, group and subcommand. */
export interface NamedCommand extends Where {
  command: string;
  group?: string;
  subcommand?: string;
  options?: OptionValues;
}

export interface RawCommand extends Where {
  commandId: string;
  options: RawOption[];
}

export interface ComponentUse extends Where {
  messageId: string;
  customId: string;
  componentType?: ComponentType | undefined;
  values?: string[] | undefined;
}

export interface ModalSubmission {
  memberId: string;
  /** The interaction that was answered with the modal. */
  interactionId: string;
  customId: string;
  components: SubmittedModalComponent[];
}

/** By the field's custom id: text, the values of a select, or a check mark. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | boolean | null>>;

/** People at their keyboards. Every act goes through the checks that Discord's client makes; what it would not let them do fails with `PeopleError`. */
export interface People {
  guilds(): SandboxGuild[];
  members(guildId: string): SandboxMember[];
  channels(guildId: string): SandboxChannel[];
  /** The commands of a server; with a member and a channel those usable there. */
  commands(guildId: string, viewer?: { memberId: string; channelId?: string }): APIApplicationCommand[];
  messages(where: Where): SandboxMessage[];
  say(speech: Where & { content: string }): SandboxMessage;
  dismiss(dismissal: { memberId: string; messageId: string }): void;

  autocomplete(typing: NamedCommand & { focused: string }): Promise<Choice[]>;
  /** Resolves when the bot answered finally, rejects with `InteractionFailedError` when it does not. */
  runCommand(command: NamedCommand): Promise<InteractionRecord>;
  press(use: Omit<ComponentUse, 'values'>): Promise<InteractionRecord>;
  select(use: ComponentUse & { values: string[] }): Promise<InteractionRecord>;
  submitModal(submission: {
    memberId: string;
    interactionId: string;
    values: FieldValues;
  }): Promise<InteractionRecord>;
  /** How an interaction stands now. */
  interaction(interactionId: string): InteractionRecord | null;

  /** What a moderator does in the channel's settings: allows or denies a role or member something. */
  setOverwrite(channelId: string, overwrite: APIOverwrite): void;

  /** The same acts without waiting, as the page sends them; each returns the interaction's id. */
  startCommand(command: RawCommand): string;
  startAutocomplete(typing: RawCommand): Promise<Choice[]>;
  startComponent(use: ComponentUse): string;
  startModal(submission: ModalSubmission): string;
}
