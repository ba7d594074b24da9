import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
} from 'discord-api-types/v10';
import { latestBriefings } from './briefing/latest-briefings.ts';
import type { Command, CommandCall, CommandContext, Reply } from './command.ts';
import { changeSchedule } from './digest/change-schedule.ts';
import { completeDigest } from './digest/complete-digest.ts';
import { createSchedule } from './digest/create-schedule.ts';
import { listSchedules } from './digest/list-schedules.ts';
import { previewDigest } from './digest/preview-digest.ts';

/** `/digest create | preview | list | pause | resume | remove`, for moderators. The API checks who may; Discord only hides it from others. */
export const digest: Command = {
  data: {
    name: 'digest',
    description: 'New briefings posted in a channel, at a local time of your choice',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      subcommand('create', 'Post new briefings regularly in a channel', createOptions()),
      subcommand('preview', 'See what the next digest would look like', [scheduleOption()]),
      subcommand('list', 'The digests of this server, when they come and what happened last', []),
      subcommand('pause', 'Stop a digest for now', [scheduleOption()]),
      subcommand('resume', 'Start a paused or stopped digest again', [scheduleOption()]),
      subcommand('remove', 'Remove a digest for good', [scheduleOption()]),
    ],
  },
  ephemeral: true,
  run: async (call, context) => ({ message: await answer(call, context), ephemeral: true }),
  complete: completeDigest,
  presses: {
    delivery: async (_press, context) => (await latestBriefings(null, context)).message,
  },
};

async function answer(call: CommandCall, context: CommandContext): Promise<Reply['message']> {
  switch (call.subcommand) {
    case 'create':
      return createSchedule(call, context);
    case 'preview':
      return previewDigest(call, context);
    case 'pause':
    case 'resume':
    case 'remove':
      return changeSchedule(call.subcommand, call, context);
    case null:
    default:
      return listSchedules(context);
  }
}

function subcommand(
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options };
}

function scheduleOption(): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: 'schedule',
    description: 'Which one: pick it from the list',
    required: true,
    autocomplete: true,
  };
}

function createOptions(): APIApplicationCommandBasicOption[] {
  return [
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel',
      description: 'Where to post',
      required: true,
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'time',
      description: 'Local time of the post, such as 09:00',
      required: true,
      max_length: 20,
    },
    autocompleted('timezone', "Of that local time, such as Europe/Berlin; this server's when left out"),
    autocompleted('weekdays', 'every day, weekdays, weekends, or a list such as mon,wed,fri'),
    autocompleted('topics', 'Only these, separated by commas; all when left out'),
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'size',
      description: 'How many briefings at most (3 when left out)',
      min_value: 1,
      max_value: 10,
    },
  ];
}

function autocompleted(name: string, description: string): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    autocomplete: true,
    max_length: 100,
  };
}
