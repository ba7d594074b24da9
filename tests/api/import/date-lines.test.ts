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

describe('a day at the beginning of a line, in Markdown and in plain text', () => {
  const blocksOf = (text: string, fileName: string): unknown[] => {
    const head = fileName.endsWith('md') ? '# Die Brücke' : 'Die Brücke';
    const { document } = draftText(
      `${head}\n\nDie Brücke ist alt. Niemand geht über sie.\n\n${text}\n`,
      fileName,
    );
    return document.sections.flatMap(({ heading, blocks }) => [
      ...(heading === null ? [] : [heading]),
      ...blocks
        .slice(heading === null ? 1 : 0)
        .map((block) => (block.type === 'PARAGRAPH' ? block.text : block.type)),
    ]);
  };

  describe.each(['a.md', 'a.txt'])('%s', (fileName) => {
    test.each([
      [
        '12. März 2025 war der Rat zum ersten Mal beisammen.',
        ['12. März 2025 war der Rat zum ersten Mal beisammen.'],
      ],
      ['3. Mai: Der Steg wird gesperrt.', ['3. Mai: Der Steg wird gesperrt.']],
      [
        '12. März 2025: Der Rat tagt.\n\n3. April 2025: Der Steg wird gesperrt.',
        ['12. März 2025: Der Rat tagt.', '3. April 2025: Der Steg wird gesperrt.'],
      ],
      ['12. marts 2025 mødtes rådet for første gang.', ['12. marts 2025 mødtes rådet for første gang.']],
      ['12. března 2025 zasedala rada poprvé.', ['12. března 2025 zasedala rada poprvé.']],
      ['12 mars 2025 : le conseil se réunit.', ['12 mars 2025 : le conseil se réunit.']],
      ['12 de marzo de 2025: se reúne el consejo.', ['12 de marzo de 2025: se reúne el consejo.']],
      ['12 марта 2025 года совет собрался впервые.', ['12 марта 2025 года совет собрался впервые.']],
    ])('is no number of a list: %s', (text, blocks) => {
      expect(blocksOf(text, fileName)).toEqual(blocks);
    });

    test.each(['1. März ist teuer\n2. April ist billig', '3. Apfel\n4. Birne', '1. Mast\n2. Segel'])(
      'and what counts is a list: %s',
      (text) => {
        expect(blocksOf(text, fileName)).toEqual(['POINTS']);
      },
    );
  });

  test('a heading keeps its day', () => {
    const text =
      '## 12. März 2025\n\nDer Rat tagt. Der Steg wird gesperrt.\n\n## 2. Folgen\n\nKeine. Gar keine.';
    expect(blocksOf(text, 'a.md').filter((_, index) => index % 2 === 0)).toEqual(['12. März 2025', 'Folgen']);
  });
});
