import type { RootContent } from 'mdast';
import type { Attribution } from './extract-claims.ts';
import type { People, Person } from './extract-people.ts';
import { findDates } from '../events/find-dates.ts';
import { findClosingMark } from './find-quoted.ts';
import { beginsWithVerb, readAttribution } from './read-attribution.ts';
import type { SaidBy } from './read-attribution.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { cleanText, originOf, textOf } from '../text/tree-text.ts';

/** “Words.” — Anna Berg, mayor: what follows the words. */
const SOURCE = /^\s*[,，]?\s*[—–-]+\s*(\S.{1,150})$/u;
// "> [!NOTE]", "> **Note:** …": GitHub's way to set a remark apart.
const REMARK = /^(?:\[!\w+\]|(?:note|tip|warning|important|caution|hint|info|update|correction)\b\s*[:.!]?)/i;

/**
 * A quotation that is a block of its own: a blockquote, or a paragraph of quoted words and a name. Where there are
 * quotation marks, only what stands between them was said; a block that cannot be taken apart so is none.
 */
export function readPullQuote(node: RootContent, people: People): Attribution | null {
  if (node.type === 'paragraph') {
    const quote = readQuoteFirst(textOf(node).slice(0, MAX_PULLED), people);
    // Sentences with a verb of speech are read as sentences.
    return quote === null || quote.said === null || quote.isSentence || quote.words.length < MIN_PULLED
      ? null
      : toAttribution(node, quote);
  }
  if (node.type !== 'blockquote' || node.children.some((child) => child.type !== 'paragraph')) return null;
  const parts = node.children.map(textOf).filter(Boolean);
  const source = parts.length > 1 ? SOURCE.exec(parts.at(-1) ?? '')?.[1] : undefined;
  const words = joinParts(source === undefined ? parts : parts.slice(0, -1));
  if (words === '' || REMARK.test(words)) return null;
  const quote = readQuote(words, source, people);
  return quote === null ? null : toAttribution(node, quote);
}

interface Quote {
  words: string;
  said: SaidBy | null;
  /** “…,” said Anna Berg. */
  isSentence: boolean;
}

const MIN_PULLED = 10;
const MAX_PULLED = 4_500;
const MARK = /["“„«”»]/;
// "Words. — Anna Berg"
const UNMARKED_WITH_SOURCE = compilePattern(/^(.{10,4000}?[.!?…])\s+[—–]\s*([\p{Lu}\p{Lo}].{1,100})$/u);

function readQuote(text: string, source: string | undefined, people: People): Quote | null {
  if (!MARK.test(text)) {
    const inline = source === undefined ? UNMARKED_WITH_SOURCE.exec(text.slice(0, MAX_PULLED)) : null;
    const name = source ?? inline?.[2];
    // Without marks and without a name it may as well be a note, or what a program printed.
    if (name === undefined) return null;
    return { words: inline?.[1] ?? text, said: readSource(name, people), isSentence: false };
  }
  if (source !== undefined) {
    const isEnclosed = findClosingMark(text) === text.length - 1;
    return isEnclosed
      ? { words: text.slice(1, -1), said: readSource(source, people), isSentence: false }
      : null;
  }
  return readQuoteFirst(text, people) ?? readQuoteLast(text, people);
}

const NAME_FIRST = compilePattern(/^(?:[\p{Lu}\p{Lo}@\d]|(?:\S+\s+){0,5}\S+$)/u);

/** “Words,” said Anna Berg. / “Words.” — Anna Berg / “Words.” */
function readQuoteFirst(text: string, people: People): Quote | null {
  const close = findClosingMark(text);
  if (close === -1) return null;
  const words = text.slice(1, close);
  const rest = text.slice(close + 1);
  if (/^[\s.]*$/.test(rest)) return { words, said: null, isSentence: false };
  if (MARK.test(rest)) return null;
  const source = SOURCE.exec(rest)?.[1];
  // “Saint James” — one of the finest hotels: what something is, and nobody who speaks.
  const isName = source === undefined || NAME_FIRST.test(source) || beginsWithVerb(source);
  const said = source === undefined ? readAttribution(rest, people) : readSource(source, people);
  return said === null || !isName
    ? null
    : { words, said, isSentence: source === undefined || beginsWithVerb(source) };
}

/** Anna Berg said: “Words.” */
function readQuoteLast(text: string, people: People): Quote | null {
  const open = text.search(MARK);
  const close = findClosingMark(text.slice(open));
  if (close === -1 || !/^[\s.]*$/.test(text.slice(open + close + 1))) return null;
  const said = readAttribution(text.slice(0, open), people);
  return said === null ? null : { words: text.slice(open + 1, open + close), said, isSentence: true };
}

/** Of a quotation of several paragraphs each begins with a mark, and only the last one ends with one. */
function joinParts(parts: readonly string[]): string {
  return parts
    .map((part, index) =>
      index > 0 && /^["“„«]/.test(part) && !/["”“»]$/.test(parts[index - 1] ?? '') ? part.slice(1) : part,
    )
    .join(' ');
}

const MAX_WORDS = 10_000;

function toAttribution(node: RootContent, { words, said }: Quote): Attribution {
  return {
    verbatim: true,
    // “We act now,” she said: the comma belongs to the sentence around the quotation.
    text: cleanText(words)
      .replace(/[,，]$/, '')
      .slice(0, MAX_WORDS)
      .toWellFormed(),
    speaker: said?.speaker ?? null,
    office: null,
    reportedBy: [],
    statedOnText: said?.statedOnText ?? null,
    origin: originOf(node),
    sentence: null,
    node,
    doubt: null,
  };
}

/** "Anna Berg, mayor of North Town" */
function readSource(text: string, people: People): SaidBy | null {
  if (beginsWithVerb(text)) return readAttribution(text, people);
  const [date] = findDates(text);
  // "Anna Berg (@aberg) May 2, 2020": who wrote a post, where, and when.
  const isPost = date !== undefined && POST.test(text.slice(0, date.start));
  if (isPost) {
    const name = text.slice(0, text.indexOf('(@'));
    return { speaker: toPerson(name, people), statedOnText: text.slice(date.start, date.end) };
  }
  return { speaker: toPerson(text, people), statedOnText: null };
}

const POST = /^[^(]{2,80}\(@\w{1,40}\)\s*[·,–—-]?\s*$/u;

function toPerson(text: string, people: People): Person {
  const [name = '', ...role] = text.split(/,\s+/);
  const known = people.namedIn(name).at(-1)?.person;
  return known ?? { name: cleanText(name), role: cleanText(role.join(', ')) || null };
}
