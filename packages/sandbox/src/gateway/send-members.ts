import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { APIGuildMember } from 'discord-api-types/v10';
import { describeMember } from '../world/describe-member.ts';
import { findUser, guildsOfBot, type World } from '../world/world.ts';
import type { MembersData } from './read-payload.ts';
import { dispatch, type Session } from './session.ts';

const CHUNK = 1_000;

/** Answers Request Guild Members in chunks, or says with which code the connection ends; https://docs.discord.com/developers/events/gateway-events#request-guild-members */
export function sendMembers(world: World, session: Session, data: MembersData): GatewayCloseCodes | null {
  const guild = guildsOfBot(world).find((candidate) => candidate.id === data.guild_id);
  if (guild === undefined) return null;
  const ids = data.user_ids === undefined ? null : [data.user_ids].flat();
  const query = (data.query ?? '').toLowerCase();
  const limit = data.limit ?? 0;
  const wantsAll = ids === null && query === '' && limit === 0;
  if (wantsAll && (session.intents & GatewayIntentBits.GuildMembers) === 0) {
    return GatewayCloseCodes.DisallowedIntents;
  }
  const described = guild.members.flatMap((member): APIGuildMember[] => {
    const user = findUser(world, member.userId);
    if (user === undefined || (ids !== null && !ids.includes(user.id))) return [];
    const isMeant =
      ids !== null || [user.username, member.nick ?? ''].some((name) => name.toLowerCase().startsWith(query));
    return isMeant ? [describeMember(member, user)] : [];
  });
  const members = limit > 0 && ids === null ? described.slice(0, Math.min(limit, 100)) : described;
  const count = Math.max(1, Math.ceil(members.length / CHUNK));
  for (let index = 0; index < count; index += 1) {
    dispatch(session, {
      t: GatewayDispatchEvents.GuildMembersChunk,
      d: {
        guild_id: guild.id,
        members: members.slice(index * CHUNK, (index + 1) * CHUNK),
        chunk_index: index,
        chunk_count: count,
        ...(ids !== null && { not_found: ids.filter((id) => !members.some(({ user }) => user.id === id)) }),
        ...(data.nonce !== undefined && { nonce: data.nonce }),
      },
    });
  }
  return null;
}
