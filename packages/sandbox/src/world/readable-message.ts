import { GatewayIntentBits } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { describeMessage } from './describe-message.ts';
import type { StoredMessage } from './records.ts';
import type { World } from './world.ts';

/**
 * Without MESSAGE_CONTENT a bot reads its own messages, those to it alone and those that mention it; the others are
 * empty, in the gateway by what it identified with, in REST by what the application has switched on.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function readableMessage(
  world: World,
  stored: StoredMessage,
  intents: number = world.privilegedIntents,
): APIMessage {
  const message = describeMessage(world, stored);
  const readable =
    stored.guildId === null ||
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    message.author.id === world.bot.id ||
    message.application_id === world.bot.id ||
    message.mentions.some((user) => user.id === world.bot.id);
  if (readable) return message;
  const { poll: _poll, ...shown } = message;
  return { ...shown, content: '', embeds: [], attachments: [], components: [] };
}
