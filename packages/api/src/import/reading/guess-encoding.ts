import { analyse } from 'chardet';

export interface GuessedText {
  text: string;
  /** As `TextDecoder` names it. */
  encoding: string;
}

/** What bytes that are no UTF-8 and say nothing of their encoding most likely are; null: no text in any encoding that is known. */
export function guessEncoding(bytes: Uint8Array): GuessedText | null {
  const sample = sampleOf(bytes);
  const labels = analyse(sample)
    .filter(({ name, confidence }) => confidence >= MIN_CONFIDENCE && name !== 'UTF-8' && name !== 'ASCII')
    .map(({ name }) => WIDER[name] ?? name.toLowerCase());
  const russian = RUSSIAN.filter((encoding) => isRussian(new TextDecoder(encoding).decode(sample)));
  const candidates = [...russian, ...labels, 'windows-1252'];
  for (const encoding of new Set(candidates)) {
    const text = decode(sample, encoding);
    if (text === null || !isPlausible(text)) continue;
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
  return null;
}

const MIN_CONFIDENCE = 20;
/** What is written in one of them looks like words in no other. */
const RUSSIAN = ['windows-1251', 'koi8-u', 'ibm866'];

/** Every letter of the first is in the second, which has more: browsers read them so, too. */
const WIDER: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'KOI8-R': 'koi8-u',
  Big5: 'big5',
};

const MAX_SAMPLE = 65_536;
/** Before the first letter beyond ASCII, so that its word is whole. */
const BEFORE = 1_000;

/** Looking at all of a large file takes seconds; what stands in ASCII says nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127);
  const start = Math.max(0, first - BEFORE);
  // Ends with a line, and so within no letter.
  const end =
    start + MAX_SAMPLE >= bytes.length ? bytes.length : bytes.lastIndexOf(LINE_FEED, start + MAX_SAMPLE);
  return bytes.subarray(start, end > start ? end : start + MAX_SAMPLE);
}

const LINE_FEED = 10;

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// Letters, and the signs that typesetters put beside them.
const SIGN = /[\p{L}\p{M}\p{N}\p{P}\p{Sc}\s°©®™§¶×÷±²³]/u;

/** Nearly all that is beyond ASCII is what texts are made of. */
function isPlausible(text: string): boolean {
  let all = 0;
  let known = 0;
  for (const [character] of text.matchAll(/[^\p{ASCII}]/gu)) {
    all += 1;
    if (SIGN.test(character)) known += 1;
  }
  return all > 0 && known >= all * 0.9;
}

/** Whole words of it, capitals at their beginnings only, and half of all Russian letters are of these eight. */
function isRussian(text: string): boolean {
  const letters = text.match(/[а-яё]/gi)?.length ?? 0;
  const usual = text.match(/[оеаинтср]/gi)?.length ?? 0;
  const words = text.match(WORD)?.join('').length ?? 0;
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return words > beyond * 0.6 && usual > letters * 0.5 && letters > beyond * 0.9;
}

const WORD = /(?<!\p{L})(?:[А-ЯЁ]?[а-яё]{3,}|[А-ЯЁ]{4,})(?!\p{L})/gu;
