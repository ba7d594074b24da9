import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { problem, type Problem } from '../validation/problem.ts';
import { InvalidFormError } from '../world/discord-error.ts';
import { firstAtOrAfter, isPublic, messagesIn } from '../world/messages.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import { readableMessage } from '../world/readable-message.ts';
import type { ChannelRecord, StoredMessage } from '../world/records.ts';
import { isSnowflake } from '../world/snowflakes.ts';
import type { World } from '../world/world.ts';

/** Get Channel Messages: newest first, around, before or after an id. Without READ_MESSAGE_HISTORY the list is empty. */
export function listMessages(world: World, channel: ChannelRecord, query: URLSearchParams): APIMessage[] {
  const { limit, anchor } = readQuery(query);
  const permissions = channelPermissions(world, channel, world.bot.id);
  if (!has(permissions, PermissionFlagsBits.ReadMessageHistory)) return [];
  const visible = messagesIn(world, channel.id).filter(isPublic);
  return cut(visible, anchor, limit)
    .toReversed()
    .map((stored) => readableMessage(world, stored));
}

interface Anchor {
  kind: 'around' | 'before' | 'after';
  id: string;
}

function cut(messages: StoredMessage[], anchor: Anchor | null, limit: number): StoredMessage[] {
  if (anchor === null) return messages.slice(-limit);
  const index = firstAtOrAfter(messages, anchor.id);
  switch (anchor.kind) {
    case 'before':
      return messages.slice(Math.max(0, index - limit), index);
    case 'after': {
      const start = messages[index]?.message.id === anchor.id ? index + 1 : index;
      return messages.slice(start, start + limit);
    }
    case 'around': {
      const start = Math.max(0, index - Math.floor(limit / 2));
      return messages.slice(start, start + limit);
    }
  }
}

function readQuery(query: URLSearchParams): { limit: number; anchor: Anchor | null } {
  const problems: Problem[] = [];
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit))
    problems.push(problem(['limit'], 'NUMBER_TYPE_COERCE', `Value "${query.get('limit')}" is not int.`));
  else if (limit < 1 || limit > 100)
    problems.push(problem(['limit'], 'NUMBER_TYPE_RANGE', 'int value should be between 1 and 100.'));
  const anchors = (['around', 'before', 'after'] as const).flatMap((kind) => {
    const id = query.get(kind);
    if (id === null) return [];
    if (isSnowflake(id)) return [{ kind, id }];
    problems.push(problem([kind], 'NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`));
    return [];
  });
  if (problems.length > 0) {
    throw new InvalidFormError([
      {
        rule: 'message-list-query',
        source: 'https://docs.discord.com/developers/resources/message#get-channel-messages',
        status: 400,
        problems,
      },
    ]);
  }
  return { limit, anchor: anchors[0] ?? null };
}
