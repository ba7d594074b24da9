import { isTimeOfDay, WEEKDAYS, type Weekday } from '@communique/shared/local-time';
import { truncate } from '@communique/shared/text';
import { canonicalTimeZone } from '../communities/canonical-time-zone.ts';
import { isSnowflake } from '../communities/snowflake.ts';
import { InvalidInputError } from '../domain-errors.ts';

export interface ScheduleInput {
  channelId: string;
  localTime: string;
  timeZone: string;
  /** None: every day. */
  weekdays: readonly Weekday[];
  /** Slugs. None: every topic. */
  topics: readonly string[];
  size: number;
}

const MAX_TOPICS = 25;

/** The input in its one normal form, so that equal wishes look equal; what cannot be right is said in words. */
export function checkScheduleInput(input: ScheduleInput): ScheduleInput {
  const { channelId, localTime, size } = input;
  if (!isSnowflake(channelId)) {
    refuse('channelId', 'A channel id is Discord\'s number for a channel, such as "1336000000000000001"');
  }
  if (!isTimeOfDay(localTime)) {
    refuse(
      'localTime',
      `"${quoted(localTime)}" is no time of day: write hours and minutes from 00:00 to 23:59, such as 09:00`,
    );
  }
  if (!Number.isInteger(size) || size < 1 || size > 10) {
    refuse('size', `A digest has 1 to 10 briefings, not ${size}`);
  }
  return {
    channelId,
    localTime,
    timeZone: canonicalTimeZone(input.timeZone, ['input', 'timeZone']),
    weekdays: input.weekdays.length === 0 ? WEEKDAYS : WEEKDAYS.filter((day) => input.weekdays.includes(day)),
    topics: checkTopics(input.topics),
    size,
  };
}

function checkTopics(slugs: readonly string[]): string[] {
  const topics = [...new Set(slugs)].toSorted();
  if (topics.length > MAX_TOPICS) {
    refuse('topics', `A digest follows at most ${MAX_TOPICS} topics; leave them out to follow all`);
  }
  const strange = topics.find((slug) => slug.length > 80 || !slug.isWellFormed());
  if (strange !== undefined) refuse('topics', `"${quoted(strange)}" is no topic`);
  return topics;
}

function refuse(field: keyof ScheduleInput, message: string): never {
  throw new InvalidInputError(message, ['input', field]);
}

/** Whatever was typed, short enough for a sentence and on one line. */
function quoted(text: string): string {
  return truncate(text.toWellFormed().replace(/\s+/g, ' '), 60);
}
