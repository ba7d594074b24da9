/**
 * The same pattern with its classes of letters written out as ranges of characters. V8 needs a tenth of the time to compile it: most of the
 * ranges of `\p{L}` are of ancient scripts beyond U+FFFF, each of which becomes a pair of units, tried one pair after the other.
 *
 * Up to U+FFFF every character is in the class it was in. Beyond it whole blocks of letters are taken for letters, and nothing for
 * a capital, a small letter, a digit or a mark.
 */
export function compilePattern(pattern: RegExp | string, flags?: string): RegExp {
  const source = typeof pattern === 'string' ? pattern : pattern.source;
  const given = flags ?? (typeof pattern === 'string' ? '' : pattern.flags);
  const ignoresCase = given.includes('i');
  const spelled = source.replace(TOKEN, (token) => {
    const isClass = token.startsWith('[');
    const written = isClass ? spellClass(token) : spellEscape(token);
    return written !== token && ignoresCase && isSameInBothCases(token) ? `(?-i:${written})` : written;
  });
  return new RegExp(spelled, given);
}

/** A class in brackets, or an escape. */
const TOKEN = /\[\^?(?:\\[^]|[^\]\\])*\]|\\p\{[^}]*\}|\\P\{[^}]*\}|\\[^]/g;
const LETTERS = /\\p\{(L|Lu|Ll|Lo|N|M|Script=Han)\}/g;
const ESCAPED = /^\\([pP])\{(L|Lu|Ll|Lo|N|M|Script=Han)\}$/;

function spellClass(token: string): string {
  return token.replace(LETTERS, (_, name: string) => rangesOf(name));
}

function spellEscape(token: string): string {
  const [, negation, name] = ESCAPED.exec(token) ?? [];
  if (name === undefined) return token;
  return `[${negation === 'P' ? '^' : ''}${rangesOf(name)}]`;
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

const known = new Map<string, string>();

function rangesOf(name: string): string {
  const ranges = known.get(name) ?? findRanges(name) + (BEYOND[name] ?? '');
  known.set(name, ranges);
  return ranges;
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
