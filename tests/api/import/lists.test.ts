/** What stands within what, and where one list ends and the next begins. */
import { describe, expect, test } from 'vitest';
import { interpretDocument } from '@communique/api/import/interpret-document';
import { writeDocument } from '@communique/api/import/library/write-document';
import { draftText, NOW } from '../../support/drafts.ts';

const HEAD = 'The quay\n\nThe quay is old. Nobody moors there.\n\n';

function blocksOf(text: string, fileName: string): unknown[] {
  const head = fileName.endsWith('.md') ? `# ${HEAD}` : HEAD;
  const body = fileName.endsWith('.html')
    ? `<h1>The quay</h1><p>The quay is old. Nobody moors there.</p>${text}`
    : head + text;
  const { document } = draftText(body, fileName);
  return document.sections.flatMap(({ blocks }) =>
    blocks
      .slice(1)
      .map((block) =>
        block.type === 'POINTS'
          ? block.items.map(({ text: words, depth = 0 }) => `${depth} ${words}`)
          : block.type === 'PARAGRAPH'
            ? block.text
            : block.type,
      ),
  );
}

describe('points within points', () => {
  test.each([
    ['a.md', '- alpha\n  - inner a\n    - deep\n  - inner b\n- beta\n'],
    ['a.txt', '- alpha\n  - inner a\n    - deep\n  - inner b\n- beta\n'],
    [
      'a.html',
      '<ul><li>alpha<ul><li>inner a<ul><li>deep</li></ul></li><li>inner b</li></ul></li><li>beta</li></ul>',
    ],
  ])('keep their depth: %s', (fileName, text) => {
    expect(blocksOf(text, fileName)).toEqual([['0 alpha', '1 inner a', '2 deep', '1 inner b', '0 beta']]);
  });

  test.each(['', '\nAnd so it goes on for a while, they say.\n'])(
    'stand within the range of the list of a text, also at its end: %s',
    (after) => {
      const text = `${HEAD}- alpha\n  - inner a\n    - deep\n  - inner b\n${after}`;
      const { document } = draftText(text, 'a.txt');
      const [points] = document.sections.flatMap(({ blocks }) => blocks.slice(1));
      const { start = 0, end = 0 } = points?.origin ?? {};
      expect(text.slice(start, end)).toBe('- alpha\n  - inner a\n    - deep\n  - inner b');
    },
  );

  test('come back from an export as they went', () => {
    const text = `# ${HEAD}- alpha\n  - Inner: a\n    - deep\n- beta\n\n\`\`\`\none\n  two\n\`\`\`\n`;
    const read = { path: 'quay.md', fileName: 'quay.md', text };
    const first = interpretDocument(read, { now: NOW });
    const again = interpretDocument({ ...read, text: writeDocument(first) }, { now: NOW });
    const sections = (document: typeof first) =>
      'document' in document.draft
        ? document.draft.document.sections.map(({ blocks }) =>
            blocks.map((block) => ({ ...block, origin: null })),
          )
        : null;
    expect(sections(again)).toEqual(sections(first));
    expect(JSON.stringify(sections(again))).toContain('one\\n  two');
  });

  test('a list without end stays within what a document can hold', () => {
    const text = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- point ${depth}`).join('\n');
    const [points] = blocksOf(`${text}\n`, 'a.md');
    expect(points).toHaveLength(30);
  });
});

describe('two lists, one below the other', () => {
  test.each([
    ['a.md', '- a\n- b\n\n1. c\n2. d\n'],
    ['a.txt', '- a\n- b\n\n1. c\n2. d\n'],
    ['a.md', '- a\n- b\n\n* c\n* d\n'],
    ['a.txt', '• a\n• b\n\n– c\n– d\n'],
    ['a.txt', '1. a\n2. b\n\n1. c\n2. d\n'],
    ['a.html', '<ul><li>a</li><li>b</li></ul><ul><li>c</li><li>d</li></ul>'],
  ])('stay two: %s %#', (fileName, text) => {
    expect(blocksOf(text, fileName)).toEqual([
      ['0 a', '0 b'],
      ['0 c', '0 d'],
    ]);
  });

  test('and one with blank lines between its points stays one', () => {
    expect(blocksOf('• a\n\n• b\n\n• c\n', 'a.txt')).toEqual([['0 a', '0 b', '0 c']]);
  });
});

describe('lines that stand as they were typed', () => {
  test.each([
    ['a.md', '```sh\nmake quay\n\tmake crane\n```\n'],
    ['a.html', '<pre>make quay\n    make crane\n</pre>'],
    ['a.html', '<pre><code>make quay<br>    make crane</code></pre>'],
  ])('keep their breaks: %s', (fileName, text) => {
    expect(blocksOf(text, fileName)).toEqual(['make quay\n    make crane']);
  });
});

test('an address, or the beginning of a link, is no label of a point', () => {
  const { document } = draftText(
    '# The quay\n\nIt is old. It leaks.\n\n- <https://quay.example/plan.zip>\n\n      SIZE: 12 bytes\n- [Plan 7: the crane](plans/7 of 8.md)\n- Plan 8: the lamps\n',
    'quay.md',
  );
  const items = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'POINTS' ? block.items : [])),
  );
  expect(items.map(({ label }) => label)).toEqual([null, null, 'Plan 8']);
});
