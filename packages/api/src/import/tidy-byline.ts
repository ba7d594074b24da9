import { compilePattern } from './compile-pattern.ts';

const BY =
  /^(?:(?:written|posted|published|reported|story|words|text|article)\s+)?(?:by|von|par|por|di|door|av|af)\s*:?\s+|^(?:author|autor|auteur|autore|автор|作者|文)\s*[:：]\s*/iu;
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** What pages put on the line of the author after the name: when, where else, and the next name's job. */
const AFTER_NAME = compilePattern(
  [
    '\\s*[|•·—–(\\[@]',
    '\\s+-\\s',
    '\\s+(?:updated|published|posted|edited|last|contributing|follow|view|more)\\b',
    ',?\\s*\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b',
    `,?\\s*\\b(?:${MONTH})[a-z]*\\.?\\s+\\d`,
    `,?\\s*\\d{1,2}\\.?\\s+(?:${MONTH})`,
    ',?\\s*\\d{1,4}[-/.:]\\d{1,2}',
  ].join('|'),
  'iu',
);
const MAX_BYLINE = 120;

/** "By Anna Berg - Apr 16, 2015 8:02 pm" → "Anna Berg"; null where no name is left. */
export function tidyByline(text: string): string | null {
  const line = text.replace(BY, '').slice(0, MAX_BYLINE * 3);
  const end = AFTER_NAME.exec(line)?.index ?? line.length;
  const name = line
    .slice(0, end)
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();
  const isName =
    name.length <= MAX_BYLINE && /\p{L}{2}/u.test(name) && !/^https?:|^(?:follow|author)s?\b/i.test(name);
  return isName ? name : null;
}
