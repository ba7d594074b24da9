/** Digest schedules in words: when, where, about what, and what happened last. */
import type {
  DeliveryState,
  ListSchedulesQuery,
  ScheduleLineFragment,
  Weekday,
} from '../api/generated/graphql.ts';
import { WEEKDAYS } from '@communique/shared/local-time';
import { truncate } from '@communique/shared/text';
import { CHOICE_TEXT } from '../discord/limits.ts';
import { COLOURS } from './colours.ts';
import { fitMessage } from './fit-message.ts';
import { escapeLine, small, timestamp } from './markdown.ts';
import type { MessageBody, Part } from './message.ts';

const LABEL_CHANNEL = 24;

type ListedSchedule = ListSchedulesQuery['digestSchedules']['edges'][number]['node'];

/** After creating, pausing or resuming one: what now holds. `first` is Discord Markdown. */
export function scheduleMessage(first: string, schedule: ScheduleLineFragment): MessageBody {
  const parts: Part[] = [
    { kind: 'text', text: first },
    { kind: 'text', text: scheduleFacts(schedule) },
    ...nextRuns(schedule).map((text): Part => ({ kind: 'text', text })),
  ];
  return fitMessage(parts, { accent: COLOURS.plain, more: () => small('Shortened to fit') }).body;
}

function scheduleFacts(schedule: ScheduleLineFragment): string {
  const topics =
    schedule.topics.length === 0
      ? 'all topics'
      : schedule.topics.map(({ name }) => escapeLine(name)).join(', ');
  const size = `up to ${schedule.size} ${schedule.size === 1 ? 'briefing' : 'briefings'}`;
  return `<#${schedule.channelId}> · ${weekdayWords(schedule.weekdays)} at ${escapeLine(schedule.localTime)} (${escapeLine(schedule.timeZone)}) · ${topics} · ${size}`;
}

function nextRuns(schedule: ScheduleLineFragment): string[] {
  if (schedule.state !== 'ACTIVE' || schedule.upcomingRuns.length === 0) return [];
  const runs = schedule.upcomingRuns.map(({ at, shifted }) =>
    shifted
      ? `- ${timestamp(at, 'F')}: ${escapeLine(schedule.localTime)} does not exist that day (the clocks go forward), so it comes right after the change`
      : `- ${timestamp(at, 'F')}`,
  );
  return ['**Next:**', ...runs];
}

/** "every day", "weekdays", "Mon, Wed, Fri". */
export function weekdayWords(weekdays: readonly Weekday[]): string {
  const chosen = WEEKDAYS.filter((day) => weekdays.includes(day));
  if (chosen.length === 7) return 'every day';
  const weekend = chosen.filter((day) => day === 'SATURDAY' || day === 'SUNDAY').length;
  if (chosen.length === 5 && weekend === 0) return 'weekdays';
  if (chosen.length === 2 && weekend === 2) return 'weekends';
  return chosen.map((day) => day.charAt(0) + day.slice(1, 3).toLowerCase()).join(', ');
}

export function scheduleList(schedules: readonly ListedSchedule[]): MessageBody {
  const parts: Part[] = [
    { kind: 'text', text: '## Digests of this server' },
    ...schedules.map((schedule): Part => ({
      kind: 'text',
      text: [
        scheduleFacts(schedule),
        `-# ${[stateWords(schedule), lastWords(schedule)].filter(Boolean).join(' · ')}`,
      ].join('\n'),
      priority: 1,
      spaced: true,
    })),
    ...(schedules.length === 0
      ? [{ kind: 'text', text: 'There is none yet. Start one with /digest create.' } as const]
      : []),
  ];
  const more = ({ dropped }: { dropped: number }): string => small(`+${dropped} more`);
  return fitMessage(parts, { accent: COLOURS.plain, more }).body;
}

function stateWords(schedule: ScheduleLineFragment): string {
  switch (schedule.state) {
    case 'ACTIVE':
      return schedule.nextRunAt === null ? 'active' : `next ${timestamp(schedule.nextRunAt, 'F')}`;
    case 'PAUSED':
      return '⏸ paused: /digest resume starts it again';
    case 'DISABLED':
      return `⛔ stopped: ${escapeLine(schedule.disabledReason ?? 'no reason recorded')} · /digest resume starts it again`;
  }
}

const LAST: Record<DeliveryState, string> = {
  PLANNED: 'is about to be posted',
  LEASED: 'is being posted',
  SENT: 'was posted',
  THREADED: 'was posted',
  PUBLISHED: 'was posted',
  SKIPPED: 'was skipped',
  FAILED: 'could not be posted',
  DEAD: 'was given up after several attempts',
};

function lastWords(schedule: ListedSchedule): string {
  const { lastDelivery } = schedule;
  if (lastDelivery === null) return 'nothing posted yet';
  const isSaid = lastDelivery.reason === null || lastDelivery.reason === schedule.disabledReason;
  const reason = isSaid ? '' : ` (${escapeLine(lastDelivery.reason ?? '')})`;
  return `the last one ${LAST[lastDelivery.state]} ${timestamp(lastDelivery.postedAt ?? lastDelivery.runAt, 'R')}${reason}`;
}

/** One line without Markdown for each, for the choices while typing. Discord shows no mention there, so names of channels come from outside. */
export function scheduleLabels(
  schedules: readonly ScheduleLineFragment[],
  channelName: (channelId: string) => string | null,
): string[] {
  const seen = new Map<string, number>();
  return schedules.map((schedule) => {
    const label = scheduleLabel(schedule, channelName(schedule.channelId), '');
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : scheduleLabel(schedule, channelName(schedule.channelId), ` (${count})`);
  });
}

/** What is long is cut in the middle, so that the end is always there. */
function scheduleLabel(schedule: ScheduleLineFragment, channelName: string | null, end: string): string {
  const where = channelName === null ? 'a channel' : `#${truncate(channelName, LABEL_CHANNEL)}`;
  const state = ` · ${schedule.state.toLowerCase()}${end}`;
  const when = `${weekdayWords(schedule.weekdays)} at ${schedule.localTime} ${schedule.timeZone}`;
  const names = schedule.topics.map(({ name }) => name).join(', ');
  const middle = `${where}: ${when} · ${names === '' ? 'all topics' : names}`;
  return truncate(middle, CHOICE_TEXT - state.length) + state;
}
