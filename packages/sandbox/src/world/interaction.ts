import type { APIInteraction, InteractionResponseType } from 'discord-api-types/v10';
import type { Choice, InteractionState, Modal } from '../people/protocol.ts';
import type { InteractionNote } from './records.ts';

/** One act of a member, waiting for the bot or answered by it. */
export interface LiveInteraction {
  readonly id: string;
  readonly token: string;
  readonly payload: APIInteraction;
  readonly memberId: string;
  readonly channelId: string;
  /** Null between two. */
  readonly guildId: string | null;
  /** Machine time: the token's life is counted from here. */
  readonly createdAt: Date;
  readonly note: InteractionNote | null;
  /** The message whose component was used, also when a modal lay in between. */
  readonly sourceMessageId: string | null;
  /** The interaction whose answer was the modal that this one submits. */
  readonly opener: LiveInteraction | null;
  /** Resolves when the bot answered finally or the time is over. */
  readonly settled: PromiseWithResolvers<void>;

  state: InteractionState;
  /** The first answer; null until there is one. */
  answer: InteractionResponseType | null;
  /** What `@original` means. */
  responseId: string | null;
  followUpIds: string[];
  ephemeral: boolean;
  modal: Modal | null;
  choices: Choice[] | null;
  error: string | null;
}

/** Discord's deadlines, https://docs.discord.com/developers/interactions/receiving-and-responding */
export interface Deadlines {
  firstAnswerMs: number;
  tokenMs: number;
}

export const DISCORD_DEADLINES: Deadlines = { firstAnswerMs: 3_000, tokenMs: 15 * 60_000 };
