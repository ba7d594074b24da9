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
  MessagesResponse,
  Modal,
  OverwriteRequest,
  PostRequest,
  RawOption,
  ReactionRequest,
  SandboxChannel,
  SandboxGuild,
  SandboxMember,
  SandboxMessage,
  SandboxUpload,
  SayRequest,
  ServerAct,
  ServerRequest,
  SubmittedModalComponent,
  TranscriptEntry,
  VoteRequest,
} from './protocol.ts';
import type { PageOfMessages } from './message-page.ts';

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
  /** The message or member a command of the context menu is used on. */
  targetId?: string | undefined;
  attachments?: SandboxUpload[] | undefined;
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
  attachments?: SandboxUpload[] | undefined;
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
  /** The newest messages, or those before another. */
  messagePage(where: Where, page: PageOfMessages): MessagesResponse;
  say(speech: SayRequest): SandboxMessage;
  dismiss(dismissal: { memberId: string; messageId: string }): void;

  autocomplete(typing: NamedCommand & { focused: string }): Promise<Choice[]>;
  /** Resolves when the bot answered finally, rejects with `InteractionFailedError` when it does not. */
  runCommand(command: NamedCommand): Promise<InteractionRecord>;
  /** A command of the context menu of a message or a member: `targetId` is its id. */
  useOn(use: Where & { command: string; targetId: string }): Promise<InteractionRecord>;
  press(use: Omit<ComponentUse, 'values'>): Promise<InteractionRecord>;
  select(use: ComponentUse & { values: string[] }): Promise<InteractionRecord>;
  submitModal(submission: {
    memberId: string;
    interactionId: string;
    values: FieldValues;
  }): Promise<InteractionRecord>;
  /** How an interaction stands now. */
  interaction(interactionId: string): InteractionRecord | null;

  react(request: ReactionRequest): void;
  vote(request: VoteRequest): void;
  /** A new post in a forum; returns its id. */
  createPost(request: PostRequest): string;
  /** The channel in which a person talks with the bot alone. */
  directChannel(memberId: string): string;
  /** Whether a person takes direct messages from the bot; they do until told otherwise. */
  setDirectMessages(memberId: string, accepts: boolean): void;

  /** What a moderator does in the channel's settings: allows or denies a role or member something. */
  setOverwrite(channelId: string, overwrite: APIOverwrite): void;
  /** The same by a member who needs the permission for it. */
  changeOverwrite(request: OverwriteRequest): void;
  /** Adds permissions to a role. */
  grant(guildId: string, roleId: string, permissions: bigint): void;
  setRoles(guildId: string, memberId: string, roleIds: readonly string[]): void;
  /** The bot is removed or invited again; Discord loses and finds the server. */
  changeServer(guildId: string, act: ServerAct): void;
  /** The same by a member who needs the permission for it. */
  askForServer(request: ServerRequest): void;
  /** Moves the clock of the sandbox forward. */
  advanceClock(milliseconds: number): void;
  /** Everything said, done and answered so far. */
  transcript(): TranscriptEntry[];

  /** The same acts without waiting, as the page sends them; each returns the interaction's id. */
  startCommand(command: RawCommand): string;
  startAutocomplete(typing: RawCommand): Promise<Choice[]>;
  startComponent(use: ComponentUse): string;
  startModal(submission: ModalSubmission): string;
}
