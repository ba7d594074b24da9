import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openClockFile } from '../../scripts/start/clock-file.ts';
import { connectClock, type ClockProgram } from '../../scripts/start/connect-clock.ts';
import type { Message } from '../../scripts/start/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AT = '2026-11-26T09:00:00.000Z';
const RUN = { channelId: '113', state: 'SENT', reason: null, briefings: 3 };

/** A program at the other end of the channel: `hears` answers what it is sent. */
function aProgram(
  hears: (message: Message) => Message | null,
): ClockProgram & { say(message: Message): void } {
  const listeners: ((message: Message) => void)[] = [];
  const say = (message: Message): void => listeners.forEach((listener) => listener(message));
  return {
    say,
    onMessage: (listener) => void listeners.push(listener),
    send(message) {
      const answer = hears(message as Message);
      if (answer !== null) queueMicrotask(() => say(answer));
    },
  };
}

/** Jumps with an API that knows these runs, and answers what the sandbox is told. */
async function jump(options: {
  at: string | null;
  runs?: object[];
  isBotSilent?: boolean;
  setOffset?: () => void;
}): Promise<Message> {
  const order: string[] = [];
  const { promise, resolve } = Promise.withResolvers<Message>();
  let offset = 0;
  const api = aProgram(({ type, requestId }) => {
    order.push(`api ${type}`);
    if (type === 'next-run?') return { type: 'next-run', requestId, at: options.at };
    return type === 'digest-runs?' ? { type: 'digest-runs', requestId, runs: options.runs ?? [] } : null;
  });
  const bot = aProgram(({ type, milliseconds }) => {
    order.push(`bot ${type}`);
    return options.isBotSilent === true ? null : { type: 'digests-ran', milliseconds };
  });
  const sandbox = aProgram((message) => {
    if (message.type === 'jump-result') resolve(message);
    return null;
  });
  connectClock(
    { api, sandbox, bot },
    {
      offset: () => offset,
      setOffset: options.setOffset ?? ((milliseconds) => void (offset = milliseconds)),
    },
    20,
  );
  sandbox.say({ type: 'jump-to-next-digest', requestId: '1' });
  const result = await promise;
  return { ...result, order, now: Date.now() + offset };
}

test('the bot posts after the API has the new time, and the page is told what came of it', async () => {
  const result = await jump({ at: AT, runs: [RUN] });
  expect(result).toMatchObject({ requestId: '1', at: AT });
  expect(result['message']).toBe('It is <t:1795683600:f>. The digest with 3 briefings was posted in <#113>.');
  expect(result['order']).toEqual([
    'api next-run?',
    'api clock-offset',
    'api next-run?',
    'bot clock-offset',
    'api digest-runs?',
  ]);
  expect(result['now']).toBeGreaterThanOrEqual(Date.parse(AT));
});

test.each([
  [{ ...RUN, briefings: 1 }, 'The digest with 1 briefing was posted in <#113>.'],
  [
    { ...RUN, state: 'SKIPPED', reason: 'nothing new since the last digest' },
    'No digest was posted in <#113>. Nothing new since the last digest.',
  ],
  [
    { ...RUN, state: 'FAILED', reason: 'Discord says: Missing Permissions.' },
    'The digest could not be posted in <#113>. Discord says: Missing Permissions.',
  ],
  [
    { ...RUN, state: 'PLANNED', reason: 'Discord could not be reached' },
    'The digest has not been posted in <#113> yet. Discord could not be reached. The bot tries again by itself.',
  ],
])('a run is put into words: %j', async (run, words) => {
  expect((await jump({ at: AT, runs: [run] }))['message']).toContain(words);
});

test('a bot that does not answer is not waited for', async () => {
  const { message } = await jump({ at: AT, isBotSilent: true });
  expect(message).toContain('has not posted anything yet');
});

test('without a schedule the clock stays, and the page is told what to do', async () => {
  const result = await jump({ at: null });
  expect(result).toMatchObject({ at: null, order: ['api next-run?'] });
  expect(result['message']).toContain('/digest create');
});

test('a clock that cannot be kept does not move, and the page is told why', async () => {
  const folder = temporaryFolder();
  const clockFile = openClockFile({ dataDirectory: folder, discordToken: undefined });
  rmSync(folder, { recursive: true });
  const result = await jump({ at: AT, setOffset: () => clockFile.setOffset(1_000) });
  expect(result).toMatchObject({ at: null, order: ['api next-run?'] });
  expect(result['message']).toMatch(/^The clock could not be moved: ENOENT/);
  expect(clockFile.offset()).toBe(0);
});
