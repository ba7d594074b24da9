import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { WebhookRequest } from './compose-request.ts';
import { isPublicAddress } from '../web/is-public-address.ts';
import { pinnedLookup } from '../web/pinned-lookup.ts';

export type SendOutcome =
  /** `body`: the beginning of it. */
  { answered: true; status: number; body: string } | { answered: false; reason: string };

export type SendRequest = (request: WebhookRequest, stop?: AbortSignal) => Promise<SendOutcome>;

interface Address {
  address: string;
  family: number;
}

export interface SenderOptions {
  /** Every address of a name, as the system's resolver knows them. */
  resolve: (hostname: string) => Promise<Address[]>;
  /** Only for development: a receiver on this machine or its network may be sent to. */
  allowPrivateAddresses: boolean;
  /** Aborted when an attempt has taken too long. */
  timeout: () => AbortSignal;
}

const MAX_ANSWER_BYTES = 4_096;

/** Sends once: follows no redirect, reads little of the answer, and connects to the very address it has checked. Never rejects. */
export function createRequestSender({ resolve, allowPrivateAddresses, timeout }: SenderOptions): SendRequest {
  return async (outgoing, stop) => {
    const tooLate = timeout();
    const signal = stop === undefined ? tooLate : AbortSignal.any([tooLate, stop]);
    try {
      const url = new URL(outgoing.url);
      const addresses = await resolveHost(url.hostname.replace(/^\[|\]$/g, ''), resolve);
      const [address] = addresses;
      if (address === undefined) return failed('the name of the receiver has no address');
      if (!allowPrivateAddresses && !addresses.every((one) => isPublicAddress(one.address))) {
        return failed('the address of the receiver is private, and requests go to public addresses only');
      }
      return await exchange(url, outgoing, address, signal);
    } catch (error) {
      return failed(tooLate.aborted ? 'the receiver did not answer in time' : whyNot(error));
    }
  };
}

async function resolveHost(hostname: string, resolve: SenderOptions['resolve']): Promise<Address[]> {
  const family = isIP(hostname);
  return family === 0 ? resolve(hostname) : [{ address: hostname, family }];
}

async function exchange(
  url: URL,
  { headers, body }: WebhookRequest,
  pinned: Address,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const lookup = pinnedLookup(pinned.address);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    send(url, { method: 'POST', headers, lookup, signal, agent: false }, resolve)
      .on('error', reject)
      .end(body);
  });
  return { answered: true, status: response.statusCode ?? 0, body: await beginningOf(response) };
}

/** The status counts: a body that is endless or breaks off is cut. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      chunks.push(Buffer.from(chunk));
      size += chunks.at(-1)?.length ?? 0;
      if (size >= MAX_ANSWER_BYTES) break;
    }
  } catch {
    // Broken off.
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString('utf8');
}

function failed(reason: string): SendOutcome {
  return { answered: false, reason };
}

/** By code only: messages of the system name addresses of its network. */
function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the name of the receiver is not known';
  return `the receiver could not be reached (${code})`;
}
