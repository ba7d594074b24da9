/** Whose budget a request is taken off. */
import { createHash } from 'node:crypto';

/** Headers by their names in lower case; null: there is none. */
export interface HeaderReader {
  get(name: string): string | null;
}

export interface ClientSigns {
  /** A token that was found to be valid. */
  authorization: string | null;
  headers: HeaderReader;
  socket: { remoteAddress?: string | undefined } | undefined;
  /** A proxy stands in front and adds the address of its client to X-Forwarded-For. */
  behindProxy: boolean;
}

export function clientOf({ authorization, headers, socket, behindProxy }: ClientSigns): string {
  if (authorization !== null) return tokenClient(authorization);
  // The last address is the one our own proxy wrote; those before it are the client's word.
  const forwarded = behindProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return `address ${network(forwarded ?? socket?.remoteAddress ?? 'unknown')}`;
}

/** A household has a whole /64 of IPv6 addresses: they are one client. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [front = '', back = ''] = address.split('::');
  const groups = front.split(':').filter((group) => group !== '');
  const behind = back.split(':').filter((group) => group !== '');
  // "::" stands for as many zeros as eight groups lack.
  while (groups.length + behind.length < 8) groups.push('0');
  return [...groups, ...behind].slice(0, 4).join(':');
}

// The same few tokens come all the time.
const known = new Map<string, string>();
const MAX_KNOWN = 1_000;

function tokenClient(authorization: string): string {
  const name =
    known.get(authorization) ?? `token ${createHash('sha256').update(authorization).digest('base64url')}`;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(authorization, name);
  return name;
}
