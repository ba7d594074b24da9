/**
 * The same pattern with its classes of letters written out as ranges of characters. V8 needs a tenth of the time to compile it: most of the
 * ranges of `\p{L}` are of ancient scripts beyond U+FFFF, each of which becomes a pair of units, tried one pair after the other.
 *
 * Up to U+FFFF every character is in the class it was in. Beyond it whole blocks of letters are taken for letters, and nothing for
 * a capital, a small letter, a digit or a mark.
 *
 * The flag "u" is left away where the pattern ignores case and needs it for nothing else.
 */
export function compilePattern(pattern: RegExp | string, flags?: string): RegExp {
  const source = typeof pattern === 'string' ? pattern : pattern.source;
  const given = flags ?? (typeof pattern === 'string' ? '' : pattern.flags);
  const ignoresCase = given.includes('i');
  const isPlain = ignoresCase && !NEEDS_UNICODE.test(source.replaceAll(LETTERS, ''));
  const spelled = source.replace(TOKEN, (token) => {
    const isClass = token.startsWith('[');
    const written = isClass ? spellClass(token, isPlain) : spellEscape(token, isPlain);
    return written !== token && ignoresCase && isSameInBothCases(token) ? `(?-i:${written})` : written;
  });
  return new RegExp(spelled, isPlain ? given.replace('u', '') : given);
}

/** Without the flag "u" a pattern that ignores case compiles in a third of the time; it then sees characters beyond U+FFFF by their halves. */
const NEEDS_UNICODE = /\\[pP]\{|\\u\{|[\u{10000}-\u{10ffff}]/u;

/** A class in brackets, or an escape. */
const TOKEN = /\[\^?(?:\\[^]|[^\]\\])*\]|\\p\{[^}]*\}|\\P\{[^}]*\}|\\[^]/g;
const LETTERS = /\\p\{(L|Lu|Ll|Lo|N|M|Script=Han)\}/g;
const ESCAPED = /^\\([pP])\{(L|Lu|Ll|Lo|N|M|Script=Han)\}$/;

function spellClass(token: string, isPlain: boolean): string {
  return token.replace(LETTERS, (_, name: string) => rangesOf(name, isPlain));
}

function spellEscape(token: string, isPlain: boolean): string {
  const [, negation, name] = ESCAPED.exec(token) ?? [];
  if (name === undefined) return token;
  return `[${negation === 'P' ? '^' : ''}${rangesOf(name, isPlain)}]`;
}

/**
 * Holds a letter's other case with the letter. V8 looks for the other case of all of their thousands of ranges, once for each time that
 * they stand in a pattern, unless it is told not to.
 */
function isSameInBothCases(token: string): boolean {
  return /\\[pP]\{L\}/.test(token) || /^\\[pP]\{(?:Lo|N|M|Script=Han)\}$/.test(token);
}

const CHINESE_BEYOND = '\\u{20000}-\\u{323af}';
const LETTERS_BEYOND = `\\u{10000}-\\u{1cfff}\\u{1d400}-\\u{1d7cb}\\u{1df00}-\\u{1eeff}${CHINESE_BEYOND}`;
const BEYOND: Readonly<Record<string, string>> = {
  L: LETTERS_BEYOND,
  Lo: LETTERS_BEYOND,
  'Script=Han': CHINESE_BEYOND,
};

/** The first halves of the same characters; the second ones are also those of emoji. */
const CHINESE_HALVES = '\\ud840-\\ud888';
const LETTER_HALVES = `\\ud800-\\ud833\\ud835\\ud837-\\ud83b${CHINESE_HALVES}`;
const HALVES: Readonly<Record<string, string>> = {
  L: LETTER_HALVES,
  Lo: LETTER_HALVES,
  'Script=Han': CHINESE_HALVES,
};

const known = new Map<string, string>();

function rangesOf(name: string, isPlain: boolean): string {
  const ranges = known.get(name) ?? findRanges(name);
  known.set(name, ranges);
  return ranges + ((isPlain ? HALVES : BEYOND)[name] ?? '');
}

/** Fewer where nothing but unused characters stand between two of them. */
function findRanges(name: string): string {
  const ranges: { first: number; last: number }[] = [];
  for (const { 0: run, index } of CHARACTERS.matchAll(new RegExp(`\\p{${name}}+`, 'gu'))) {
    const before = ranges.at(-1);
    const last = index + run.length - 1;
    if (before !== undefined && UNUSED.test(CHARACTERS.slice(before.last + 1, index))) before.last = last;
    else ranges.push({ first: index, last });
  }
  return ranges.map(({ first, last }) => write(first, last)).join('');
}

/** The characters as they are: V8 makes slow code of a pattern that is longer than 20,000. None of them needs a backslash. */
function write(first: number, last: number): string {
  const [from = '', to = ''] = [CHARACTERS[first], CHARACTERS[last]];
  return first === last ? from : `${from}-${to}`;
}

const UNUSED = /^\p{Cn}+$/u;

/** Every character up to U+FFFF at its own place; a space where half a character would be. */
const CHARACTERS = Buffer.from(
  Uint16Array.from({ length: 0x10000 }, (_, code) => (code >= 0xd800 && code < 0xe000 ? 0x20 : code)).buffer,
).toString('utf16le');
