import { compilePattern } from '../text/compile-pattern.ts';
import { findQuoted } from './find-quoted.ts';
import { SPEECH_VERBS, QUOTING_VERBS } from './speech-verbs.ts';

export interface Sentence {
  text: string;
  /** Indexes in the text that was split; spaces around it are outside. */
  start: number;
  end: number;
}

/** Words whose full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof rev gen col lt sgt capt sen rep gov st jr sr vs etc inc ltd co corp no vol fig al approx dept est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun e.g i.e cf z.b d.h u.a bzw ca nr hr fr т.е т.д т.п г гг им см стр'.split(
    ' ',
  ),
);
const CLOSING = /["'”’»)\]」]/;

/**
 * Sentences of a text, also where the scraper lost the space between two ("talks.How do you").
 * Splits at full stops with care: "U.S.", "Dr. Ivanova" and "2.5" go on.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const quoted = findQuoted(text);
  let start = 0;
  let nextQuote = 0;
  for (const match of text.matchAll(/[.!?…。！？]+/g)) {
    let end = match.index + match[0].length;
    if (match.index < start) continue;
    while (end < text.length && CLOSING.test(text[end] ?? '')) end += 1;
    while ((quoted[nextQuote]?.end ?? text.length) < end) nextQuote += 1;
    // Within “…” a quotation goes on: its sentences belong together.
    if ((quoted[nextQuote]?.start ?? text.length) < end) continue;
    if (!isSentenceEnd(text, match.index, end)) continue;
    pushTrimmed(sentences, text, start, end);
    start = end;
  }
  pushTrimmed(sentences, text, start, text.length);
  return sentences;
}

function pushTrimmed(sentences: Sentence[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const content = raw.trim();
  if (content === '') return;
  const from = start + raw.length - raw.trimStart().length;
  sentences.push({ text: content, start: from, end: from + content.length });
}

// What a sentence after a lost space begins with, when it is not a capital letter.
const QUESTION_START = /^(?:how|what|why|when|where|who|which|do|does|is|are|can|could|will|would|should)\s/;

const GERMAN_MONTH = /^\s+(?:Jan|Jän|Feb|März|April|Mai|Jun|Jul|Aug|Sept|Okt|Nov|Dez)/;

const SAYS = `${SPEECH_VERBS}|${QUOTING_VERBS}`;

// “…。”外交部发言人毛宁表示。
const CHINESE_SAID = /^[”」]\p{Script=Han}{2,18}?(?:说|表示|称|指出|强调|宣布)[。，]/u;

// “Who asked?” the mayor said. / “Never!” Anna Berg said.: the mark ends what was said, and not the sentence.
const SAID_AFTER = compilePattern(
  `^\\s+(?:\\p{Ll}|(?:\\p{Lu}[\\p{L}.’'-]{0,30}\\s+){1,4}(?:${SAYS})(?![\\p{L}’'-]))`,
  'u',
);

const SENTENCE_START = compilePattern(/^\s+(?:[«—–]\s)?["'“„«»‘「([¿¡—–]*[\p{Lu}\p{N}\p{Lo}#]/u);
const INITIALS = compilePattern(/^\p{Lu}\.\p{Lu}$/u);
const SMALL_LETTERS_LAST = compilePattern(/\p{Ll}{2}["'”’»)\]]*$/u);
const CAPITALIZED = compilePattern(/^\p{Lu}\p{Ll}/u);
const LAST_WORD = compilePattern(/[\p{L}\p{N}.]*$/u);
const LETTERS_WITH_STOPS = compilePattern(/^(?:\p{L}\.)*\p{Lu}$/u);

function isSentenceEnd(text: string, mark: number, end: number): boolean {
  const next = text.slice(end, end + 12);
  if (
    /["”“»’'«]/.test(text[end - 1] ?? '') &&
    text[mark] !== '.' &&
    SAID_AFTER.test(text.slice(end, end + 120))
  )
    return false;
  if (next === '' || /^\s*$/.test(next)) return true;
  if (/[。！？]/.test(text[mark] ?? '')) return !CHINESE_SAID.test(text.slice(end - 1, end + 24));
  const isFullStop = text[mark] === '.' && text[mark + 1] !== '.';
  const word = wordBefore(text, mark);
  // "am 3. März": in German a full stop makes the ordinal.
  if (isFullStop && /^\d{1,2}$/.test(word) && GERMAN_MONTH.test(next)) return false;
  if (isFullStop && isAbbreviation(word)) {
    // "in the U.S. The talks": an abbreviation at the end of its sentence, as far as anybody can tell.
    return INITIALS.test(word) && /^\s+(?:The|This|These|That|It|He|She|They|In|But|And)\s/.test(next);
  }
  if (/^\s/.test(next))
    return SENTENCE_START.test(next) || !isFullStop || QUESTION_START.test(next.trimStart());
  // No space: "Civil War.These", "talks.how do", but not "2.5", "example.com" or "v1.2".
  return (
    SMALL_LETTERS_LAST.test(text.slice(Math.max(0, mark - 3), mark)) &&
    (CAPITALIZED.test(next) || QUESTION_START.test(next))
  );
}

function wordBefore(text: string, mark: number): string {
  return LAST_WORD.exec(text.slice(Math.max(0, mark - 20), mark))?.[0] ?? '';
}

function isAbbreviation(word: string): boolean {
  // "U.S", "J", and the "U" of "U.S."
  return LETTERS_WITH_STOPS.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}
