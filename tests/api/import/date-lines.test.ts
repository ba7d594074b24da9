/** A line that says when, among lines that say who and how long: never a heading, never a point of a list. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function headOf(lines: string): { byline: string | null; publishedOn: string | null; headings: unknown[] } {
  const text = `The Story of a Bridge\n\n${lines}\n\nThe bridge is old and nobody knew what it cost. It is closed.\n`;
  const { article, document } = draftText(text, 'a.txt');
  const headings = document.sections.map(({ heading }) => heading).filter((heading) => heading !== null);
  return { byline: article.byline ?? null, publishedOn: article.publishedOn ?? null, headings };
}

describe('below the title', () => {
  test.each([
    ['Von Max Mustermann\n12. März 2025', 'Max Mustermann', '2025-03-12'],
    ['1. Juni 2025', null, '2025-06-01'],
    ['12. März 2025, 14:30 Uhr', null, '2025-03-12'],
    ['12 June 2025 | 5 min read', null, '2025-06-12'],
    ['12 June 2025 | 5 min read | Share', null, '2025-06-12'],
    ['By Ann Lee | June 12, 2025 | 5 min read', 'Ann Lee', '2025-06-12'],
    ['作者：李明\n2025年3月3日', '李明', '2025-03-03'],
    ['记者 李明\n2025年3月3日', '李明', '2025-03-03'],
    ['13 березня 2025 року', null, '2025-03-13'],
    ['12 марта 2025 года', null, '2025-03-12'],
  ])('%s', (lines, byline, publishedOn) => {
    expect(headOf(lines)).toEqual({ byline, publishedOn, headings: [] });
  });
});

test('a day at the end of a text is no point of a list', () => {
  const { document } = draftText(
    'Die Brücke\n\nDie Brücke ist alt. Niemand geht über sie.\n\n3. April 2025\n',
    'a.txt',
  );
  expect(document.sections.flatMap(({ blocks }) => blocks.map(({ type }) => type))).not.toContain('POINTS');
});

test('numbered points stay points, also where they begin with a month', () => {
  const { document } = draftText(
    'Die Brücke\n\nDie Brücke ist alt. Niemand geht über sie.\n\n1. März 2025 beginnt der Bau\n2. April 2025 endet der Bau\n',
    'a.txt',
  );
  expect(document.sections.flatMap(({ blocks }) => blocks.map(({ type }) => type))).toContain('POINTS');
});
