/** What the API and the program that started it tell each other, if one did: JSON messages over Node's IPC channel. */
import { z } from 'zod';
import type { DigestRun } from './digests/find-runs.ts';

export interface ParentChannel {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect' | 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
  send?: ((message: unknown, callback: (error: Error | null) => void) => unknown) | undefined;
}

export interface ParentHandlers {
  setClockOffset(milliseconds: number): void;
  findNextRun(): Promise<Date | null>;
  findRuns(since: Date): Promise<DigestRun[]>;
}

const requestIdSchema = z.union([z.string(), z.number()]);

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stop') }),
  z.object({ type: z.literal('clock-offset'), milliseconds: z.number() }),
  z.object({ type: z.literal('next-run?'), requestId: requestIdSchema }),
  z.object({ type: z.literal('digest-runs?'), requestId: requestIdSchema, since: z.iso.datetime() }),
]);

/** Answers the parent until the program is to stop: on its word, when it is gone, or on a signal. */
export async function serveParent(channel: ParentChannel, handlers: ParentHandlers): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => {
      channel.off('message', onMessage);
      resolve();
    };
    const onMessage = (content: unknown) => {
      const message = messageSchema.safeParse(content);
      if (!message.success) return;
      if (message.data.type === 'stop') stop();
      else if (message.data.type === 'clock-offset') handlers.setClockOffset(message.data.milliseconds);
      else void answer(channel, handlers, message.data);
    };
    channel.on('message', onMessage);
    channel.once('disconnect', stop);
    channel.once('SIGINT', stop);
    channel.once('SIGTERM', stop);
  });
}

/** Without a parent, nothing. A parent that is gone by now is noticed by its disconnect. */
export function tellParent(channel: ParentChannel, message: unknown): void {
  channel.send?.(message, () => undefined);
}

type Question = Extract<z.infer<typeof messageSchema>, { requestId: unknown }>;

async function answer(channel: ParentChannel, handlers: ParentHandlers, question: Question): Promise<void> {
  const { requestId } = question;
  if (question.type === 'next-run?') {
    const at = await handlers.findNextRun();
    tellParent(channel, { type: 'next-run', requestId, at: at?.toISOString() ?? null });
  } else {
    const runs = await handlers.findRuns(new Date(question.since));
    tellParent(channel, { type: 'digest-runs', requestId, runs });
  }
}
