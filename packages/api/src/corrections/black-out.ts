/** What a redacted passage is replaced by, and what counts as that passage. */

export type BlackOut = (text: string, bar?: Bar) => string;

/** What stands in the place of what was found. */
type Bar = (found: string) => string;

const BAR = '█████';
export const BLACK = BAR;

/** Never longer than what it takes the place of. */
const shortBar: Bar = (found) => BAR.slice(0, found.length);

/** For a text that others point into: all behind the passage stays where it was. */
export const barOfSameLength: Bar = (found) => BAR.charAt(0).repeat(found.length);

// Between two words there may be a line break, the markup of an article's source, or what takes a space's place in addresses and ids.
const BETWEEN_WORDS = /(?:[\s*_~`>|\\+.-]|%20)+/u.source;
// Shorter passages are looked for exactly: "Li" must not take the end of "Somali" with it.
const SHORTEST_IN_ANY_CASE = 5;

/** Blacks a passage out wherever it stands, in whatever case, composed or decomposed, also across lines; never with more than it takes away. */
export function createBlackOut(passage: string): BlackOut {
  const words = passage.trim().split(/\s+/).map(anyForm);
  const flags = passage.trim().length >= SHORTEST_IN_ANY_CASE ? 'giu' : 'gu';
  const pattern = new RegExp(words.join(BETWEEN_WORDS), flags);
  return (text, bar = shortBar) => text.replace(pattern, bar);
}

function anyForm(word: string): string {
  const forms = new Set(
    [word, word.normalize('NFC'), word.normalize('NFD')].map((form) => RegExp.escape(form)),
  );
  return forms.size === 1 ? [...forms].join('') : `(?:${[...forms].join('|')})`;
}

/** Every text in a JSON value; names of fields stay. */
export function blackOutAll<Value>(value: Value, blackOut: BlackOut): Value {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return blackOut(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null || part instanceof Date) return part;
    return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, walk(field)]));
  };
  // The same shape: only texts are replaced, by texts.
  return walk(value) as Value;
}
