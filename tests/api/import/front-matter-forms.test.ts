import { describe, expect, test } from 'vitest';
import { MalformedDocumentError } from '@communique/api/import/errors';
import { draftText } from '../../support/drafts.ts';

const BODY = '\nThe ferry made its last crossing on Sunday. Few people noticed it.\n';

describe('a front matter in TOML', () => {
  test('says what one in YAML says', () => {
    const { article, document, notes } = draftText(
      `+++\n# of the blog\ntitle = "The night ferry"\ndate = 2025-03-05T10:00:00Z\nauthors = ["Anna Bell"]\nweight = 3\n\n[taxonomies]\ntags = ["ferries", "winter"]\n+++\n${BODY}`,
      'ferry.md',
    );
    expect(article).toMatchObject({
      title: 'The night ferry',
      byline: 'Anna Bell',
      publishedOn: '2025-03-05',
    });
    expect(document.topics.map(({ slug }) => slug)).toEqual(['ferries', 'winter']);
    expect(notes).toEqual([expect.stringMatching(/^ferry\.md:6: weight is not a known key/)]);
    expect(document.sections.map(({ blocks }) => blocks)).toMatchObject([
      [{ text: 'The ferry made its last crossing on Sunday. Few people noticed it.' }],
    ]);
  });

  test.each([
    ['+++\ntitle = Ferry\n+++\n', /^ferry\.md:2: the front matter is not TOML: /],
    ['+++\ntitle = "Ferry"\n', /^ferry\.md:1: the front matter has no end: write a line "\+\+\+"/],
    ['+++\ntitle = "Ferry"\ndate = "soon"\n+++\n', /^ferry\.md:3: date must be a date/],
  ])('is refused with the line: %j', (head, message) => {
    const draft = () => draftText(head + BODY, 'ferry.md');
    expect(draft).toThrow(MalformedDocumentError);
    expect(draft).toThrow(message);
  });

  test('is not what a line of three signs above a text is', () => {
    const { document } = draftText(`+++\n${BODY}\n+++\n`, 'ferry.md');
    expect(JSON.stringify(document.sections)).toContain('Few people noticed it.');
  });
});

describe('a front matter in YAML', () => {
  test('without a date leaves it to the name of the file', () => {
    const text = `---\nauthor: Anna Bell\n---\n${BODY}`;
    expect(draftText(text, '2025-03-05-the-night-ferry.md').article).toMatchObject({
      title: 'The night ferry',
      publishedOn: '2025-03-05',
    });
    expect(draftText(BODY, '2025-03-05-the-night-ferry.txt').article.publishedOn).toBeNull();
  });

  test('keeps its title above a main heading that names a part', () => {
    const { document } = draftText(`---\ntitle: The night ferry\n---\n\n# Summary\n${BODY}`, 'ferry.md');
    expect(document.title).toBe('The night ferry');
    expect(document.sections.map(({ heading }) => heading)).toEqual(['Summary']);
  });
});

describe('a text in quotation marks that goes on at the left edge', () => {
  test.each(['"', "'"])('is one text: %s', (quote) => {
    const { document, article } = draftText(
      `---\ntitle: The night ferry\nexcerpt: ${quote}The ferry made\nits last crossing:\nit was cold.${quote}\nauthor: Anna Bell\n---\n${BODY}`,
      'ferry.md',
    );
    expect(document.summary.short).toBe('The ferry made its last crossing: it was cold.');
    expect(article.byline).toBe('Anna Bell');
  });

  test('that never ends is refused with its line', () => {
    const draft = () => draftText(`---\ntitle: "The night\nferry\nauthor: Anna\n---\n${BODY}`, 'ferry.md');
    expect(draft).toThrow(/^ferry\.md:\d: the front matter is not YAML/);
  });
});
