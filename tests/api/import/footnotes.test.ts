import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const ARTICLE = '# The Quay\n\nThe quay is old. It was built in haste.[^1]\n\nIt leaks.[^2]\n\n';

describe('a footnote of a Markdown article', () => {
  const { document, leftOut } = draftText(
    `${ARTICLE}[^1]: The plans were never found.\n[^2]: Harbour report, https://harbour.example/report\n`,
    'a.md',
  );

  test('is a source where it names an address', () => {
    expect(document.sources.map(({ url, title }) => [url, title])).toEqual([
      [null, 'The Quay'],
      ['https://harbour.example/report', 'Harbour report'],
    ]);
  });

  test('stays text where it names none', () => {
    const texts = document.sections.flatMap(({ blocks }) =>
      blocks.map((block) => 'text' in block && block.text),
    );
    expect(texts).toContain('The plans were never found.');
    expect(leftOut).toEqual([]);
  });
});

test('a footnote that says more than its link does stays text, and its address is a source', () => {
  const { document, leftOut } = draftText(
    `${ARTICLE}[^1]: See [the harbour report](https://harbour.example/report), p. 12, table 3.\n[^2]: [The plans](https://harbour.example/plans).\n`,
    'a.md',
  );
  expect(document.sources.map(({ title }) => title)).toEqual(['The Quay', 'the harbour report', 'The plans']);
  const texts = JSON.stringify(document.sections);
  expect(texts).toContain('See the harbour report, p. 12, table 3.');
  expect(texts).not.toContain('The plans');
  expect(leftOut).toEqual([]);
});

test('a numbered note of a plain text stays text, and its address is a source', () => {
  const { document } = draftText(
    'The Quay\n\nThe quay is old. It was built in haste [1].\n\nIt leaks [2].\n\n[1] The plans were never found.\n\n[2] See https://harbour.example/report\n',
  );
  expect(document.sources.map(({ url }) => url)).toEqual([null, 'https://harbour.example/report']);
  expect(JSON.stringify(document.sections)).toContain('The plans were never found.');
});
