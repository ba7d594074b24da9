/** The one place where interactions are answered: in time, and always with a sentence. */
import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import {
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Actor, ApiClient } from '../api/client.ts';
import type { Choice, Command, CommandContext, Form, Press, Reply, Submission } from '../commands/command.ts';
import { describeError } from '../describe-error.ts';
import { parseCustomId, type CustomId } from '../messages/custom-ids.ts';
import { failureMessage } from '../messages/failure-message.ts';
import type { MessageBody } from '../messages/message.ts';
import { problemMessage } from '../messages/problem-message.ts';
import { withinTime } from '../time/within-time.ts';
import { CHOICES } from './limits.ts';
import { readActor, readCommandCall, readCompletionCall, readSubmission } from './read-call.ts';

export interface Desk {
  commands: readonly Command[];
  api: ApiClient;
  clock: Clock;
  logger: Logger;
  /** After this long without an answer "thinking…" is shown. Discord gives up after 3 seconds. */
  deferAfterMs: number;
  /** Suggestions cannot be deferred: after this long there are none. */
  suggestWithinMs: number;
}

/** Never rejects: what cannot be answered any more is logged. */
export async function answerInteraction(interaction: Interaction, desk: Desk): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await answerCompletion(interaction, desk);
    else if (interaction.isChatInputCommand()) await answerCommand(interaction, desk);
    else if (interaction.isMessageComponent()) await answerPress(interaction, desk);
    else if (interaction.isModalSubmit()) await answerSubmission(interaction, desk);
  } catch (error) {
    desk.logger.warn(
      { error: describeError(error), interactionId: interaction.id },
      'an interaction was not answered',
    );
  }
}

async function answerCompletion(interaction: AutocompleteInteraction, desk: Desk): Promise<void> {
  const choices = await withinTime(suggest(interaction, desk), desk.suggestWithinMs);
  await interaction.respond((choices ?? []).slice(0, CHOICES));
}

async function suggest(interaction: AutocompleteInteraction, desk: Desk): Promise<Choice[]> {
  const actor = readActor(interaction);
  const command = findCommand(interaction, desk);
  if (actor === null || command?.complete === undefined) return [];
  try {
    return await command.complete(readCompletionCall(interaction, actor), contextOf(actor, desk));
  } catch (error) {
    desk.logger.warn({ error: describeError(error), command: interaction.commandName }, 'no suggestions');
    return [];
  }
}

async function answerCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const command = findCommand(interaction, desk);
  const work = orFailure(interaction, desk, async (actor) => {
    if (command === undefined) return privately(UNKNOWN_COMMAND);
    return command.run(readCommandCall(interaction, actor), contextOf(actor, desk));
  });
  const reply = await withinTime(work, desk.deferAfterMs);
  if (reply !== null) {
    await interaction.reply(initialMessage(reply));
    return;
  }
  await interaction.deferReply(command?.ephemeral === false ? {} : { flags: MessageFlags.Ephemeral });
  await interaction.editReply((await work).message);
}

/** A shared message is never rewritten for one reader: the answer is theirs alone. In their own message the answer takes its place. */
async function answerPress(interaction: MessageComponentInteraction, desk: Desk): Promise<void> {
  const form = findForm(interaction.customId, desk);
  if (form !== null) {
    await interaction.showModal(form);
    return;
  }
  const work = orFailure(interaction, desk, async (actor) =>
    privately(await runPress(interaction, actor, desk)),
  );
  const isOwn = interaction.message.flags.has(MessageFlags.Ephemeral);
  const reply = await withinTime(work, desk.deferAfterMs);
  if (reply !== null) {
    await (isOwn ? interaction.update(reply.message) : interaction.reply(initialMessage(reply)));
    return;
  }
  await (isOwn ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  await interaction.editReply((await work).message);
}

function findForm(customId: string, desk: Desk): Form | null {
  const id = parseCustomId(customId);
  if (id === null) return null;
  const makers = desk.commands.map(({ forms }) => forms?.[id.kind]);
  const maker = makers.find((each) => each !== undefined) as ((of: CustomId) => Form) | undefined;
  return maker?.(id) ?? null;
}

/** The message under the form stays as it is; what became of what was sent is told to its sender alone. */
async function answerSubmission(interaction: ModalSubmitInteraction, desk: Desk): Promise<void> {
  const work = orFailure(interaction, desk, async (actor) =>
    privately(await runSubmission(interaction, actor, desk)),
  );
  const reply = await withinTime(work, desk.deferAfterMs);
  if (reply !== null) {
    await interaction.reply(initialMessage(reply));
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.editReply((await work).message);
}

async function runSubmission(
  interaction: ModalSubmitInteraction,
  actor: Actor,
  desk: Desk,
): Promise<MessageBody> {
  const id = parseCustomId(interaction.customId);
  const handlers = desk.commands.map(({ submissions }) => (id === null ? undefined : submissions?.[id.kind]));
  const handler = handlers.find((each) => each !== undefined) as SubmissionHandler | undefined;
  if (id === null || handler === undefined) return OUTDATED_BUTTON;
  return handler(readSubmission(interaction, id), contextOf(actor, desk));
}

type SubmissionHandler = (submission: Submission, context: CommandContext) => Promise<MessageBody>;

async function runPress(
  interaction: MessageComponentInteraction,
  actor: Actor,
  desk: Desk,
): Promise<MessageBody> {
  const id = parseCustomId(interaction.customId);
  const handlers = desk.commands.map(({ presses }) => (id === null ? undefined : presses?.[id.kind]));
  // A handler is registered under the kind of id it takes, so it gets that kind; the compiler cannot follow the pair.
  const handler = handlers.find((each) => each !== undefined) as PressHandler | undefined;
  if (id === null || handler === undefined) return OUTDATED_BUTTON;
  const values = interaction.isStringSelectMenu() ? interaction.values : [];
  return handler({ id, values }, contextOf(actor, desk));
}

type PressHandler = (press: Press, context: CommandContext) => Promise<MessageBody>;

function initialMessage({ message, ephemeral }: Reply): MessageBody & { flags: number } {
  return { ...message, flags: message.flags | (ephemeral ? MessageFlags.Ephemeral : 0) };
}

/** Whatever goes wrong becomes a reply that says so. */
async function orFailure(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
  desk: Desk,
  work: (actor: Actor) => Promise<Reply>,
): Promise<Reply> {
  try {
    const actor = readActor(interaction);
    return actor === null ? privately(SERVERS_ONLY) : await work(actor);
  } catch (error) {
    const what = interaction.isChatInputCommand() ? interaction.commandName : interaction.customId;
    desk.logger.error(
      { error: describeError(error), interactionId: interaction.id, what },
      'an interaction failed',
    );
    return privately(failureMessage(error, interaction.id));
  }
}

function findCommand(interaction: { commandName: string }, desk: Desk): Command | undefined {
  return desk.commands.find(({ data }) => data.name === interaction.commandName);
}

function contextOf(actor: Actor, desk: Desk): CommandContext {
  return {
    request: async (document, variables) => desk.api.request(document, variables, { actor }),
    now: desk.clock.now(),
  };
}

function privately(message: MessageBody): Reply {
  return { message, ephemeral: true };
}

const SERVERS_ONLY = problemMessage(['**This works in a server only.**', 'Use it in one of its channels.']);
const UNKNOWN_COMMAND = problemMessage([
  '**This command is no longer there.**',
  'Reload Discord (Ctrl+R) to see the ones there are now.',
]);
const OUTDATED_BUTTON = problemMessage([
  '**This button is from an older version and no longer works.**',
  'Open the briefing again with /briefing read.',
]);
