/** What the chat page and the tests say to the sandbox and hear from it. Types only: the page imports this file. */
import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIModalSubmitTextInputComponent,
  APIOverwrite,
  ApplicationCommandOptionType,
  ChannelType,
  ComponentType,
  InteractionType,
  ModalSubmitComponent,
} from 'discord-api-types/v10';

/** An option of a slash command as Discord's own client sends it; while typing, exactly one has `focused: true` and its value may be partial; numbers may be text then, and reach the bot as text. */
export type RawOption =
  | RawValueOption
  | {
      name: string;
      type: ApplicationCommandOptionType.Subcommand | ApplicationCommandOptionType.SubcommandGroup;
      options?: RawOption[] | undefined;
    };

export interface RawValueOption {
  name: string;
  type: Exclude<
    ApplicationCommandOptionType,
    ApplicationCommandOptionType.Subcommand | ApplicationCommandOptionType.SubcommandGroup
  >;
  value: string | number | boolean;
  focused?: boolean | undefined;
}

export interface Choice {
  name: string;
  value: string | number;
}

/** One component of a submitted modal as Discord sends it: a label around its component, an action row around text inputs, or a text display. */
export type SubmittedModalComponent =
  | { type: ComponentType.Label; component: SubmittedField }
  | { type: ComponentType.ActionRow; components: WithoutId<APIModalSubmitTextInputComponent>[] }
  | { type: ComponentType.TextDisplay };

/** A field of a modal and what was entered; `id` numbers may be left out. */
export type SubmittedField = WithoutId<ModalSubmitComponent>;
type WithoutId<Component> = Component extends unknown ? Omit<Component, 'id'> : never;

/** A message as one member sees it. Answers still "thinking" are not in lists: a `thinking` event announces them. */
export type SandboxMessage = APIMessage & {
  /** The only member who sees this message, or null when everybody in the channel does. */
  ephemeral_for: string | null;
  /** "Mara used /briefing read", above the answer of a command. */
  interaction_note: { memberName: string; command: string } | null;
  /** What Discord's published specification and the documented rules say about the message as it is shown. */
  verdict: { ok: boolean; violations: string[] };
};

export type InteractionState = 'PENDING' | 'ANSWERED' | 'FAILED';

/** A modal that the bot asks a member to fill in. */
export type Modal = APIModalInteractionResponseCallbackData;

export interface SandboxChannel {
  id: string;
  name: string;
  type: ChannelType;
  parentId: string | null;
  topic: string | null;
  /** Members who may see the channel. */
  visibleTo: string[];
  /** Members who may write in it: messages, or posts in a forum. */
  writableTo: string[];
  /** What roles and members are allowed or denied here; threads have none of their own. */
  overwrites: APIOverwrite[];
  /** Tags that posts of a forum may have. */
  availableTags?: SandboxTag[] | undefined;
  /** Tags of a post of a forum. */
  appliedTags?: string[] | undefined;
  messageCount?: number | undefined;
  isArchived?: boolean | undefined;
  /** A post that stands first in its forum. */
  isPinned?: boolean | undefined;
}

export interface SandboxTag {
  id: string;
  name: string;
  /** A Unicode emoji. */
  emoji: string | null;
}

export interface SandboxRole {
  id: string;
  name: string;
  /** 0: none of its own. */
  color: number;
}

export interface SandboxMember {
  id: string;
  name: string;
  /** A picture on this server; absent: draw the initials. */
  avatar?: string;
  isModerator: boolean;
  roleIds: string[];
  roleNames: string[];
  locale: string;
}

export interface SandboxGuild {
  id: string;
  name: string;
  channels: SandboxChannel[];
  members: SandboxMember[];
  /** Without @everyone, highest first. */
  roles: SandboxRole[];
  /** The bot is on this server. */
  hasBot: boolean;
  /** The server is in an outage: the bot cannot reach it. */
  isOut: boolean;
}

export interface ClockState {
  /** ISO instant. */
  now: string;
  offsetMilliseconds: number;
  /** Somebody is listening who knows when the next digest is due. */
  canJump: boolean;
}

/** `GET /sandbox/state` */
export interface StateResponse {
  guilds: SandboxGuild[];
  bot: { id: string; name: string; online: boolean };
  clock: ClockState;
  /** How often Discord's rules were broken: by what the bot said, and by the sandbox itself. */
  violations: { bot: number; sandbox: number };
  unhandledRoutes: string[];
}

/** `GET /sandbox/violations`: the latest hundred, the newest first. */
export interface ViolationsResponse {
  violations: SandboxViolation[];
}

export interface SandboxViolation {
  /** ISO instant, by the clock of this machine. */
  at: string;
  /** Who said it. */
  by: 'BOT' | 'SANDBOX';
  /** "POST /channels/…/messages", "GATEWAY IDENTIFY". */
  what: string;
  /** Name of the broken rule, `specification`, or `payload-types` for the gateway. */
  rule: string;
  /** Where the rule is written down. */
  source: string;
  /** "embeds.0.title: Must be 256 or fewer in length." */
  problems: string[];
}

/** `GET /sandbox/channels/:id/messages?memberId=`: the newest, at most `&limit=` (1 to 100, else 50), or those before the id `&before=`. */
export interface MessagesResponse {
  /** Oldest first. */
  messages: SandboxMessage[];
  /** There are messages older than these. */
  hasEarlier: boolean;
}

/** `GET /sandbox/guilds/:id/commands?memberId=` and, better, `&channelId=`. */
export interface CommandsResponse {
  commands: APIApplicationCommand[];
}

/** A file that a member sends along. */
export interface SandboxUpload {
  /** What an attachment option or a file field of the same request gives as its value. */
  id: string;
  filename: string;
  contentType: string;
  /** Base64. */
  data: string;
}

/** `POST /sandbox/messages` → `{ message }` */
export interface SayRequest {
  memberId: string;
  channelId: string;
  content: string;
  replyTo?: string | undefined;
  attachments?: SandboxUpload[] | undefined;
}
export interface SayResponse {
  message: SandboxMessage;
}

/** `POST /sandbox/autocomplete` */
export interface AutocompleteRequest {
  memberId: string;
  channelId: string;
  commandId: string;
  options: RawOption[];
}
export interface AutocompleteResponse {
  choices: Choice[];
}

/** `POST /sandbox/command` */
export interface CommandRequest {
  memberId: string;
  channelId: string;
  commandId: string;
  options: RawOption[];
  /** The message or member a command of the context menu is used on. */
  targetId?: string | undefined;
  attachments?: SandboxUpload[] | undefined;
}

/** `POST /sandbox/component` */
export interface ComponentRequest {
  memberId: string;
  channelId: string;
  messageId: string;
  customId: string;
  componentType: ComponentType;
  /** What was chosen in a select menu. */
  values?: string[] | undefined;
}

/** `POST /sandbox/modal`; `interactionId` is the interaction that opened the modal. */
export interface ModalRequest {
  memberId: string;
  interactionId: string;
  customId: string;
  components: SubmittedModalComponent[];
  attachments?: SandboxUpload[] | undefined;
}

/** `POST /sandbox/reactions` → `{}`; `emoji` is a Unicode emoji. */
export interface ReactionRequest {
  memberId: string;
  channelId: string;
  messageId: string;
  emoji: string;
  isSet: boolean;
}

/** `POST /sandbox/votes` → `{}`; all answers the member votes for now, none to take the vote back. */
export interface VoteRequest {
  memberId: string;
  channelId: string;
  messageId: string;
  answerIds: number[];
}

/** `POST /sandbox/posts`: a new post in a forum. */
export interface PostRequest {
  memberId: string;
  channelId: string;
  name: string;
  content: string;
  tagIds: string[];
}
export interface PostResponse {
  channelId: string;
}

/** `POST /sandbox/overwrites` → `{}`; a moderator allows or denies a role or member something in a channel. */
export interface OverwriteRequest {
  memberId: string;
  channelId: string;
  overwrite: APIOverwrite;
}

/** `POST /sandbox/servers` → `{}`: what happens to the bot's place on a server. */
export interface ServerRequest {
  memberId: string;
  guildId: string;
  act: ServerAct;
}
/** The bot is removed or invited again; the server goes away for a while (an outage) and comes back. */
export type ServerAct = 'REMOVE_BOT' | 'ADD_BOT' | 'BEGIN_OUTAGE' | 'END_OUTAGE';

/** The answer to command, component and modal requests; what becomes of it arrives as events. */
export interface InteractionResponse {
  interactionId: string;
}

/** `POST /sandbox/ephemeral/dismiss` → `{}` */
export interface DismissRequest {
  memberId: string;
  messageId: string;
}

/** `POST /sandbox/clock` */
export type ClockRequest = { advanceMilliseconds: number } | { jump: 'next-digest' };
export interface ClockResponse {
  /** ISO instant, or null when there is nothing to jump to. */
  at: string | null;
  /** What happened, in Discord's Markdown. */
  message: string;
}

/** `GET /sandbox/transcript`, oldest first: what was said, done and answered. */
export interface TranscriptEntry {
  /** ISO instant of the sandbox's clock. */
  at: string;
  what:
    | 'message-created'
    | 'message-updated'
    | 'message-deleted'
    | 'messages-deleted'
    | 'reaction-added'
    | 'reaction-removed'
    | 'vote-added'
    | 'vote-removed'
    | 'interaction-created'
    | 'interaction-deferred'
    | 'interaction-acknowledged'
    | 'interaction-failed'
    | 'autocomplete-asked'
    | 'autocomplete-answered'
    | 'modal-shown'
    | 'modal-submitted'
    | 'permissions-changed'
    | 'guild-joined'
    | 'guild-left'
    | 'guild-lost'
    | 'guild-found'
    | 'clock-moved';
  /** Who did it, or of whom it is told; empty for the clock. */
  who: string;
  /** Null for what happens to a whole server or to the clock. */
  channelId: string | null;
  messageId?: string;
  interactionId?: string;
  /**
   * The words of a message (of Components V2 and embeds, too), an emoji, a command with its options, a custom id with its values,
   * choices, permissions, a new time or what went wrong.
   */
  text: string;
}
export interface TranscriptResponse {
  entries: TranscriptEntry[];
}

/** The body of every answer with status 400, 403, 404 or 409. */
export interface ErrorResponse {
  error: string;
}

/** `GET /sandbox/events?memberId=`: server-sent events, each `data` one of these as JSON. */
export type SandboxEvent =
  /** Created or updated. */
  | { type: 'message'; channelId: string; message: SandboxMessage }
  | { type: 'message-deleted'; channelId: string; messageId: string }
  | { type: 'thinking'; interactionId: string; channelId: string }
  | {
      type: 'interaction';
      interactionId: string;
      interactionType: InteractionType;
      state: 'ANSWERED' | 'FAILED';
      error: string | null;
    }
  | { type: 'modal'; interactionId: string; modal: Modal }
  | { type: 'clock'; now: string; offsetMilliseconds: number }
  | { type: 'bot'; online: boolean }
  | { type: 'typing'; channelId: string }
  /** A rule of Discord's was broken, or something asked for that is not imitated: fetch the state again. */
  | { type: 'judgements' }
  /** Commands were registered or changed: fetch them again. */
  | { type: 'commands' }
  /** A channel or thread was created, changed or deleted: fetch the state again. */
  | { type: 'channels' };
