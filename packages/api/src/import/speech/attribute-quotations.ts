import type { SpeechContext } from './speech-context.ts';
import { findQuoted } from './find-quoted.ts';
import type { Quotation } from './find-quotations.ts';
import { findSpeechDay } from './find-speech-day.ts';
import type { Person } from './extract-people.ts';
import type { Quoted } from './join-halves.ts';
import type { Speaking } from './name-speakers.ts';
import { findDayOfSaying } from './read-attribution.ts';
import { readOfficeAround, readSaidAround } from './read-said-around.ts';
import { readSaying } from './read-saying.ts';
import type { Quotations, QuotedByStart } from './read-saying.ts';

export interface AttributedQuotation extends Speaking {
  quotation: Quotation;
  statedOnText: string | null;
}

type Told = (Speaking & { statedOnText: string | null }) | null;

/**
 * Who spoke each quotation of a sentence, as the words right before or after it say; where they say nothing, it is whoever
 * spoke the others of the sentence, or goes on speaking.
 */
export function attributeQuotations(
  text: string,
  quotations: readonly Quotation[],
  context: SpeechContext & { fallback: Person | null; verbAt: number | null },
): AttributedQuotation[] {
  const quoted = byStart(findQuoted(text));
  const told = quotations.map(
    (quotation) =>
      (quotations.length === 1 ? readAround(text, quotation, context) : null) ??
      readBeside(text, { quotation, quoted }, context),
  );
  const shared = onlyOf(told) ?? goingOn(text, quotations, context) ?? fallback(text, context);
  return quotations.flatMap((quotation, index) => {
    const found = told[index] ?? shared;
    return found === null ? [] : [{ quotation, ...found }];
  });
}

/** Where all the rest of the sentence only says who speaks, that is read to its end. */
function readAround(text: string, quotation: Quotation, { people, speakers }: SpeechContext): Told {
  const said = readSaidAround(text, quotation, people);
  if (said !== null)
    return { speaker: speakers.named(said.speaker), office: null, statedOnText: said.statedOnText };
  const office = readOfficeAround(text, quotation);
  return office === null ? null : { speaker: null, office, statedOnText: null };
}

function readBeside(
  text: string,
  quotations: Quotations,
  { people, speakers, lastSpeaker }: SpeechContext,
): Told {
  const saying = readSaying(text, quotations, people);
  if (saying === null) return null;
  // “Perry” chimed in: “…,” he said.: "he" is whoever the sentence itself speaks of.
  const opensSentence = !/\p{L}/u.test(text.slice(0, Math.min(quotations.quotation.start, saying.verbAt)));
  const statedOnText = findDay(text, saying.verbAt);
  return { ...speakers.meantBy(saying, opensSentence ? lastSpeaker : null), statedOnText };
}

/** What the sentence tells of one of its quotations it tells of all, unless others spoke, too. */
function onlyOf(told: readonly Told[]): Told {
  const found = told.filter((one) => one !== null);
  const [first] = found;
  const isOne = found.every((one) => one.speaker === first?.speaker && one.office === first?.office);
  return first !== undefined && isOne ? first : null;
}

/** “We wait,” said Peter Hahn. “Nobody asked us.” */
function goingOn(text: string, quotations: readonly Quotation[], { goesOn }: SpeechContext): Told {
  const [only, second] = quotations;
  if (goesOn === null || only === undefined || second !== undefined) return null;
  const around = text.slice(0, only.start) + text.slice(only.end);
  return /[\p{L}\p{N}]/u.test(around) ? null : { ...goesOn, statedOnText: null };
}

/** A sentence about what somebody said, with words of his in marks. */
function fallback(
  text: string,
  { fallback: speaker, verbAt }: { fallback: Person | null; verbAt: number | null },
): Told {
  if (speaker === null || verbAt === null) return null;
  return { speaker, office: null, statedOnText: findSpeechDay(text, verbAt) };
}

/** “No,” said Peter Hahn.: too short for a quotation, and he may go on. */
export function readShortWords(text: string, context: SpeechContext): Speaking | null {
  const quoted = findQuoted(text);
  const [first] = quoted;
  if (first?.start !== 1) return null;
  const quotation = { start: first.start, halves: [first] };
  return readBeside(text, { quotation, quoted: byStart(quoted) }, context);
}

function byStart(quoted: readonly Quoted[]): QuotedByStart {
  const places = new Map(quoted.map(({ start }, index) => [start, index]));
  return {
    before: (start) => quoted[(places.get(start) ?? 0) - 1],
    after: (start) => quoted[(places.get(start) ?? quoted.length) + 1],
  };
}

const NEAR = 400;

/** Not farther than a reader would look: a sentence may quote a hundred thousand times. */
function findDay(text: string, verbAt: number): string | null {
  const from = Math.max(0, verbAt - NEAR);
  const near = text.slice(from, verbAt + NEAR);
  return findSpeechDay(near, verbAt - from) ?? findDayOfSaying(near.slice(verbAt - from));
}
