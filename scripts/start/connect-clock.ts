import { randomUUID } from 'node:crypto';
import type { ClockFile } from './clock-file.ts';
import { describeJump, isRun, NOTHING_SCHEDULED } from './describe-jump.ts';
import type { Message, Program } from './program.ts';

/** What the clock needs of a program. */
export type ClockProgram = Pick<Program, 'send' | 'onMessage'>;

interface ClockPrograms {
  api: ClockProgram;
  sandbox: ClockProgram;
  bot: ClockProgram;
}

/** The sandbox waits ten seconds for an answer; a bot that needs longer goes on without anybody waiting. */
const BOT_PATIENCE_MS = 8_000;
/** Past the minute the digest is due. */
const MARGIN_MS = 1_000;

/**
 * The sandbox page moves the development clock; all programs follow it.
 * The API is told first and asked something after: its answer shows that it has the new time before the bot looks for due digests.
 */
export function connectClock(
  { api, sandbox, bot }: ClockPrograms,
  clockFile: ClockFile,
  patience = BOT_PATIENCE_MS,
): void {
  const ask = createQuestions(api);
  const botHasRun = createBotWatch(bot, patience);

  async function askNextRun(): Promise<string | null> {
    const { at } = await ask({ type: 'next-run?' });
    return typeof at === 'string' ? at : null;
  }

  /** Resolves when the bot has posted what became due, or takes too long. */
  async function advance(milliseconds: number): Promise<void> {
    clockFile.setOffset(clockFile.offset() + milliseconds);
    const message = { type: 'clock-offset', milliseconds: clockFile.offset() };
    api.send(message);
    sandbox.send(message);
    await askNextRun();
    const done = botHasRun(message.milliseconds);
    bot.send(message);
    await done;
  }

  async function jumpToNextDigest(): Promise<object> {
    const at = await askNextRun();
    if (at === null) return { at: null, message: NOTHING_SCHEDULED };
    const ahead = Date.parse(at) - (Date.now() + clockFile.offset());
    await advance(Math.max(0, ahead) + MARGIN_MS);
    const { runs } = await ask({ type: 'digest-runs?', since: at });
    return { at, message: describeJump(at, Array.isArray(runs) ? runs.filter(isRun) : []) };
  }

  // Nobody reads a rejection here, and one would end all programs: the page says by itself that it got no answer.
  sandbox.onMessage((message) => void answerSandbox(message).catch((error: unknown) => console.error(error)));

  async function answerSandbox(message: Message): Promise<void> {
    if (message.type === 'advance-clock' && typeof message['milliseconds'] === 'number') {
      await advance(message['milliseconds']);
    }
    if (message.type === 'jump-to-next-digest') {
      const result = await jumpToNextDigest().catch(describeFailure);
      sandbox.send({ type: 'jump-result', requestId: message['requestId'], ...result });
    }
  }
}

function describeFailure(error: unknown): object {
  const reason = error instanceof Error ? error.message : String(error);
  return { at: null, message: `The clock could not be moved: ${reason}` };
}

/** Asks the API; its answers carry the id of their question. */
function createQuestions(api: ClockProgram): (question: object) => Promise<Message> {
  const waiting = new Map<unknown, (answer: Message) => void>();
  api.onMessage((message) => {
    waiting.get(message['requestId'])?.(message);
    waiting.delete(message['requestId']);
  });
  return (question) => {
    const requestId = randomUUID();
    const { promise, resolve } = Promise.withResolvers<Message>();
    waiting.set(requestId, resolve);
    api.send({ ...question, requestId });
    return promise;
  };
}

/** Waits until the bot says that it has run with a clock's offset, or for as long as patience lasts. */
function createBotWatch(bot: ClockProgram, patience: number): (milliseconds: number) => Promise<void> {
  const waiting = new Map<unknown, () => void>();
  bot.onMessage((message) => {
    if (message.type === 'digests-ran') waiting.get(message['milliseconds'])?.();
  });
  return async (milliseconds) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.set(milliseconds, resolve);
    const timer = setTimeout(resolve, patience);
    await promise;
    clearTimeout(timer);
    waiting.delete(milliseconds);
  };
}
