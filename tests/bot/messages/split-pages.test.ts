import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_CHARACTERS, splitPages } from '@communique/bot/messages/split-pages';

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '' && word !== '```');

test('no entry at all is one empty page', () => {
  expect(splitPages([])).toEqual([[]]);
});

test('nothing is lost and no page is too long', () => {
  const entry = fc
    .array(fc.lorem({ maxCount: 400 }), { minLength: 1, maxLength: 3 })
    .map((texts) => texts.join('\n'));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const pages = splitPages(entries);
      expect(words(pages.flat().join('\n'))).toEqual(words(entries.join('\n')));
      for (const page of pages) expect(page.join('\n').length).toBeLessThanOrEqual(PAGE_CHARACTERS);
    }),
    { numRuns: 50 },
  );
});

test('a long entry is torn between sentences', () => {
  const sentence = `${'word '.repeat(60).trim()}.`;
  const [[first] = []] = splitPages([Array.from({ length: 20 }, () => sentence).join(' ')]);
  expect(first?.endsWith('.')).toBe(true);
});

test('a code block torn in two is two code blocks', () => {
  const rows = Array.from({ length: 200 }, (_, row) => `row ${row} ${'x'.repeat(30)}`);
  const pages = splitPages([`**Caption**\n\`\`\`\n${rows.join('\n')}\n\`\`\``]).map((page) =>
    page.join('\n'),
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page.split('```').length % 2).toBe(1);
  expect(pages.join('\n').match(/^row \d+/gm)).toHaveLength(200);
});

test('text without a single space is torn too, never inside a character or after a backslash', () => {
  for (const text of ['漢'.repeat(9_000), '😀'.repeat(5_000), '\\*'.repeat(6_000)]) {
    const pieces = splitPages([text]).flat();
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces) {
      expect(piece.isWellFormed()).toBe(true);
      expect(/(?<!\\)(\\\\)*\\$/.test(piece)).toBe(false);
    }
  }
});
