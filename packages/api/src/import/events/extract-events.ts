import type { Paragraph, RootContent } from 'mdast';
import type { BriefingEvent, Dated, Origin } from '../../briefings/document.ts';
import { lastNameOf } from '../speech/extract-people.ts';
import type { People } from '../speech/extract-people.ts';
import { capitalize } from '../sections/extract-prompts.ts';
import { cutClause } from './cut-clause.ts';
import { findPlace } from './find-place.ts';
import { findTimes } from './find-rough-dates.ts';
import type { FoundTime } from './find-rough-dates.ts';
import { findWeekday } from './find-weekday.ts';
import { findYear, HAPPENS_IN } from './find-year.ts';
import { isDayOfSpeech } from './is-day-of-speech.ts';
import { isMereDate } from './is-mere-date.ts';
import { isCancelled, readState } from './read-event-state.ts';
import { readDateline } from '../page/read-dateline.ts';
import { readDatedLines } from './read-dated-lines.ts';
import { readTimeline } from './read-timeline.ts';
import type { TimelineEntry } from './read-timeline.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { splitSentences } from '../speech/split-sentences.ts';
import { cleanText, originWithin, spanOf, textOf } from '../text/tree-text.ts';

export interface ExtractedEvent {
  title: string;
  date: Dated | null;
  dateText: string | null;
  place: string | null;
  participants: string[];
  state: BriefingEvent['state'];
  origin: Origin;
}

/** Against which a date is past or future. */
export interface EventContext {
  publishedOn: Dated | null;
  now: Date;
  /** Of the article, as a code. */
  language: string;
}

/** Meetings that the text puts somewhere or at some time, sentences with a full date, and lists of dates. */
export function extractEvents(
  nodes: readonly RootContent[],
  people: People,
  context: EventContext,
): ExtractedEvent[] {
  const events: ExtractedEvent[] = [];
  const { entries: lines, used } = readDatedLines(nodes);
  for (const node of nodes) {
    const entries = lines.get(node) ?? readTimeline(node);
    // A list of several dates is one of events, in as few words as they may be told.
    const tells = entries.length > 1 ? hasWord : tellsSomething;
    for (const entry of entries) if (tells(entry.text)) pushNew(events, eventOfEntry(entry, context));
    if (entries.length > 0 || used.has(node)) continue;
    for (const paragraph of paragraphsOf(node))
      for (const event of eventsOfParagraph(paragraph, people, context)) pushNew(events, event);
  }
  return events;
}

/** A paragraph, and of a list those points that are sentences, as in a statement that numbers them. */
function paragraphsOf(node: RootContent): Paragraph[] {
  if (node.type === 'paragraph') return [node];
  if (node.type !== 'list') return [];
  return node.children
    .flatMap(({ children }) => children.filter((child) => child.type === 'paragraph'))
    .filter((paragraph) => SENTENCE_END.test(textOf(paragraph).slice(-10)));
}

function eventsOfParagraph(node: Paragraph, people: People, context: EventContext): ExtractedEvent[] {
  const span = spanOf(node);
  return splitSentences(span.text).flatMap((sentence) => {
    const whole = cleanText(sentence.text);
    const text = whole.slice(readDateline(whole)?.length ?? 0);
    const found = readMeeting(text, people) ?? datedEvent(text, people, context);
    if (found === null) return [];
    const { stateText, ...event } = found;
    const origin = originWithin(span, sentence.start, sentence.end);
    const state = readState(stateText, event.date, { ...context, isSentence: true });
    return [{ ...event, state, origin }];
  });
}

function eventOfEntry({ text, origin, time }: TimelineEntry, context: EventContext): ExtractedEvent | null {
  if (text.length > MAX_TITLE) return null;
  const { dated: date, words: dateText } = time;
  const state = readState(text, date, { ...context, isSentence: false });
  return { title: capitalize(text), date, dateText, place: null, participants: [], state, origin };
}

/** A briefing holds no more; each is compared with all before it. */
const MAX_EVENTS = 500;

/** The same people at the same place: one event that is mentioned again. */
function pushNew(events: ExtractedEvent[], event: ExtractedEvent | null): void {
  if (event === null) return;
  const known = events.find((other) => isSameEvent(other, event));
  if (known === undefined) {
    if (events.length < MAX_EVENTS) events.push(event);
    return;
  }
  known.date ??= event.date;
  known.dateText ??= event.dateText;
  known.place ??= event.place;
}

function isSameEvent(one: ExtractedEvent, other: ExtractedEvent): boolean {
  const key = ({ participants }: ExtractedEvent): string => participants.map(lastNameOf).sort().join(' ');
  if (one.title === other.title && one.date?.value === other.date?.value) return true;
  const sameDate = one.date === null || other.date === null || one.date.value === other.date.value;
  const samePlace = one.place === null || other.place === null || one.place === other.place;
  return one.participants.length > 1 && key(one) === key(other) && sameDate && samePlace;
}

// "meeting between A and B", "another meeting scheduled between …"
const MEETING =
  /\b(meeting|summit|talks|phone call|call|negotiations|conference)(?:\s+(?:was |is |were |are )?(?:held|scheduled|planned|that took place))?\s+between\s+/i;
const AFTER_PARTICIPANTS =
  /\s+(?:in|on|at|within|during|next|last|this|has|have|had|is|was|were|will|would|took|takes|represents?|marks?|marked|could|may|might|to|later|ended|began|since|after|before)\b|[,;:.(]|$/u;

/** An event, and the words that tell whether it happened. */
type FoundEvent = Omit<ExtractedEvent, 'state' | 'origin'> & { stateText: string };

function readMeeting(text: string, people: People): FoundEvent | null {
  const match = MEETING.exec(text);
  if (match === null) return null;
  const rest = text.slice(match.index + match[0].length);
  const names = rest.slice(0, AFTER_PARTICIPANTS.exec(rest)?.index ?? rest.length);
  const after = rest.slice(names.length);
  const place = readPlace(after);
  const { date, dateText } = readTime(after);
  // Somewhere or at some time: else the text only speaks about meetings.
  if (place === null && date === null && dateText === null) return null;
  const participants = readParticipants(names, people);
  if (participants.length === 0) return null;
  const noun = (match[1] ?? 'meeting').toLowerCase();
  return {
    title: `${capitalize(noun)} between ${participants.join(' and ')}`.slice(0, 300),
    date,
    dateText,
    place,
    participants,
    stateText: `${text.slice(Math.max(0, match.index - 60), match.index)} ${match[0]} ${after.slice(0, 60)}`,
  };
}

function readParticipants(names: string, people: People): string[] {
  return names
    .split(/\s+and\s+|,\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= 200)
    .map((part) => people.namedIn(part).at(-1)?.person.name ?? part);
}

const PLACE = compilePattern(
  /(?:^|[\s,])(?:took place |held |met )?(?:in|at)\s+((?:the\s+)?\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){0,3})/u,
);
const UNNAMED_PLACE = compilePattern(
  /\bin\s+(an?\s+(?:unspecified|undisclosed|unnamed|neutral|third)\s+(?:\p{L}+\s+)?(?:country|location|place|city|capital))\b/iu,
);
const NOT_A_PLACE =
  /^(?:the\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|English|Russian)\b/;

function readPlace(text: string): string | null {
  const place = PLACE.exec(text)?.[1] ?? UNNAMED_PLACE.exec(text)?.[1] ?? null;
  return place === null || NOT_A_PLACE.test(place) ? null : place.replace(/[.,]+$/, '');
}

const RELATIVE_TIME =
  /\b(?:on|last|next|this|late on|early on)\s+(?:(?:last|this|next)\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend|month|year)\b|\b(?:within|in)\s+(?:the\s+next\s+)?(?:\d{1,3}|a|an|one|two|three|four|five|six|several|a few)\s+(?:days?|weeks?|months?)\b|\b(?:yesterday|tomorrow|today)\b/i;

/** A weekday stays in the text's words: which one it was, only a source that dates it can say. */
function readTime(text: string): { date: Dated | null; dateText: string | null } {
  const [found] = findTimes(text);
  if (found !== undefined) return { date: found.dated, dateText: found.words };
  return { date: null, dateText: RELATIVE_TIME.exec(text)?.[0] ?? null };
}

const MAX_TITLE = 300;

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/;
const FOOTNOTE = /^(?:\[\w{1,3}\]|\^|↑)/u;
// "As of 3 March 2026 it had 40 members": how things stood, and nothing that happened.
const STATE_OF =
  /\b(?:as of|as at|updated?(?: on| from| vom| du)?|aktualisiert(?: am)?|(?:year|quarter|month)s? (?:to|ending)|(?:stand|état) (?:vom|au))[,:]?\s+$/i;
const BYLINE = compilePattern(/^(?:by|von|par|por)\s+\p{Lu}/iu);

/** A sentence with a day or a month of a year in it. A byline, a caption or a date alone tells no event. */
function datedEvent(
  text: string,
  people: People,
  { language, publishedOn }: EventContext,
): FoundEvent | null {
  // Of a longer text each date would be looked at in all of it.
  if (text.length > MAX_TITLE) return null;
  // The day of a statement is not the day of what it is about.
  const found =
    findTimes(text).find((time) => dates(text, time) && !isMereDate(text, time)) ??
    findYear(text) ??
    findWeekday(text, publishedOn);
  if (found === null || !SENTENCE_END.test(text)) return null;
  if (BYLINE.test(text) && text.length - found.end <= 2) return null;
  if (FOOTNOTE.test(text) || STATE_OF.test(text.slice(0, found.start))) return null;
  if (!tellsSomething(`${text.slice(0, found.start)} ${text.slice(found.end)}`)) return null;
  return {
    title: capitalize(text),
    date: found.dated,
    dateText: found.words,
    place: findPlace(text, people, language),
    participants: [],
    stateText: isCancelled(text) ? text : cutClause(text, found),
  };
}

// "since spring 1998", "by the end of 2024": how long, and not when.
const OF_A_SPAN =
  /(?<!\p{L})(?:since|until|till|by|before|after|seit|bis|vor|nach|depuis|avant|après|desde|hasta|antes de|с|до|после|к)\s+(?:the\s+|zum\s+|dem\s+|el\s+|l[’'])?$/iu;

/** Whether something happened at that time; a decade is in every second sentence, as a year is. */
function dates(text: string, { dated, words, start, end }: FoundTime): boolean {
  if (isDayOfSpeech(text, { start, end })) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  if (words !== null && dated?.precision !== 'DAY' && OF_A_SPAN.test(before)) return false;
  const isOfDays = /^\d{1,2}\D/.test(words ?? '');
  return dated !== null || isOfDays || HAPPENS_IN.test(before);
}

const MIN_WORDS = 3;
const CLOCK_TIME = /\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?\s?m\b\.?|uhr|hrs?\b|h\b)?/gi;

/** "Ann Berg, 4 May 2022, 12:00 a.m.": names and times without a word of what happened are a line of the page. */
function tellsSomething(others: string): boolean {
  const words = others.replaceAll(CLOCK_TIME, ' ').match(/\p{Script=Han}|\p{L}+/gu) ?? [];
  const isCased = words.some((word) => /^\p{Lu}/u.test(word));
  return words.length >= MIN_WORDS && (!isCased || words.some((word) => /^\p{Ll}{4}/u.test(word)));
}

/** "40 basins" beside a year is an amount. */
function hasWord(text: string): boolean {
  return WORD.test(text) && (!AMOUNT.test(text) || tellsSomething(text));
}

const AMOUNT = /^[^\p{L}]{0,3}\d/u;

const WORD = compilePattern(/\p{L}{4}|\p{Script=Han}{2}/u);
