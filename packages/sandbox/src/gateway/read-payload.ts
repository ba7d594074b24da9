import { GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData } from 'ws';
import {
  array,
  int,
  object,
  optional,
  record,
  safeParse,
  string,
  tuple,
  union,
  unknown,
  type infer as Infer,
} from 'zod/mini';
import type { PayloadJudge } from './send-payload.ts';

const payloadShape = object({ op: int(), d: optional(unknown()) });
const identifyShape = object({
  token: string(),
  // Left out they are no intents that exist: 4013, not 4002.
  intents: optional(int()),
  // Discord asks for it and does not look into it; https://github.com/discord/discord-api-docs/pull/518
  properties: record(string(), unknown()),
  shard: optional(tuple([int(), int()])),
});
const resumeShape = object({ token: string(), session_id: string(), seq: int() });
const membersShape = object({
  guild_id: string(),
  query: optional(string()),
  limit: optional(int()),
  user_ids: optional(union([string(), array(string())])),
  nonce: optional(string()),
});

export type IdentifyData = Infer<typeof identifyShape>;
export type ResumeData = Infer<typeof resumeShape>;
export type MembersData = Infer<typeof membersShape>;

export type Payload =
  | { kind: 'heartbeat' }
  | { kind: 'identify'; data: IdentifyData }
  | { kind: 'resume'; data: ResumeData }
  | { kind: 'members'; data: MembersData }
  | { kind: 'other'; op: number };

/** Null for what Discord answers with a decode error: too long, not JSON, not a payload. */
export function readPayload(data: RawData, maxBytes: number, judge: PayloadJudge): Payload | null {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  if (bytes.length > maxBytes) return null;
  const payload = safeParse(payloadShape, parseJson(bytes.toString('utf8')));
  if (!payload.success) return null;
  const { op, d } = payload.data;
  const name = GatewayOpcodes[op];
  if (name !== undefined) judge('SaidByBots', name, payload.data);
  return toPayload(op, d);
}

function toPayload(op: number, d: unknown): Payload | null {
  switch (op) {
    case GatewayOpcodes.Heartbeat:
      return { kind: 'heartbeat' };
    case GatewayOpcodes.Identify: {
      const identity = safeParse(identifyShape, d);
      return identity.success ? { kind: 'identify', data: identity.data } : null;
    }
    case GatewayOpcodes.Resume: {
      const resume = safeParse(resumeShape, d);
      return resume.success ? { kind: 'resume', data: resume.data } : null;
    }
    case GatewayOpcodes.RequestGuildMembers: {
      const members = safeParse(membersShape, d);
      return members.success ? { kind: 'members', data: members.data } : null;
    }
    default:
      return { kind: 'other', op };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
