import { z } from 'zod';
import { InvalidInputError } from '../domain-errors.ts';

/** What Discord says of the person on whose behalf the bot asks. */
export interface ClaimedActor {
  userId: string;
  guildId: string;
  roleIds: string[];
  /** Discord's permission bits of the person in the channel they spoke in. */
  permissions: bigint;
}

export const ACTOR_HEADER = 'Communique-Actor';

// A member of a guild can hold 250 roles (Discord's limit): with 20 digits each that is about 8,000 characters of base64url.
const MAX_LENGTH = 10_000;

const snowflake = z.string().regex(/^\d{1,20}$/);
const actorSchema = z.strictObject({
  userId: snowflake,
  guildId: snowflake,
  roleIds: z.array(snowflake).max(250),
  permissions: z
    .string()
    .regex(/^\d{1,40}$/)
    .transform((bits) => BigInt(bits)),
});

/** Reads the header `Communique-Actor`: base64url of JSON. */
export function readActor(header: string): ClaimedActor {
  const parsed = actorSchema.safeParse(decode(header));
  if (!parsed.success) {
    throw new InvalidInputError(
      `The header ${ACTOR_HEADER} must be base64url of JSON with userId, guildId, roleIds and permissions as Discord sends them`,
    );
  }
  return parsed.data;
}

function decode(header: string): unknown {
  if (header.length > MAX_LENGTH || !/^[A-Za-z0-9_-]+$/.test(header)) return undefined;
  try {
    return JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
