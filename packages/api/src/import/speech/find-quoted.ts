/** What stands within quotation marks, or behind the dash of a dialogue. */
import { compilePattern } from '../text/compile-pattern.ts';
import type { Quoted } from './join-halves.ts';
import { VERBS_OF_SAYING } from './speech-verbs.ts';

interface Marks {
  /** What the character before and behind it must be, where it is not always an opening mark. */
  opens?: RegExp;
  /** Ends it, whatever stands beside it. */
  sure?: RegExp;
  /** Ends it, unless `nested` comes first: a mark of the other kind that the writer, or his program, took for it. */
  unsure?: RegExp;
  nested?: RegExp;
}

const BEFORE_OPENING = '(?<=^|[\\s(\\[—–])';
const BEFORE_CLOSING = '(?<=[^\\s(\\[—–])';
const NO_WORD = '(?![\\p{L}\\p{N}])';
const pattern = (source: string): RegExp => compilePattern(source, 'gu');
const OPENS = compilePattern(/^(?:^|[\s([—–]).[\p{L}\p{N}¿¡…]/u);

/** An apostrophe ends nothing: behind a mark, or before one and behind no "s", it is none. */
function singleMarks(open: string, close: string): Marks {
  return {
    opens: OPENS,
    unsure: pattern(`(?<=[,.!?…])${close}${NO_WORD}|(?<=\\p{L})(?<!s)${close}(?=[,.;:](?:\\s|$))`),
    nested: pattern(`(?<=[\\s(—–])${open}(?=\\p{L})`),
  };
}

const MARKS: Readonly<Record<string, Marks>> = {
  '“': {
    sure: /”/g,
    unsure: pattern(`${BEFORE_CLOSING}["“]${NO_WORD}`),
    nested: pattern(`${BEFORE_OPENING}["“]`),
  },
  '„': {
    sure: /[“”]/g,
    unsure: pattern(`${BEFORE_CLOSING}"${NO_WORD}`),
    nested: pattern(`${BEFORE_OPENING}"`),
  },
  '"': {
    sure: /"/g,
    unsure: pattern(`${BEFORE_CLOSING}[“”]${NO_WORD}`),
    nested: pattern(`${BEFORE_OPENING}[“„]`),
  },
  '«': { sure: /»/g },
  '»': { opens: OPENS, unsure: pattern(`${BEFORE_CLOSING}«${NO_WORD}`) },
  '‘': singleMarks('‘', '’'),
  "'": singleMarks("'", "'"),
  '「': { sure: /」/g },
};
const OPENERS = /[“„«»"‘'「]/g;
const LONGEST = 2_000;

/** What stands within quotation marks, nested ones left alone. Linear, also where nothing is ever closed. */
export function findQuoted(text: string): Quoted[] {
  const quoted = findDialogue(text);
  const places: Places = new Map();
  let after = (quoted[0]?.end ?? -1) + 1;
  for (const { 0: opener, index } of text.matchAll(OPENERS)) {
    const marks = MARKS[opener];
    if (index < after || marks === undefined) continue;
    if (marks.opens?.test(text.slice(Math.max(0, index - 1), index + 2).padStart(3)) === false) continue;
    const end = findEnd(text, marks, { from: index + 1, places });
    if (end - index > LONGEST) continue;
    quoted.push({ start: index + 1, end });
    after = end + 1;
  }
  return quoted;
}

/** Where each mark comes next, as far as looked for. */
type Places = Map<RegExp, number>;

interface Search {
  from: number;
  places: Places;
}

function findEnd(text: string, { sure, unsure, nested }: Marks, search: Search): number {
  const end = findNext(text, sure, search);
  const other = findNext(text, unsure, search);
  return other < end && other < findNext(text, nested, search) ? other : end;
}

function findNext(text: string, mark: RegExp | undefined, { from, places }: Search): number {
  if (mark === undefined) return Number.POSITIVE_INFINITY;
  const known = places.get(mark) ?? -1;
  if (known >= from) return known;
  mark.lastIndex = from;
  const next = mark.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  places.set(mark, next);
  return next;
}

const DASH_FIRST = /^[—–]\s?\S/u;
const SAYS = `(?=(?:${VERBS_OF_SAYING.join('|')})(?!\\p{L})`;
const DASH_BEFORE_VERB = compilePattern(`\\s{0,2}[—–]\\s?${SAYS})`, 'iu');
// In French only a comma stands there: who speaks ends the sentence, or nobody knows where the words end.
const COMMA_BEFORE_VERB = compilePattern(`(?<=[^,]{12}),\\s${SAYS}\\s[^,;:—–]{2,80}\\.?$)`, 'iu');

/** "—Nadie nos preguntó —dijo Juan Ruiz." / "— Нас не спросили, — сказал Иван Петров." */
function findDialogue(text: string): Quoted[] {
  if (!DASH_FIRST.test(text)) return [];
  const speech = text.slice(0, LONGEST);
  const match = DASH_BEFORE_VERB.exec(speech) ?? COMMA_BEFORE_VERB.exec(speech);
  return match === null ? [] : [{ start: 1, end: match.index + match[0].search(/[—–,]/u) }];
}

/** Index of the mark that closes the one a text begins with, nested ones counted; -1 where there is none. */
export function findClosingMark(text: string): number {
  const opener = text[0] ?? '';
  const closers = CLOSERS[opener] ?? '';
  let depth = 1;
  for (let index = 1; closers !== '' && index < text.length; index += 1) {
    const mark = text[index] ?? '';
    if (closers.includes(mark)) depth -= 1;
    else if (mark === opener) depth += 1;
    if (depth === 0) return index;
  }
  return -1;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  '「': '」',
};

const LAST_OPENING = compilePattern(/(?:^|[\s(—–:])([“„«"‘])(?=[\p{L}\p{N}¿¡…])/gu);

/**
 * The mark that closes the last words of a paragraph which the next one goes on with: of a quotation of several paragraphs each begins with
 * a mark, and only the last one ends with one. Null where they are closed, or do not go on.
 */
export function missingMark(text: string, next: string): string | null {
  if (!/^\s*[“„«"‘]/u.test(next)) return null;
  const last = [...text.matchAll(LAST_OPENING)].at(-1);
  const mark = last?.[1];
  if (last === undefined || mark === undefined || mark !== next.trimStart()[0]) return null;
  const at = last.index + last[0].length;
  const isClosed = findQuoted(text).some(({ start, end }) => start <= at && at <= end);
  return isClosed ? null : (CLOSES[mark] ?? null);
}

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"', '‘': '’' };
