import { isHuman, isOfOther } from './extract-people.ts';
import type { Person } from './extract-people.ts';
import type { SpeechContext } from './speech-context.ts';
import { BOUND_PARTICLE, PARTICLE } from './name-particles.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';
import { compilePattern } from '../text/compile-pattern.ts';

export interface Speech {
  /** Null: somebody speaks, but the text does not introduce who. */
  person: Person | null;
  /** Index in the sentence of the verb, or of "according to". */
  verbAt: number;
}

const VERB = new RegExp(`\\b(?:${SPEECH_VERBS})\\b`, 'gi');
// "…," said Lavrov: but who is urged, accused or told is not who speaks.
const VERB_OF_REPLY =
  /^(?:said|says|wrote|writes|added|adds|explained|explains|noted|notes|stated|states|warned|warns|argued|argues|replied|remarked|insisted|insists|declared|announced|confirmed|asserted)$/i;
// "was also raised by Ryabkov"
const PASSIVE =
  /\b(?:raised|said|stated|announced|made|mentioned|outlined|confirmed|denied|voiced|expressed)\s+by\s+/gi;
const ACCORDING = /\baccording to\s+/gi;
const PRONOUN = /^(?:he|she|him|her|himself|herself)$/i;
// Between a subject and its verb: "Ryabkov also recently revealed", "Lavrov, speaking in Moscow, said" is too far.
const ADVERB = compilePattern(
  /^(?:also|then|later|earlier|further|again|has|have|had|repeatedly|\p{L}+ly)$/iu,
);

/** Who speaks in a sentence: subject and verb, "according to …", "raised by …". */
export function findSpeaker(text: string, context: SpeechContext): Speech | null {
  return (
    findSubject(text, context) ?? findAfter(ACCORDING, text, context) ?? findAfter(PASSIVE, text, context)
  );
}

export function isPronounSubject(text: string): boolean {
  return /\b(?:his|her)\s*$/i.test(text);
}

function findSubject(text: string, context: SpeechContext): Speech | null {
  for (const match of text.matchAll(VERB)) {
    if (isOfMaking(text, match)) continue;
    const person = subjectBefore(text.slice(Math.max(0, match.index - 80), match.index), context);
    if (person !== null) return { person, verbAt: match.index };
    const isReply =
      VERB_OF_REPLY.test(match[0]) && AFTER_WORDS.test(text.slice(Math.max(0, match.index - 4), match.index));
    const after = isReply ? inverted(text.slice(match.index + match[0].length), context) : null;
    if (after !== null) return { person: after, verbAt: match.index };
  }
  return null;
}

// Before the verb the words end that were said.
const AFTER_WORDS = /^$|[,”"’'»—–:]\s{0,2}$/;

const CAPITAL = compilePattern(/^\p{Lu}/u);
// The "al-" of a name
const ELISION = compilePattern(/^\p{Ll}{1,3}[-’']$/u);
const THE_OFFICE = compilePattern(/\b[Tt][Hh][Ee]\s+((?:[\p{L}-]+\s+){0,3}[\p{L}-]+)$/u);
const NEXT_WORDS = compilePattern(/^\s+((?:[\p{L}.'’-]+\s*){1,6})/u);

/** "wrote a book", "added several rooms": something was made, nothing said. */
export function isOfMaking(text: string, { 0: verb, index }: RegExpExecArray): boolean {
  if (!/^(?:wrote|writes|added|adds|revealed|reveals)$/i.test(verb)) return false;
  return /^\s+(?:an?|his|her|their|its|this|several|two|three|new|more|\d+)\s/i.test(
    text.slice(index + verb.length, index + verb.length + 20),
  );
}

function subjectBefore(before: string, { people, lastSpeaker }: SpeechContext): Person | null {
  const words = before.trimEnd().split(/\s+/);
  while (words.length > 0 && ADVERB.test(words.at(-1) ?? '')) words.pop();
  const last = (words.at(-1) ?? '').replace(BOUND_PARTICLE, '');
  if (PRONOUN.test(last)) return byPronoun(lastSpeaker);
  // "Ryabkov's statements" are not Ryabkov.
  if (CAPITAL.test(last)) {
    const person = people.byLastName(last.replace(/,$/, ''));
    if (person !== null && isObject(words)) return null;
    const isOther = person !== null && isOfOther(`${words.slice(0, -1).join(' ')} `, person);
    if (person !== null && !isOther) return person;
  }
  const office = THE_OFFICE.exec(words.slice(-5).join(' '))?.[1];
  return office === undefined ? null : people.byOffice(office);
}

/** "the parents who have worked with Al Sharpton, have called for peace": of the verb that follows, he is no subject. */
function isObject(words: readonly string[]): boolean {
  const before = words.findLast((word) => !CAPITAL.test(word) && !ELISION.test(word) && !PARTICLE.test(word));
  return before !== undefined && words.at(-1)?.endsWith(',') === true && OF_OBJECT.test(before);
}

const OF_OBJECT = /^(?:with|by|to|from|against|about|without|behind|beside|alongside)$/iu;

function byPronoun(person: Person | null): Person | null {
  return person !== null && isHuman(person) ? person : null;
}

/** “…,” said Lavrov. */
function inverted(after: string, { people }: SpeechContext): Person | null {
  const words = NEXT_WORDS.exec(after)?.[1] ?? '';
  const [first] = people.namedIn(words);
  // Right after the verb, with nothing but the office and first names before it.
  if (first === undefined || /^['’]s\b/.test(words.slice(first.end))) return null;
  const between = words.slice(0, first.start).trim();
  // "union chairman Per Lind"
  const role = new Set((first.person.role ?? '').toLowerCase().split(' '));
  const isTitle = between
    .split(/\s+/)
    .every((word) => CAPITAL.test(word) || ELISION.test(word) || PARTICLE.test(word) || role.has(word));
  return between === '' || isTitle ? first.person : null;
}

// "The engines were made by Anna Berg": nothing said.
const STATEMENT =
  /\b(?:statement|claim|comment|remark|propos|point|announcement|accusation|question|concern|suggestion|offer|threat|allegation|argument|pledge|promise|call|speech|assertion|appeal|demand|warning)/i;

function findAfter(pattern: RegExp, text: string, { people, lastSpeaker }: SpeechContext): Speech | null {
  for (const match of text.matchAll(pattern)) {
    if (/^made/i.test(match[0]) && !STATEMENT.test(text.slice(Math.max(0, match.index - 80), match.index)))
      continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 100);
    const [first = ''] = after.split(/[\s,.;:]+/);
    if (PRONOUN.test(first)) return { person: byPronoun(lastSpeaker), verbAt: match.index };
    const clause = after.split(/[,.;:](?:\s|$)/)[0] ?? '';
    const [named] = people.namedIn(clause);
    if (named !== undefined) return { person: named.person, verbAt: match.index };
  }
  return null;
}
