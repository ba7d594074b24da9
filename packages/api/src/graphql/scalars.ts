/**
 * Values that are more than text. A value that does not fit becomes a `Misfit`, which `check-arguments.ts` turns into the typed error of
 * the field: thrown here, it would take the answers of the operation's other fields with it, and no union could say it.
 */
import { canonicalLanguageTag, MAX_LANGUAGE_TAG } from '@communique/shared/language-tag';
import { isSlug } from '@communique/shared/text';
import { Kind, type ValueNode } from 'graphql';
import { isSnowflake } from '../communities/snowflake.ts';
import { builder } from './builder.ts';
import { misfit } from './misfit.ts';

type TextScalar =
  | 'CalendarDate'
  | 'Date'
  | 'LanguageTag'
  | 'LocalTime'
  | 'Slug'
  | 'Snowflake'
  | 'TimeZone'
  | 'URL'
  | 'UUID';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const MAX_URL = 2_000;
const MAX_SLUG = 80;
// Zones and times of day are typed by people: the rule they come to quotes them and suggests what was meant.
const MAX_TYPED = 100;
const INSTANT_RULE = 'an instant with its offset, such as "2025-02-18T09:00:00Z"';

builder.scalarType('DateTime', {
  description:
    'An instant, written as ISO 8601 in UTC with milliseconds: "2025-02-18T09:00:00.000Z". Read with any offset.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  extensions: { rule: INSTANT_RULE },
  serialize: writeInstant,
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(textOf(node)),
});

// The same instants are written again and again, and writing one takes as long as reading ten fields.
const written = new Map<number, string>();
const MAX_WRITTEN = 5_000;

function writeInstant(instant: Date): string {
  const time = instant.getTime();
  const known = written.get(time);
  if (known !== undefined) return known;
  const text = instant.toISOString();
  if (written.size >= MAX_WRITTEN) written.clear();
  written.set(time, text);
  return text;
}

builder.scalarType('JSON', {
  description: 'Any JSON value: only where what is in it differs from case to case.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: (value) => value,
});

textScalar('Slug', {
  description: `A name in links and commands: lower-case words of any script joined by "-", at most ${MAX_SLUG} characters: "the-room-where-it-happened".`,
  rule: `lower-case words joined by "-", at most ${MAX_SLUG} characters, such as "talks-in-riyadh"`,
  fits: (text) => text.length <= MAX_SLUG && isSlug(text),
});

textScalar('URL', {
  description: `An absolute http or https address of at most ${MAX_URL} characters, without user name and password.`,
  specifiedByURL: 'https://url.spec.whatwg.org/',
  rule: `an http or https address of at most ${MAX_URL} characters without user name and password, such as "https://example.org/page"`,
  fits: isWebAddress,
});

textScalar('UUID', {
  description: 'A UUID in lower or upper case: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6".',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  rule: 'a UUID, such as "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"',
  fits: (text) => UUID.test(text),
});

textScalar('LanguageTag', {
  description: `A language: BCP 47, at most ${MAX_LANGUAGE_TAG} characters: "en", "pt-BR". Read in upper and lower case, written in its one form.`,
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5646',
  rule: `a BCP 47 language tag of at most ${MAX_LANGUAGE_TAG} characters, such as "en" or "pt-BR"`,
  fits: (text) => canonicalLanguageTag(text) !== null,
  // Written "EN-us" it is the same language, and is found and kept as such.
  canonical: (text) => canonicalLanguageTag(text) ?? text,
});

textScalar('TimeZone', {
  description: 'A name of the IANA time zone database: "Europe/Berlin".',
  specifiedByURL: 'https://www.iana.org/time-zones',
  rule: 'a name of the IANA time zone database, such as "Europe/Berlin"',
  fits: (text) => text.length <= MAX_TYPED,
});

textScalar('LocalTime', {
  description: 'A time of day in a time zone named elsewhere: hours and minutes, "00:00" to "23:59".',
  rule: 'hours and minutes from "00:00" to "23:59", such as "09:00"',
  fits: (text) => text.length <= MAX_TYPED,
});

textScalar('Date', {
  description: 'A day of the calendar: "2025-02-18".',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  rule: 'a day such as "2025-02-18"',
  fits: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text),
});

textScalar('CalendarDate', {
  description:
    'A day, month or year, as precise as its source is: "2025-02-18", "2025-02" or "2025" (level 0 of EDTF).',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  rule: 'a day, month or year such as "2025-02-18", "2025-02" or "2025"',
  fits: (text) => /^\d{4}(?:-\d{2}){0,2}$/.test(text) && isCalendarDate(text),
});

textScalar('Snowflake', {
  description: 'An id of Discord: the 17 to 20 digits of an unsigned 64-bit number.',
  specifiedByURL: 'https://docs.discord.com/developers/reference#snowflakes',
  rule: 'an id of Discord, 17 to 20 digits, such as "1336000000000000001"',
  fits: isSnowflake,
});

interface TextScalarOptions {
  description: string;
  specifiedByURL?: string;
  rule: string;
  fits: (text: string) => boolean;
  /** The one form of what can be written in several. */
  canonical?: (text: string) => string;
}

function textScalar(name: TextScalar, options: TextScalarOptions): void {
  const { rule, fits, canonical = (text) => text, ...described } = options;
  const read = (value: unknown): string => {
    if (typeof value !== 'string') throw new TypeError(`A ${name} is a string`);
    const isText = value.isWellFormed() && !value.includes('\u0000');
    return isText && fits(value) ? canonical(value) : misfit(rule, value);
  };
  builder.scalarType(name, {
    ...described,
    extensions: { rule },
    serialize: (text) => text,
    parseValue: read,
    parseLiteral: (node) => read(textOf(node)),
  });
}

/** Undefined for anything but a string. */
function textOf(node: ValueNode): string | undefined {
  return node.kind === Kind.STRING ? node.value : undefined;
}

function readInstant(value: unknown): Date {
  if (typeof value !== 'string') throw new TypeError('A DateTime is a string');
  const instant = INSTANT.test(value) && isCalendarDate(value.slice(0, 10)) ? new Date(value) : undefined;
  return instant === undefined || Number.isNaN(instant.getTime()) ? misfit(INSTANT_RULE, value) : instant;
}

/** Of a whole date or its beginning: `Date` would take 30 February for 2 March. */
function isCalendarDate(text: string): boolean {
  const day = `${text}-01-01`.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day.slice(8));
}

function isWebAddress(text: string): boolean {
  if (text.length > MAX_URL || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  // Whoever is shown the address would be shown the password.
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
