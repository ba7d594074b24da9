import { timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { communities } from '../communities/table.ts';
import type { Database } from '../database/client.ts';
import { UnauthenticatedError } from './errors.ts';
import { hashToken } from './hash-token.ts';
import { readActor, type ClaimedActor } from './read-actor.ts';
import type { Viewer } from './viewer.ts';

export interface Credentials {
  /** The header `Authorization`, null when there is none. */
  authorization: string | null;
  /** The header `Communique-Actor`, null when there is none. Anybody could send one: it counts only beside the bot's token. */
  actorHeader: string | null;
  db: Database;
  /** `hashToken` of the bot's token; null: no bot may authenticate. */
  botTokenHash: Buffer | null;
}

// https://discord.com/developers/docs/topics/permissions
const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

/** No token: an anonymous reader. A wrong one is refused, so that a mistake in the settings is not taken for anonymity. */
export async function resolveViewer({
  authorization,
  actorHeader,
  db,
  botTokenHash,
}: Credentials): Promise<Viewer> {
  if (authorization === null) return { kind: 'anonymous' };
  if (!isBot(authorization, botTokenHash)) {
    throw new UnauthenticatedError('The bearer token in the header Authorization is not valid here');
  }
  return actorHeader === null ? { kind: 'bot' } : viewerOf(db, readActor(actorHeader));
}

function isBot(authorization: string, botTokenHash: Buffer | null): boolean {
  const token = /^Bearer +([^\s]+)$/i.exec(authorization.trim())?.[1];
  return token !== undefined && botTokenHash !== null && timingSafeEqual(hashToken(token), botTokenHash);
}

async function viewerOf(db: Database, actor: ClaimedActor): Promise<Viewer> {
  const moderates = hasModeratorPermission(actor.permissions) || (await hasModeratorRole(db, actor));
  return { kind: moderates ? 'moderator' : 'member', communityId: actor.guildId, userId: actor.userId };
}

function hasModeratorPermission(permissions: bigint): boolean {
  return (permissions & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;
}

async function hasModeratorRole(db: Database, actor: ClaimedActor): Promise<boolean> {
  if (actor.roleIds.length === 0) return false;
  const [community] = await db.orm
    .select({ moderatorRoleIds: communities.moderatorRoleIds })
    .from(communities)
    .where(eq(communities.id, actor.guildId));
  return community?.moderatorRoleIds.some((roleId) => actor.roleIds.includes(roleId)) ?? false;
}
