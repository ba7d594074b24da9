import {
  CommunitySettingsDocument,
  CreateScheduleDocument,
  type CreateDigestScheduleInput,
} from '../../api/generated/graphql.ts';
import { uuidOf } from '../../api/idempotency-key.ts';
import { parseTimeOfDay } from '../../completion/parse-time-of-day.ts';
import { findTopic } from '../../completion/find-topic.ts';
import { parseWeekdays } from '../../completion/weekdays.ts';
import { missingPermissions } from '../../discord/permissions.ts';
import { inputProblem } from '../../messages/input-problem.ts';
import type { MessageBody } from '../../messages/message.ts';
import { problemMessage } from '../../messages/problem-message.ts';
import { scheduleMessage } from '../../messages/schedule-messages.ts';
import { topicNames } from '../../messages/topic-names.ts';
import { listTopics } from '../briefing/latest-briefings.ts';
import type { ChosenChannel, CommandCall, CommandContext } from '../command.ts';

/** Names of the command's options by the field of the API's input they fill. */
const OPTIONS: Readonly<Record<string, string>> = {
  channelId: 'channel',
  localTime: 'time',
  timeZone: 'timezone',
  weekdays: 'weekdays',
  topics: 'topics',
  size: 'size',
};

export async function createSchedule(call: CommandCall, context: CommandContext): Promise<MessageBody> {
  const channel = call.channel('channel');
  if (channel === null) return problemMessage(['**channel:** pick a text or announcement channel.']);
  const missing = missingPermissions(channel.botPermissions);
  if (missing.length > 0) return cannotPost(channel, missing);
  const wanted = listOf(call.text('topics'));
  const known = wanted.length === 0 ? [] : await listTopics(context);
  const weekdays = parseWeekdays(call.text('weekdays') ?? 'every day');
  if (weekdays === null)
    return problemMessage([
      '**weekdays:** write “every day”, “weekdays”, “weekends”, or days such as “mon,wed,fri”.',
    ]);
  const { createDigestSchedule: result } = await context.request(CreateScheduleDocument, {
    input: {
      channelId: channel.id,
      localTime: parseTimeOfDay(call.text('time') ?? ''),
      timeZone: call.text('timezone')?.trim() ?? (await communityZone(call, context)),
      weekdays,
      topics: wanted.map((topic) => findTopic(topic, known)?.slug ?? topic),
      ...sizeOf(call.integer('size')),
      idempotencyKey: uuidOf(call.id),
    },
  });
  if (result.__typename !== 'DigestSchedule') {
    const isTopic = result.path.includes('topics');
    return inputProblem(result, OPTIONS, isTopic ? [topicNames(known)] : []);
  }
  return scheduleMessage('**The digest is set up.** See it now with /digest preview.', result);
}

function cannotPost(channel: ChosenChannel, missing: readonly string[]): MessageBody {
  const names = missing.map((name) => `**${name}**`).join(', ');
  return problemMessage([
    `**channel:** I may not post in <#${channel.id}>.`,
    `Missing there: ${names}. Give me ${missing.length === 1 ? 'this permission' : 'these permissions'} in the channel's settings, then try again.`,
  ]);
}

async function communityZone({ actor }: CommandCall, { request }: CommandContext): Promise<string> {
  const { community } = await request(CommunitySettingsDocument, { id: actor.guildId });
  return community?.timeZone ?? 'UTC';
}

function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function sizeOf(size: number | null): Pick<CreateDigestScheduleInput, 'size'> {
  return size === null ? {} : { size };
}
