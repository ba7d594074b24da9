import { describe, expect, test } from 'vitest';
import { MalformedDocumentError } from '@communique/api/import/errors';
import { draftText } from '../../support/drafts.ts';

const BODY = '\n# The night ferry\n\nThe ferry made its last crossing on Sunday. Few people noticed it.\n';

function messageOf(text: string, fileName = 'ferry.md'): string {
  try {
    draftText(text, fileName);
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedDocumentError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('it was imported');
}

describe('a front matter without an end', () => {
  test.each(['ferry.md', 'ferry.txt'])('is refused with what to do (%s)', (fileName) => {
    const message = messageOf('---\ntitle: Never closed\nhello\n', fileName);
    expect(message).toMatch(new RegExp(`^${fileName}:1: the front matter has no end`));
    expect(message).toContain('"---"');
  });

  test.each([
    '---\n\nWhat a day it was in the harbour. Nobody went home early.\n',
    '---\nThe mayor came by: she was late. Nobody minded.\n',
    '---\nWashington: the talks went on. Nobody minded.\n',
    '---\nNobody went home early. It was a day like that.\n\n---\n\nThen it was night. It was dark.\n',
  ])('is not what a rule above a text is: %j', (text) => {
    for (const fileName of ['a.md', 'a.txt']) {
      const draft = draftText(text, fileName);
      expect(draft.document.title).not.toBe('---');
      const words = JSON.stringify(draft.document);
      expect(words).toMatch(/Nobody/);
    }
  });
});

test.each([
  ['date: yesterday', 'ferry.md:3: date must be a date such as "2025-02-18"'],
  ['author: 5', 'ferry.md:3: author must be a name'],
  ['lang: English', 'ferry.md:3: lang must be a language tag such as "en"'],
  ['url: somewhere', 'ferry.md:3: url must be a web address'],
  ['tags: { a: b }', 'ferry.md:3: tags must be a list of words'],
  ['description: [a, { b: c }]', 'ferry.md:3: description must be a text'],
  ['title: true', 'ferry.md:3: title must be a text'],
])('the wrong value "%s" is refused with key, line and form', (line, message) => {
  expect(messageOf(`---\npublisher: Strait Weekly\n${line}\n---\n${BODY}`)).toContain(message);
});

test('all wrong values are named at once', () => {
  const message = messageOf(`---\ndate: yesterday\nauthor: 5\n---\n${BODY}`);
  expect(message.split('\n')).toEqual([
    'ferry.md:2: the front matter has 2 mistakes:',
    expect.stringMatching(/^ {2}line 2: date must be/),
    expect.stringMatching(/^ {2}line 3: author must be/),
  ]);
});

test('what is left empty is missing, and names, dates and tags may take several forms', () => {
  const { article, document } = draftText(
    `---\ntitle:\nauthor: [{ name: Nora Quist }, Per Lind]\ndate: 18 February 2025\nlocale: en_GB\ntags: [2025, ferry]\n---\n${BODY}`,
    'ferry.md',
  );
  expect(article).toMatchObject({
    byline: 'Nora Quist, Per Lind',
    publishedOn: '2025-02-18',
    language: 'en-GB',
  });
  expect(document.topics.map(({ name }) => name)).toEqual(['2025', 'ferry']);
});

test('unknown keys and addresses that are none are noted', () => {
  const { notes } = draftText(`---\nlayout: post\npermalink: /ferry\nauthr: Nora\n---\n${BODY}`, 'ferry.md');
  expect(notes).toEqual([
    expect.stringMatching(/^ferry\.md:3: permalink is no web address and was not used/),
    expect.stringMatching(
      /^ferry\.md:2: 2 keys are not known and were not used: layout \(line 2\), authr \(line 4\); known: title, /,
    ),
  ]);
  expect(draftText(`---\nweight: 3\n---\n${BODY}`, 'ferry.md').notes).toEqual([
    expect.stringMatching(/^ferry\.md:2: weight is not a known key and was not used; known: title, /),
  ]);
  expect(draftText(`---\ntitle: A\n---\n${BODY}`, 'ferry.md').notes).toEqual([]);
});

test('a heading of one letter is a title like any other', () => {
  const { document } = draftText(
    '---\nauthor: Nora Quist\n---\n\n# x\n\nWords about it. More words.\n',
    'a.md',
  );
  expect(document).toMatchObject({ title: 'x', titleIsProposed: false });
});

test('a proposed title is never a rule or a front matter', () => {
  const text = '---\nauthor: Nora Quist\n---\n\nWords about it. More words.\n';
  expect(draftText(text, 'a.md').document.title).toMatch(/^Words about it/);
  expect(draftText('***\n\nWords about it. More words.\n', 'a.txt').document.title).toMatch(/^Words/);
});
