/** Who is said, right before or right after quoted words, to have spoken them. */
import { compilePattern } from '../text/compile-pattern.ts';
import { isOrganization } from './extract-people.ts';
import type { People } from './extract-people.ts';
import { isOfMaking } from './find-speaker.ts';
import type { Quotation } from './find-quotations.ts';
import type { Quoted } from './join-halves.ts';
import { findPublishers } from '../reporting/known-publishers.ts';
import { cutListener } from './listeners.ts';
import { skipCircumstances } from './read-attribution.ts';
import { readApposition } from './read-apposition.ts';
import { readWho } from './read-who.ts';
import type { Who } from './read-who.ts';
import { languageOfVerb, QUOTING_VERBS, SPEECH_VERBS, VERBS_OF_SAYING } from './speech-verbs.ts';

export interface Saying {
  who: Who;
  /** Index of the verb in the sentence. */
  verbAt: number;
  /** What follows the name between commas: "a baker from the islands". */
  apposition: string | null;
}

const VERBS = `${SPEECH_VERBS}|${VERBS_OF_SAYING.join('|')}|${QUOTING_VERBS}`;
// Letters as ranges, and in small letters only: sentence after sentence is searched for it.
const LETTER = 'a-zA-ZÀ-ɏЀ-ӿ';
const VERB = new RegExp(`(?<![${LETTER}’'-])(?:${VERBS})(?![${LETTER}’'])`, 'g');
const STATES = new RegExp(`\\b(?:${SPEECH_VERBS})\\b`, 'g');
const LONGEST = 300;
const MAX_VERBS = 4;

export interface Quotations {
  quotation: Pick<Quotation, 'start' | 'halves'>;
  /** All that stands in marks in the sentence, by where it begins: what stands between two of them belongs to both. */
  quoted: QuotedByStart;
}

export interface QuotedByStart {
  before(start: number): Quoted | undefined;
  after(start: number): Quoted | undefined;
}

export function readSaying(text: string, { quotation, quoted }: Quotations, people: People): Saying | null {
  for (const { start, end } of quotation.halves) {
    const next = quoted.after(start);
    const found = readAfter(text.slice(end + 1, next === undefined ? text.length : next.start - 1), people);
    if (found !== null && !isAsked(text, quotation)) return { ...found, verbAt: end + 1 + found.verbAt };
  }
  const before = quoted.before(quotation.start);
  const from = before === undefined ? 0 : before.end + 1;
  const found = readBefore(text.slice(from, quotation.start - 1), people);
  return found === null ? null : { ...found, verbAt: from + found.verbAt };
}

// "Asked whether “…”, Lee said no.": the words are not of who answers.
const ASKED = /(?:asked|whether|question|gefragt|Frage|preguntad|pregunta|interrogé|question|вопрос)/u;

function isAsked(text: string, { start }: Pick<Quotation, 'start'>): boolean {
  return ASKED.test(text.slice(Math.max(0, start - 120), start - 1));
}

const LEAD = /^[\s,，.]*(?:[—–-]+\s*)?/u;
const FRENCH_PRONOUN = /^(?:(?:[\p{L}]{2,12}|a|avait)-(?:t-)?(il|elle|ils|elles|on)(?![\p{L}-]))/u;
const BEFORE_NAME = compilePattern(/^(?:according to|so|laut|selon|según|secondo|segundo|aldus)\s+/iu);
const AFTER_NAME = /^\s*(?:[,.;:)]|$)/u;

function readAfter(part: string, people: People): Saying | null {
  const at = LEAD.exec(part)?.[0].length ?? 0;
  const rest = part.slice(at, at + LONGEST);
  const french = FRENCH_PRONOUN.exec(rest);
  if (french !== null) return { who: pronoun(french[1] ?? ''), verbAt: at, apposition: null };
  return readCue(rest, at, people) ?? readVerbs(rest, at, people);
}

function pronoun(word: string): Who {
  const known = word === 'il' ? 'he' : word === 'elle' ? 'she' : 'they';
  return { name: null, role: null, pronoun: known, length: word.length };
}

/** “…”, so Karl Schlögel. / “…,” according to Anna Berg. */
function readCue(rest: string, at: number, people: People): Saying | null {
  const cue = BEFORE_NAME.exec(rest)?.[0];
  if (cue === undefined) return null;
  const language = /^(?:so|laut)/iu.test(cue) ? 'de' : 'en';
  const who = readWho(rest.slice(cue.length), { people, language });
  if (who === null || who.pronoun !== null || !AFTER_NAME.test(rest.slice(cue.length + who.length)))
    return null;
  return { who, verbAt: at, apposition: readApposition(rest.slice(cue.length + who.length)) };
}

const ADVERBS = compilePattern(
  /^(?:(?:[^\S\n]+(?:with|of|at|from|for|in|on)\s[^,.;:“”"„«»!?]{2,90}?)?(?:\s*\([^)]{1,60}\))?(?:,\s[^;:“”"„«»!?]{2,140}?,)?)(?:\s+(?:also|later|then|has|have|had|earlier|further|repeatedly|once|himself|herself|hat|lui|\p{Ll}{2,20}ly))*\s+$/u,
);
// "sagt uns auch"
const BETWEEN =
  /^\s*(?:(?:uns|mir|ihm|ihr|ihnen|auch|ebenfalls|noch|dazu|aussi|también|тогда|также|нам|мне|also)\s+){0,2}/u;
const AS = /^(?:so|como|wie|как|comme|as)\s+$/iu;

function readVerbs(rest: string, at: number, people: People): Saying | null {
  for (const { 0: verb, index } of [...rest.matchAll(VERB)].slice(0, MAX_VERBS)) {
    const language = languageOfVerb(verb);
    const before = rest.slice(0, index);
    if (before === '' || AS.test(before)) {
      const between = BETWEEN.exec(rest.slice(index + verb.length))?.[0].length ?? 0;
      const told = index + verb.length + between;
      const start = told + skipCircumstances(rest.slice(told)).length;
      const who = readNamed(cutListener(rest.slice(start)), { people, language });
      if (who !== null && isShared(rest.slice(start + who.length)))
        return { who: pronoun(''), verbAt: at + index, apposition: null };
      return who === null
        ? null
        : { who, verbAt: at + index, apposition: readApposition(rest.slice(start + who.length)) };
    }
    const who = readWho(before, { people, language });
    if (who !== null && ADVERBS.test(before.slice(who.length)))
      return { who, verbAt: at + index, apposition: readApposition(rest.slice(who.length)) };
  }
  return null;
}

const NAME_BEHIND = compilePattern(
  /^,\s+(\p{Lu}[\p{L}’'-]{1,30}(?:\s(?:(?:de|del|von|van|di|la)\s){0,2}\p{Lu}[\p{L}’'-]{1,30}){1,3})(?=[,.;:]|$)/u,
);

/** "declaró el titular de la agencia, Luis Quintana": who somebody is stands behind what he is. */
function readNamed(text: string, reading: Reading): Who | null {
  const who = readWho(text, reading);
  if (who === null || who.name !== null || who.role === null || !DEFINITE.test(text)) return who;
  const behind = NAME_BEHIND.exec(text.slice(who.length));
  const name = behind?.[1];
  if (behind === null || name === undefined || isOrganization(name) || findPublishers(name).length > 0)
    return who;
  return { ...who, name, length: who.length + behind[0].length };
}

const DEFINITE = /^(?:the|el|la|le|der|die|il|o|a)\s|^l['’]/iu;

/** "said Anna Lee and Peter Hahn": nobody knows which of them. */
function isShared(after: string): boolean {
  return /^\s+(?:and|und|et|y|и|e|en)\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?\s*[.,;]/u.test(after);
}

const INTRODUCES = /^(?:\s+(?:that|dass|que|qu|что|che|how))?[\s,:：]*$/u;
const TAIL = /^[^.;!?“”"„«»]{0,110}[,:：]\s*$/u;
const LEADS =
  /^(?:while|whereas|when|während|tandis que|mientras|but|and|so|then|yet|still|however|later|as|und|aber|doch|et|mais|y|pero|и|но|а)\s+/iu;
const LAST_ADVERBS = compilePattern(
  /(?:\s+(?:also|later|then|has|have|had|earlier|further|once|himself|herself|\p{Ll}{2,20}ly))+\s*$/u,
);

/** Lee told the council: “…” / „Gestern sagte Lee: …“ */
function readBefore(part: string, people: People): Saying | null {
  const from = Math.max(0, part.length - LONGEST);
  const near = part.slice(from);
  for (const { 0: verb, index } of [...near.matchAll(VERB)].slice(-MAX_VERBS).reverse()) {
    const tail = near.slice(index + verb.length);
    if (!INTRODUCES.test(tail) && !TAIL.test(tail)) return null;
    const language = languageOfVerb(verb);
    const subject = near.slice(0, index).replace(LAST_ADVERBS, '').trim();
    const who = readSubject(subject, { people, language }) ?? readInverted(tail, { people, language });
    if (who !== null) return { ...who, verbAt: from + index };
  }
  return readCueBefore(near, from, people);
}

interface Reading {
  people: People;
  language: string;
}

type Subject = Pick<Saying, 'who' | 'apposition'> | null;

/** All that stands before the verb since the last comma, or before an apposition. */
function readSubject(subject: string, reading: Reading): Subject {
  const parts = subject.split(/,\s+|(?<=[.;:!?)])\s+/u).slice(-3);
  const [last = '', before = ''] = [parts.at(-1)?.replace(/,$/, ''), parts.at(-2)];
  if (subject.endsWith(',')) {
    // "Anna Berg, a baker, said"
    const apposed = readWhole(before, reading);
    return apposed === null ? null : { who: apposed, apposition: readApposition(`, ${last},`) };
  }
  const whole = readWhole(last, reading);
  return whole === null ? null : { who: whole, apposition: null };
}

function readWhole(text: string, reading: Reading): Who | null {
  const words = text.trim().replace(LEADS, '');
  const who = readWho(words, reading);
  return who !== null && who.length >= words.length ? who : null;
}

function readInverted(tail: string, reading: Reading): Subject {
  const after = tail.trimStart();
  const who = readWho(after, reading);
  return who === null || !/^(?:\s[^“”"«»„]{0,80})?[,:：]\s*$/u.test(after.slice(who.length))
    ? null
    : { who, apposition: null };
}

/** "According to RedMonk’s Stephens, “…”" */
function readCueBefore(near: string, from: number, people: People): Saying | null {
  const text = near.trim();
  const cue = BEFORE_NAME.exec(text)?.[0];
  if (from > 0 || cue === undefined || /^(?:so|aldus)/iu.test(cue)) return null;
  const who = readWhole(text.slice(cue.length).replace(/[,:]$/, ''), {
    people,
    language: /^laut/iu.test(cue) ? 'de' : 'en',
  });
  return who === null || who.pronoun !== null ? null : { who, verbAt: from, apposition: null };
}

/** Who says what a sentence without marks states: "Lee told the council that …", "…, Lee said." */
export function readStating(text: string, people: People): Saying | null {
  for (const match of [...text.slice(0, LONGEST * 2).matchAll(STATES)].slice(0, MAX_VERBS)) {
    const { 0: verb, index } = match;
    if (isOfMaking(text, match)) continue;
    const language = languageOfVerb(verb);
    const from = Math.max(0, index - LONGEST);
    const subject = text.slice(from, index).replace(LAST_ADVERBS, '').trim();
    const who = readSubject(subject, { people, language });
    if (who !== null) return { ...who, verbAt: index };
  }
  return null;
}
