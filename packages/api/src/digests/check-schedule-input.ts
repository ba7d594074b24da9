import { isTimeOfDay, WEEKDAYS, type Weekday } from '@communique/shared/local-time';
import { quoted } from '@communique/shared/text';
import { canonicalTimeZone } from '../communities/canonical-time-zone.ts';
import { isSnowflake } from '../communities/snowflake.ts';
import { InvalidInputError } from '../domain-errors.ts';

export interface ScheduleInput {
  channelId: string;
  localTime: string;
  timeZone: string;
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
    refuse('channelId', '"channelId" must be an id of Discord, such as "1336000000000000001"');
  }
  if (!isTimeOfDay(localTime)) {
    refuse(
      'localTime',
      `"localTime" must be hours and minutes from 00:00 to 23:59, such as 09:00, not ${quoted(localTime)}`,
    );
  }
  if (!Number.isInteger(size) || size < 1 || size > 10) {
    refuse('size', `"size" must be from 1 to 10, not ${size}`);
  }
  if (input.weekdays.length === 0) {
    refuse('weekdays', '"weekdays" must name at least one day; leave it out to post every day');
  }
  return {
    channelId,
    localTime,
    timeZone: canonicalTimeZone(input.timeZone, ['input', 'timeZone']),
    weekdays: WEEKDAYS.filter((day) => input.weekdays.includes(day)),
    topics: checkTopics(input.topics),
    size,
  };
}

function checkTopics(slugs: readonly string[]): string[] {
  const topics = [...new Set(slugs)].toSorted();
  if (topics.length > MAX_TOPICS) {
    refuse('topics', `"topics" must name at most ${MAX_TOPICS}; leave it out to follow all`);
  }
  const strange = topics.find((slug) => slug.length > 80 || !slug.isWellFormed());
  if (strange !== undefined) refuse('topics', `"topics" must be slugs, not ${quoted(strange)}`);
  return topics;
}

function refuse(field: keyof ScheduleInput, message: string): never {
  throw new InvalidInputError(message, ['input', field]);
}
