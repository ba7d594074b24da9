import { timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { communities } from '../communities/table.ts';
import type { Database } from '../database/client.ts';
import { UnauthenticatedError } from './errors.ts';
import { hashToken } from './hash-token.ts';
import { readActor, type ClaimedActor } from './read-actor.ts';
import { accessTokens, editors } from './table.ts';
import { VIEWER_KINDS, type Viewer } from './viewer.ts';

export interface Credentials {
  /** The header `Authorization`, null when there is none. */
  authorization: string | null;
  /** The header `Communique-Actor`, null when there is none. Anybody could send one: it counts only beside a bot's token. */
  actorHeader: string | null;
  db: Database;
  /** `hashToken` of the bot's token in the settings; null: none is set. */
  botTokenHash: Buffer | null;
  /** The machine's time: tokens expire by it. */
  now: Date;
}

// https://discord.com/developers/docs/topics/permissions
const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

/** No token: an anonymous reader. A wrong one is refused, so that a mistake in the settings is not taken for anonymity. */
export async function resolveViewer(credentials: Credentials): Promise<Viewer> {
  const { authorization, actorHeader, db } = credentials;
  if (authorization === null) return { kind: 'anonymous' };
  const holder = await holderOf(authorization, credentials);
  if (holder === null) {
    throw new UnauthenticatedError('The bearer token in the header Authorization is not valid here');
  }
  if (holder.kind !== 'bot' || actorHeader === null) return holder;
  const { tokenId } = holder;
  return viewerOf(db, readActor(actorHeader), tokenId === undefined ? {} : { tokenId });
}

/** The viewer a token stands for on its own; null: it is not valid. */
async function holderOf(
  authorization: string,
  { db, botTokenHash, now }: Credentials,
): Promise<Exclude<Viewer, { kind: 'anonymous' }> | null> {
  const token = /^Bearer +([^\s]+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) return null;
  const hash = hashToken(token);
  if (botTokenHash !== null && timingSafeEqual(hash, botTokenHash)) return { kind: 'bot' };
  const [found] = await db.orm.select().from(accessTokens).where(eq(accessTokens.hash, hash));
  if (found === undefined || found.revokedAt !== null) return null;
  const { id: tokenId, name, role, communityId, expiresAt } = found;
  if (expiresAt !== null && expiresAt <= now) return null;
  return role === 'BOT' ? { kind: 'bot', tokenId } : { kind: VIEWER_KINDS[role], communityId, tokenId, name };
}

async function viewerOf(db: Database, actor: ClaimedActor, through: { tokenId?: string }): Promise<Viewer> {
  const moderates = hasModeratorPermission(actor.permissions) || (await hasModeratorRole(db, actor));
  const editorName = await editorNameOf(db, actor.userId);
  return {
    kind: moderates ? 'moderator' : 'member',
    communityId: actor.guildId,
    userId: actor.userId,
    ...(editorName !== undefined && { editorName }),
    ...through,
  };
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

async function editorNameOf(db: Database, userId: string): Promise<string | undefined> {
  const [editor] = await db.orm
    .select({ name: editors.name })
    .from(editors)
    .where(eq(editors.userId, userId));
  return editor?.name;
}
