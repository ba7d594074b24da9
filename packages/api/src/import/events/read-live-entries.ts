/** The entries of a live blog: a heading, a time of day, and what happened then; the newest first. */
import type { Dated } from '../../briefings/document.ts';
import { isClockTime } from '../plain-text/move-times.ts';
import type { OutlineSection } from '../sections/extract-outline.ts';
import { originOf, textOf } from '../text/tree-text.ts';
import type { ExtractedEvent } from './extract-events.ts';
import { isCancelled, isToCome } from './read-event-state.ts';

const MIN_ENTRIES = 3;
const MAX_ENTRIES = 300;
const MAX_TITLE = 300;

interface LiveEntry {
  heading: string;
  time: string;
  section: OutlineSection;
}

/** Of the day of the article as long as no time is later than the one above it. A programme, which begins with the earliest, tells of no past. */
export function readLiveEntries(
  outline: readonly OutlineSection[],
  publishedOn: Dated | null,
): ExtractedEvent[] {
  const entries = outline.flatMap(readEntry).slice(0, MAX_ENTRIES);
  const minutes = entries.map(({ time }) => minuteOf(time));
  const steps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? minute));
  const later = steps.filter((step) => step > 0).length;
  // Once it may have become midnight.
  if (entries.length < MIN_ENTRIES || later > 1 || steps.length - later < MIN_ENTRIES - 1) return [];
  const date = later === 0 && publishedOn?.precision === 'DAY' ? publishedOn : null;
  return entries.filter(tellsOfPast).map(({ heading, time, section }) => ({
    title: heading,
    date,
    dateText: time,
    place: null,
    participants: [],
    state: 'HAPPENED',
    origin: section.origin,
  }));
}

/** "Talks will go on tomorrow": that was only told then. */
function tellsOfPast({ heading }: LiveEntry): boolean {
  return !isToCome(heading) && !isCancelled(heading);
}

function readEntry(section: OutlineSection): LiveEntry[] {
  const { heading, nodes } = section;
  const [first, second] = nodes;
  if (heading === null || heading.length > MAX_TITLE || first?.type !== 'paragraph' || second === undefined)
    return [];
  const { start, end } = originOf(first);
  const time = end - start <= 20 ? textOf(first) : '';
  return isClockTime(time) ? [{ heading, time, section }] : [];
}

function minuteOf(time: string): number {
  const [, hour = '0', minute = '0', half = ''] = /^(\d{1,2})[:.](\d{2})\s?([ap]?)/i.exec(time) ?? [];
  const ofHalf = half === '' ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return ofHalf * 60 + Number(minute);
}
