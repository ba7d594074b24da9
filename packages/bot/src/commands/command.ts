/** What a command is. It knows nothing of discord.js: it gets plain data and returns the reply; one place sends it. */
import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  ChannelType,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Actor, ApiRequest } from '../api/client.ts';
import type { CustomId, CustomIdOf } from '../messages/custom-ids.ts';
import type { MessageBody } from '../messages/message.ts';

export interface Command {
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Only the person who typed it sees "thinking…" and the answer. */
  ephemeral: boolean;
  run(call: CommandCall, context: CommandContext): Promise<Reply>;
  /** Suggestions while typing: at most 25 are shown. Without it, an option with autocomplete has none. */
  complete?(call: CompletionCall, context: CommandContext): Promise<Choice[]>;
  /** Buttons and menus this command answers, by the kind of their custom id. */
  presses?: PressHandlers;
  /** Buttons that open a form. Discord takes a form as the first answer only, so they have nothing to wait for. */
  forms?: FormMakers;
  /** What is done with a form that was sent, by the kind of its custom id. */
  submissions?: SubmissionHandlers;
}

export type PressHandlers = {
  [Kind in CustomId['kind']]?: (press: Press<Kind>, context: CommandContext) => Promise<MessageBody>;
};

export type FormMakers = { [Kind in CustomId['kind']]?: (id: CustomIdOf<Kind>) => Form };

export type SubmissionHandlers = {
  [Kind in CustomId['kind']]?: (
    submission: Submission<Kind>,
    context: CommandContext,
  ) => Promise<MessageBody>;
};

export interface CommandContext {
  /** Asks the API on behalf of the person who acts. */
  request: ApiRequest;
  /** When this was asked. */
  now: Date;
}

interface Call {
  /** Discord's id of the interaction. */
  id: string;
  actor: Actor;
  subcommand: string | null;
  /** The text of an option; null when it was left out. */
  text(option: string): string | null;
}

export interface CommandCall extends Call {
  integer(option: string): number | null;
  channel(option: string): ChosenChannel | null;
}

export interface CompletionCall extends Call {
  /** The option being typed. */
  focused: { option: string; text: string };
  /** Names of channels of this server, where they are known. */
  channelName(channelId: string): string | null;
}

export interface ChosenChannel {
  id: string;
  type: ChannelType;
  /** What the bot itself may do there; null when Discord did not say. */
  botPermissions: bigint | null;
}

export interface Press<Kind extends CustomId['kind'] = CustomId['kind']> {
  id: CustomIdOf<Kind>;
  /** What was chosen in a menu; empty for a button. */
  values: readonly string[];
}

export type Form = APIModalInteractionResponseCallbackData;

export interface Submission<Kind extends CustomId['kind'] = CustomId['kind']> {
  id: CustomIdOf<Kind>;
  /** Discord's id of the interaction. */
  interactionId: string;
  /** What was written in a field; null when it was left empty or the form has none of that name. */
  text(field: string): string | null;
  /** The one line chosen in a menu; null when none was. */
  choice(field: string): string | null;
}

export interface Reply {
  message: MessageBody;
  ephemeral: boolean;
}

export type Choice = APIApplicationCommandOptionChoice<string>;
