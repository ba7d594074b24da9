import { setTimeout as wait } from 'node:timers/promises';
import type { NodeConnection } from '../http/serve.ts';
import { tooMany } from './answer-request.ts';
import type { Fault } from './faults.ts';

/** Lets a mishap happen to one request; `answer` is what Discord would have done. */
export async function applyFault(
  fault: Fault | null,
  connection: NodeConnection,
  answer: () => Promise<Response>,
  bucketHeaders: (seconds: number) => Record<string, string>,
): Promise<Response> {
  if (fault === null) return answer();
  if (fault.delayMs !== undefined) await wait(fault.delayMs);
  if (fault.drop === 'before') return dropped(connection);
  const failure = failureOf(fault, bucketHeaders);
  const response = failure === null || fault.afterWrite === true ? await answer() : failure;
  if (fault.drop === 'after') return dropped(connection);
  const seen = failure ?? response;
  return fault.slowBodyMs === undefined ? seen : slowed(seen, fault.slowBodyMs);
}

/** What the bot gets in place of the answer; null when it gets the answer. */
function failureOf(
  { status, body, headers = {}, rateLimitSeconds }: Fault,
  bucketHeaders: (seconds: number) => Record<string, string>,
): Response | null {
  const patience = rateLimitSeconds ?? (status === 429 && body === undefined ? 1 : undefined);
  if (patience !== undefined) {
    const refusal = tooMany({ retryAfter: patience, scope: 'user' });
    const all = { ...bucketHeaders(patience), ...headers };
    for (const [name, value] of Object.entries(all)) refusal.headers.set(name, value);
    return refusal;
  }
  if (status === undefined) return null;
  if (BODILESS.has(status)) return new Response(null, { status, headers });
  return Response.json(body ?? { message: 'A fault of the sandbox', code: 0 }, { status, headers });
}

const BODILESS = new Set([204, 205, 304]);
const PIECES = 8;

/** The same answer, its body in pieces. */
async function slowed(response: Response, milliseconds: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.length / PIECES));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(milliseconds / PIECES);
      controller.enqueue(bytes.subarray(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
  });
  return new Response(body, response);
}

/** The bot sees "other side closed". */
function dropped(connection: NodeConnection): Response {
  connection.incoming.socket.destroy();
  return new Response(null, { status: 500 });
}
