import type { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import { literal, nullable, number, object, safeParse, string, union } from 'zod/mini';
import type { ClockWish, RequestClock } from './http/move-clock.ts';

/** The part of `process` that speaks with the program that started this one. */
export interface ParentChannel extends Pick<EventEmitter, 'on' | 'off'> {
  send?: ((message: object) => unknown) | undefined;
}

interface ParentOptions {
  channel: ParentChannel;
  /** The clock of all programs has been set. */
  onOffset(milliseconds: number): void;
  onStop(): void;
  /** Content time, for the answer to a wish. */
  now(): Date;
}

const messageShape = union([
  object({ type: literal('stop') }),
  object({ type: literal('clock-offset'), milliseconds: number() }),
  object({
    type: literal('jump-result'),
    requestId: string(),
    at: nullable(string()),
    message: string(),
  }),
]);

/** A parent that does not answer is worse than an error. */
const PATIENCE_MS = 10_000;

type Moved = Awaited<ReturnType<RequestClock>>;

/** Listens to the program that started this one; the answer is how to ask it to move the clock, or undefined when nobody did. */
export function followParent(options: ParentOptions): RequestClock | undefined {
  const { channel } = options;
  const { send } = channel;
  if (send === undefined) return undefined;
  const jumps = new Map<string, (moved: Moved) => void>();
  const advances: ((moved: Moved) => void)[] = [];

  channel.on('disconnect', () => options.onStop());
  channel.on('message', (value: unknown) => {
    const message = safeParse(messageShape, value);
    if (!message.success) return;
    if (message.data.type === 'stop') options.onStop();
    else if (message.data.type === 'clock-offset') {
      options.onOffset(message.data.milliseconds);
      for (const done of advances.splice(0)) done({ at: options.now(), message: 'The clock moved.' });
    } else {
      const { requestId, at, message: text } = message.data;
      jumps.get(requestId)?.({ at: at === null ? null : new Date(at), message: text });
    }
  });

  return async (wish: ClockWish) => {
    const answer = Promise.withResolvers<Moved>();
    const requestId = randomUUID();
    if (wish === 'next-digest') {
      jumps.set(requestId, answer.resolve);
      send.call(channel, { type: 'jump-to-next-digest', requestId });
    } else {
      advances.push(answer.resolve);
      send.call(channel, { type: 'advance-clock', milliseconds: wish.advanceMilliseconds });
    }
    const timer = setTimeout(
      () => answer.resolve({ at: null, message: 'The program that keeps the clock did not answer.' }),
      PATIENCE_MS,
    );
    try {
      return await answer.promise;
    } finally {
      clearTimeout(timer);
      jumps.delete(requestId);
    }
  };
}
