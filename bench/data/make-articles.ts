/** Articles made from those of the tests: each with words of its own, so that no two are the same. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../tests/fixtures');

/** Writes `count` files below `folder`. */
export function makeArticles(folder: string, count: number): void {
  const originals = ['articles', 'pages'].flatMap((part) =>
    readdirSync(join(FIXTURES, part))
      // One has no text to import, the others are not UTF-8, which a word cannot be put into.
      .filter((name) => !/only-menus|1251|utf16|gb2312|damaged/.test(name))
      .map((name) => ({ name, text: readFileSync(join(FIXTURES, part, name), 'utf8') })),
  );
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const original = originals[number % originals.length];
    if (original === undefined) throw new Error(`There are no articles in ${FIXTURES}.`);
    const place = String(number).padStart(6, '0');
    writeFileSync(join(folder, `${place}-${original.name}`), withOwnWords(original.text, number));
  }
}

/**
 * Every long word in lower case, now and then, with a syllable of the article's own, addresses of its own, and a line
 * that no other has.
 */
function withOwnWords(text: string, number: number): string {
  let seen = 0;
  const own = text
    .replaceAll('.example/', `.example/${number}/`)
    .replaceAll(/(?<![\p{L}<&/"=.-])\p{Ll}{7,}(?![\p{L}>="/.-])/gu, (word) => {
      seen += 1;
      return seen % 11 === number % 11 ? `${word}${syllable(number + seen)}` : word;
    });
  const last = `It is number ${number} of the letters to the harbour office.`;
  return /<(?:p|dd)>/i.test(own)
    ? own.replaceAll(/<(?:p|dd)>/gi, (tag) => `${tag}${last} `)
    : `${own.trimEnd()}\n\n${last}\n`;
}

function syllable(number: number): string {
  const letters = 'bdfgklmnprstvz';
  return `${letters[number % 14] ?? 'b'}${'aeiou'[number % 5] ?? 'a'}${letters[(number * 7) % 14] ?? 'd'}`;
}
