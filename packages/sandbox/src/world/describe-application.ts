import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import { commandsIn } from './commands.ts';
import { guildsOfBot, type World } from './world.ts';

/** From a hundred servers on an application needs Discord's permission for what it could just switch on before. */
const MANY_GUILDS = 100;

const INTENTS = [
  {
    intent: GatewayIntentBits.GuildPresences,
    few: ApplicationFlags.GatewayPresenceLimited,
    many: ApplicationFlags.GatewayPresence,
  },
  {
    intent: GatewayIntentBits.GuildMembers,
    few: ApplicationFlags.GatewayGuildMembersLimited,
    many: ApplicationFlags.GatewayGuildMembers,
  },
  {
    intent: GatewayIntentBits.MessageContent,
    few: ApplicationFlags.GatewayMessageContentLimited,
    many: ApplicationFlags.GatewayMessageContent,
  },
];

/** https://docs.discord.com/developers/resources/application#application-object-application-flags */
export function describeApplicationFlags(world: World): { flags: ApplicationFlags; flags_new: string } {
  const isLarge = guildsOfBot(world).length >= MANY_GUILDS;
  const granted = INTENTS.filter(({ intent }) => (world.privilegedIntents & intent) !== 0);
  const badge = commandsIn(world, null).length > 0 ? ApplicationFlags.ApplicationCommandBadge : 0;
  const flags = granted.reduce<number>((all, { few, many }) => all | (isLarge ? many : few), badge);
  return { flags, flags_new: String(flags) };
}
