import { randomUUID } from 'node:crypto';
import type { ClockFile } from './clock-file.ts';
import type { Message, Program } from './program.ts';

/**
 * The sandbox page moves the development clock; all programs follow it.
 * The API is told first and asked something after: its answer shows that it has the new time before the bot looks for due digests.
 */
export function connectClock(
  { api, sandbox, bot }: { api: Program; sandbox: Program; bot: Program },
  clockFile: ClockFile,
): void {
  const askNextRun = createNextRunQuestion(api);

  async function advance(milliseconds: number): Promise<void> {
    clockFile.setOffset(clockFile.offset() + milliseconds);
    const message = { type: 'clock-offset', milliseconds: clockFile.offset() };
    api.send(message);
    sandbox.send(message);
    await askNextRun();
    bot.send(message);
  }

  async function jumpToNextDigest(): Promise<object> {
    const at = await askNextRun();
    if (at === null) return { at: null, message: 'No digest is scheduled: create one with /digest create.' };
    const ahead = Date.parse(at) - (Date.now() + clockFile.offset());
    await advance(Math.max(0, ahead) + 1_000);
    return { at, message: 'The clock has moved to the next digest.' };
  }

  sandbox.onMessage((message) => void answerSandbox(message));

  async function answerSandbox(message: Message): Promise<void> {
    if (message.type === 'advance-clock' && typeof message['milliseconds'] === 'number') {
      await advance(message['milliseconds']);
    }
    if (message.type === 'jump-to-next-digest') {
      const result = await jumpToNextDigest();
      sandbox.send({ type: 'jump-result', requestId: message['requestId'], ...result });
    }
  }
}

/** Asks the API for its earliest run; null when none is scheduled. */
function createNextRunQuestion(api: Program): () => Promise<string | null> {
  const waiting = new Map<string, (at: string | null) => void>();
  api.onMessage((message) => {
    if (message.type !== 'next-run' || typeof message['requestId'] !== 'string') return;
    waiting.get(message['requestId'])?.(typeof message['at'] === 'string' ? message['at'] : null);
    waiting.delete(message['requestId']);
  });
  return () => {
    const requestId = randomUUID();
    const { promise, resolve } = Promise.withResolvers<string | null>();
    waiting.set(requestId, resolve);
    api.send({ type: 'next-run?', requestId });
    return promise;
  };
}
