import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { canonicalLocale } from './canonical-locale.ts';
import { commit } from '../idempotency/commit.ts';
import { findCommunity } from './find-community.ts';
import { isSnowflake } from './snowflake.ts';
import { communities } from './table.ts';

export interface CommunityInput {
  guildId: string;
  name: string;
  locale: string;
}

export interface RegisteredCommunity {
  communityId: string;
}

// Discord allows 100 characters; one of them can be two UTF-16 units.
const MAX_NAME = 200;

/** Adds the guild, or brings its name and locale up to date; what moderators have set stays. */
export async function registerCommunity(
  db: Database,
  input: CommunityInput,
  act: Act,
): Promise<RegisteredCommunity> {
  const { guildId, name, locale } = validated(input);
  const result = { communityId: guildId };
  const known = await findCommunity(db, guildId);
  if (known?.name === name && known.locale === locale) return commit(db, act, { statements: [], result });
  const community = {
    id: guildId,
    name,
    locale,
    timeZone: 'UTC',
    moderatorRoleIds: [],
    createdAt: act.now,
  };
  return commit(db, act, {
    statements: [
      db.orm
        .insert(communities)
        .values(community)
        .onConflictDoUpdate({ target: communities.id, set: { name, locale } }),
      recordAct(act, {
        communityId: guildId,
        action: known === null ? 'community.register' : 'community.rename',
        subjectId: guildId,
        ...(known !== null && { before: { name: known.name, locale: known.locale } }),
        after: { name, locale },
      }),
    ],
    result,
  });
}

function validated({ guildId, name, locale }: CommunityInput): CommunityInput {
  if (!isSnowflake(guildId)) {
    throw new InvalidInputError(
      'A guild id is Discord\'s number for a server, such as "1336000000000000001"',
      ['input', 'guildId'],
    );
  }
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > MAX_NAME || !trimmed.isWellFormed()) {
    throw new InvalidInputError(`A server's name has 1 to ${MAX_NAME} characters`, ['input', 'name']);
  }
  return { guildId, name: trimmed, locale: canonicalLocale(locale, ['input', 'locale']) };
}
