import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '@communique/api/import/reading/decode-text';
import { draftArticle, type ArticleDraft } from '@communique/api/import/draft-article';
import { DocumentError } from '@communique/api/import/errors';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';
import { draftText, NOW } from '../../support/drafts.ts';

function draftBytes(bytes: Uint8Array, fileName: string): ArticleDraft | DocumentError {
  try {
    return draftArticle({ path: fileName, fileName, text: decodeText(bytes, fileName) }, { now: NOW });
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

function expectOriginsInside(draft: ArticleDraft | DocumentError): void {
  if (draft instanceof DocumentError) return;
  const { document, article, faq } = draft;
  const { sections, claims, events, prompts } = document;
  for (const { origin } of [
    ...sections,
    ...sections.flatMap(({ blocks }) => blocks),
    ...claims,
    ...events,
    ...prompts,
    ...faq,
  ]) {
    expect(
      origin === null ||
        (origin.start >= 0 && origin.start <= origin.end && origin.end <= article.text.length),
    ).toBe(true);
  }
}

/** Pieces of which articles are made, so that random texts get anywhere. */
const fragment = fc.oneof(
  fc.constantFrom(
    'Q: Why?',
    'A: Because.',
    '- Label: text',
    '  - nested',
    '* a',
    '1. One',
    '# Title',
    '## Section',
    'a | b | c',
    '---|---|---',
    '|',
    '> quote',
    '“We said so and we meant it,” said Anna Berg.',
    'Table of Contents',
    'FAQ',
    'See more Strait Post',
    '#a#b',
    'By Anna Berg',
    '---',
    '===',
    'Editor: Why?',
    'Guest: So.',
    '[a]: https://a.example',
    '[a][a] [^1]',
    '[^1]: note',
    '<details>',
    '<!--',
    '```',
    'Tell us in the comments: why?',
    'The meeting between A and B took place in Oslo on Monday.',
    '18 February 2025',
    '…',
    '\u200B',
    '\u00AD',
    '𝒳 𐍈',
    '{#id kind=OTHER}',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.lorem({ maxCount: 8 }),
);
const article = fc
  .array(fragment, { maxLength: 60 })
  .chain((lines) => fc.constantFrom('\n', '\n\n', '\r\n').map((end) => lines.join(end)));

describe('whatever a file holds, the result is a draft or an error that says why', () => {
  test.each(['article.txt', 'article.md', 'faq.md'])('as %s', (fileName) => {
    fc.assert(
      fc.property(article, (text) => {
        expectOriginsInside(draftBytes(Buffer.from(text), fileName));
      }),
      { numRuns: 400 },
    );
  });

  test('as bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expectOriginsInside(draftBytes(bytes, 'article.txt'));
      }),
      { numRuns: 500 },
    );
  });

  test('as a file of the library', () => {
    const frontMatter = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(frontMatter, article, (yaml, body) => {
        for (const head of [
          yaml,
          'kind: briefing\nslug: a\nlanguage: en\ncreatedBy: me',
          'kind: faq\nslug: a\nlanguage: en',
        ]) {
          try {
            readLibraryFile(`---\n${head}\n---\n\n# Title\n\n${body}`, 'a.md');
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentError);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

const repeated: Record<string, string> = {
  'lines of one paragraph': 'word\n',
  'targets of links': '[a]: https://strait.example/\n',
  'quote marks': '>',
  pipes: '|',
  bullets: '- ',
  'nested quotes': '> > ',
  'bullet lines': '- a\n',
  'table rows': 'a | b\n',
  'markdown table rows': '| a | b |\n',
  headings: '# a\n',
  'short lines': 'Heading Like This\n',
  'title lines': 'Word\n\n',
  colons: 'Name: ',
  'speaker lines': 'Ann: why?\nBob: so.\n',
  'questions and answers': 'Q: why?\nA: so.\n',
  'opening quotes': '“',
  'quoted words': '“we all said so” ',
  'full stops': '. ',
  'capital letters': 'A-',
  'speech verbs': 'He said ',
  brackets: '[a](',
  closers: 'a]',
  emphasis: '*a ',
  backticks: '` ``',
  hashtags: '#a',
  dashes: '---\n',
  'e-mails': 'a@b.',
  addresses: 'https://a.example/b ',
  spaces: ' ',
  tabs: 'a\tb\n',
  'indented bullets': '  - a\n',
  footnotes: '[^a] ',
  definitions: '[a]: https://a.example\n',
  html: '<a ',
  dates: '18 February 2025 ',
  meetings: 'meeting between A and B in ',
  names: 'Ann Berg ',
  'names that report and speak': 'according to Reuters on 3 March 2025 Tom Brown said that ',
  'names of authorities': 'of Ann Berg Lind ',
  'reports without quotation marks': 'laut Clara Holm ',
  'reports in the genitive': 'по словам Ивана ',
  'reports without spaces': '据市长李华介绍',
  'lettered titles': 'A1) What?\n\nSo.\n\n',
  'decorated lines': '--- a ',
  'decorated titles': '--- a ---\n',
  'questions and answers in turn': 'Q: a?\nA: b.\n\n',
  'lists without bullets': 'What to bring:\nA torch\nWater\n\n',
  'columns of spaces': 'A  b\n',
  'grids without end': '+--+\n|a|\n',
  'questions asked again': 'Q: a? ',
  'words that many said': '“We all act now,” said Ann Lee. ',
  'words that one said': '“We all act now,” said the mayor, ',
  'speakers before words': 'Ann Lee said “We all act now”, ',
  'names in a row': '“We all act now,” said Ann ',
  'single marks never closed': '‘We all act ',
  'apostrophes for marks': "'We all act' ",
  'quotations that the next paragraph goes on with': '“We all act now\n\n',
  'dashes of dialogues': '— We all act — ',
  'posts of others': '“a b c d.” — A (@a) ',
  'names of headings': '# a {#b}\n',
  'points of several paragraphs': '* a\n\n  b\n\n',
};

// The largest article allowed is 25 times this.
const SIZE = 200_000;

describe('what no briefing can hold is refused in words of the article', () => {
  test.each([
    [
      'rows.txt',
      `a | b\n---|---\n${'one | two\n'.repeat(5_001)}`,
      'one of its tables has more than 5,000 rows',
    ],
    [
      'rows.html',
      `<table><tr><th>a<th>b${'<tr><td>one<td>two'.repeat(100_000)}</table>`,
      'one of its tables has more than 5,000 rows',
    ],
    [
      'tables.html',
      `<table>${'<tr><td>one<td>two'.repeat(3_000)}</table>`.repeat(7),
      'its tables have more than 20,000 rows',
    ],
    ['many-rows.txt', `${'| one | two |\n'.repeat(100_000)}`, 'one of its tables has more than 5,000 rows'],
    ['tabs.txt', `${'one\ttwo\n'.repeat(100_000)}`, 'one of its tables has more than 5,000 rows'],
    ['heads.md', '## About it\n\nWords.\n\n'.repeat(30_000), 'it has more than 5,000 headings'],
    ['heads.html', '<h2>About it</h2><p>Words.'.repeat(30_000), 'it has more than 5,000 headings'],
    [
      'heads.txt',
      Array.from({ length: 30_000 }, (_, number) => `About The Matter ${number}\n\nWords.\n\n`).join(''),
      'it has more than 5,000 headings',
    ],
    ['headings.md', '## About it\n\nWords.\n\n'.repeat(501), 'it has more than 500 headings'],
  ])('%s', (fileName, body, reason) => {
    const text = fileName.endsWith('.html')
      ? `<html><body><h1>Title</h1>${body}`
      : `Some title\n\nSome words. More.\n\n${body}`;
    const start = process.cpuUsage();
    const refused = draftBytes(Buffer.from(text), fileName);
    const { user, system } = process.cpuUsage(start);
    // A tree of so much takes five seconds.
    expect(user + system).toBeLessThan(3_000_000);
    expect(refused).toMatchObject({
      name: 'UnusableDocumentError',
      message: expect.stringContaining(reason),
    });
  });
});

test('a list as long as a book is still a list of labelled points', () => {
  const draft = draftBytes(
    Buffer.from(`# Title\n\nWords. More.\n\n${'- **Label:** what it says\n'.repeat(3_000)}`),
    'a.md',
  );
  const blocks =
    draft instanceof DocumentError ? [] : draft.document.sections.flatMap((section) => section.blocks);
  const items = blocks.flatMap((block) => (block.type === 'POINTS' ? block.items : []));
  expect(items).toHaveLength(3_000);
  expect(items.every(({ label }) => label === 'Label')).toBe(true);
});

test('questions of short lines, again and again, are still questions', () => {
  const draft = draftBytes(
    Buffer.from(`# FAQ\n\n${'<details><summary>Why?</summary>\n\nSo.\n\n</details>\n\n'.repeat(300)}`),
    'a.md',
  );
  expect(draft instanceof DocumentError ? [] : draft.faq).toHaveLength(300);
});

test.each([
  ['a', 'a'],
  ['é', 'é'],
  ['中', '中'],
])('an article of one letter is a draft with a proposed title: %s', (text, title) => {
  expect(draftBytes(Buffer.from(text), 'article.txt')).toMatchObject({
    document: { title, titleIsProposed: true },
  });
});

describe('a text that is one thing a hundred thousand times is read in bounded time', () => {
  // Not a measurement: a quadratic step takes minutes here, everything else takes seconds on a slow machine.
  test.each(Object.entries(repeated))('%s', { timeout: 60_000 }, (_, piece) => {
    const text = `Some title\n\nSome words.\n\n${piece.repeat(Math.ceil(SIZE / piece.length))}`;
    for (const fileName of ['a.txt', 'a.md']) {
      const start = performance.now();
      expectOriginsInside(draftBytes(Buffer.from(text), fileName));
      expect(performance.now() - start).toBeLessThan(20_000);
    }
  });

  test.each(['>', '|', '- '])('a megabyte of %s', { timeout: 60_000 }, (piece) => {
    for (const fileName of ['a.txt', 'a.md']) {
      expectOriginsInside(
        draftBytes(Buffer.from(`Words.\n\n${piece.repeat(1_000_000 / piece.length)}`), fileName),
      );
    }
  });

  test('lists in lists in lists', { timeout: 60_000 }, () => {
    const deep = Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
    for (const fileName of ['a.txt', 'a.md'])
      expectOriginsInside(draftBytes(Buffer.from(`Title here\n\n${deep}`), fileName));
  });
});

describe('characters that show nothing, or turn others around', () => {
  const HIDDEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
  const body = 'The \u202Equay\u202C is o\u200Bld. Nobody \u2066moors\u2069 there.';
  test.each([
    ['a.txt', `The \u202Equay\n\n${body}\n\nQ: Is it \u202Efree?\n\nA: No\u200B.\n`],
    [
      'a.md',
      `# The \u202Equay\n\n${body}\n\n- \u2067A\u2069: b\n\n## FAQ\n\n### Is it \u202Efree?\n\n*No*, \u202Eno.\n`,
    ],
    ['a.md', `---\ntitle: "The \\u202Equay"\nauthor: "A\u202Enna"\n---\n\n${body}\n`],
    [
      'a.md',
      `# The &#x202E;quay\n\nIt is &#x202E;old. Nobody moors there.\n\n## FAQ\n\n### Is it free?\n\n*No*, &#x202E;no.\n`,
    ],
    ['a.html', `<title>The &#x202E;quay</title><h1>The &#x202E;quay</h1><p>${body.repeat(9)}</p>`],
    ['a.txt', `${body} ${body}\n\n${body}\n`],
  ])('are in no part of a draft: %s %#', (fileName, text) => {
    const { article, document, faq } = draftText(text, fileName);
    const { text: _text, ...said } = article;
    expect(JSON.stringify({ said, document, faq })).not.toMatch(HIDDEN);
  });

  test('what turns letters around is not in the text that stands beside it either', () => {
    const bytes = new TextEncoder().encode('The \u202Equay\u202C is \u2066old\u2069.');
    expect(decodeText(bytes, 'a.txt')).toBe('The quay is old.');
  });

  test('joiners stay, which letters and emoji need', () => {
    const { document } = draftText('کتاب\n\nمی\u200Cخواهم بروم. 👩\u200D🚀 پرواز می\u200Cکند.\n', 'a.txt');
    expect(JSON.stringify(document.sections)).toContain('می\u200Cخواهم');
  });
});
