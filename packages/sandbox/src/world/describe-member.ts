import type { APIGuildMember, APIUser } from 'discord-api-types/v10';
import type { MemberRecord } from './records.ts';

/** A member as REST and gateway show it. */
export function describeMember(member: MemberRecord, user: APIUser): APIGuildMember {
  return {
    user,
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roleIds,
    joined_at: member.joinedAt,
    premium_since: null,
    communication_disabled_until: member.mutedUntil ?? null,
    deaf: false,
    mute: false,
    pending: false,
    flags: NO_FLAGS,
  };
}

/** Typed as a number because the flag enum has no member for zero. */
const NO_FLAGS: number = 0;
