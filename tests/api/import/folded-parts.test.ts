/** What stands in `<details>`: a question with its answer, or a part of the page like any other. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const PROSE = 'The quay was closed on Monday. It stays closed for a week, until the ice is gone.';

const folded = (summary: string, words = `Words of ${summary}.`) =>
  `<details><summary>${summary}</summary><p>${words}</p></details>`;

function page(body: string, title = 'The quay') {
  const html = `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${PROSE}</p>${body}</article></body></html>`;
  return draftText(html, 'quay.html');
}

/** As GitHub's pages are written: HTML around Markdown. */
function markdown(body: string, title = 'The quay') {
  const apart = body
    .replaceAll('<p>', '\n\n')
    .replaceAll('</p>', '\n\n')
    .replaceAll('</details>', '</details>\n\n');
  return draftText(`# ${title}\n\n${PROSE}\n\n${apart}`, 'quay.md');
}

describe.each([
  ['a page', page],
  ['Markdown', markdown],
])('in %s', (_where, draft) => {
  test.each(['Changelog', 'Contents', 'Screenshots', 'Build log', 'Installation', 'The harbour in winter'])(
    '“%s” is a part of the text',
    (summary) => {
      const { faq, document, leftOut } = draft(folded(summary));
      expect(faq).toEqual([]);
      expect(document.sections.flatMap(({ blocks }) => blocks)).toMatchObject([
        { text: PROSE },
        { text: summary },
        { text: `Words of ${summary}.` },
      ]);
      expect(leftOut).toEqual([]);
    },
  );

  test.each(['Show more', 'Click to expand', 'Details', 'Read more…', 'Weiterlesen'])(
    '“%s” only opens what stands in it',
    (summary) => {
      const { faq, document } = draft(folded(summary, 'The ice is old.'));
      expect(faq).toEqual([]);
      expect(document.sections.flatMap(({ blocks }) => blocks)).toMatchObject([
        { text: PROSE },
        { text: 'The ice is old.' },
      ]);
    },
  );

  test('what asks is a question, and only that', () => {
    const { faq } = draft(
      [folded('Who pays?'), folded('Changelog'), folded('Show more'), folded('The old quay')].join(''),
    );
    expect(faq.map(({ question }) => question)).toEqual(['Who pays?']);
  });

  test('among questions, what does not end in a question mark is one, parts of a page are none', () => {
    const { faq } = draft(
      ['Who pays?', 'When is it open?', 'The ferry does not stop', 'Changelog']
        .map((each) => folded(each))
        .join(''),
    );
    expect(faq.map(({ question }) => question)).toEqual([
      'Who pays?',
      'When is it open?',
      'The ferry does not stop',
    ]);
  });

  test('below a heading that announces questions, all but parts of a page are ones', () => {
    const { faq } = draft(['Paying', 'Show more'].map((each) => folded(each)).join(''), 'FAQ');
    expect(faq.map(({ question }) => question)).toEqual(['Paying']);
  });

  test('what is folded within an answer is a part of it', () => {
    const { faq } = draft(
      folded('Who pays?', `Everybody.</p>${folded('Full list of fares?', 'Ten euros.')}<p>So it is.`),
    );
    expect(faq.map(({ question }) => question)).toEqual(['Who pays?']);
    expect(faq[0]?.answer).toContain('Ten euros.');
  });
});

test('what holds folded questions is the name of a part', () => {
  const { faq } = page(
    `<details><summary>Fares</summary>${folded('Who pays?')}${folded('How much is it?')}</details>`,
    'FAQ',
  );
  expect(faq.map(({ question }) => question)).toEqual(['Who pays?', 'How much is it?']);
});
