/** What pages and texts write in other ways than most. */
import { describe, expect, test } from 'vitest';
import { decodeText } from '@communique/api/import/reading/decode-text';
import { draftText } from '../../support/drafts.ts';

function page(body: string, head = ''): string {
  return `<html><head><title>The quay</title>${head}</head><body><article><h1>The quay</h1>${body}</article></body></html>`;
}

const PROSE = '<p>The quay was closed on Monday. It stays closed for a week, until the ice is gone.</p>';

describe('of a page', () => {
  test.each([
    '<blockquote><p>We will open it again.</p><footer>— Eva Holm, prime minister</footer></blockquote>',
    '<blockquote><p>“We will open it again.”</p><footer>Eva Holm, prime minister</footer></blockquote>',
    '<blockquote><p>We will open it again.</p><cite>Eva Holm, prime minister</cite></blockquote>',
    '<p>Never <b>closed.</p><blockquote>We will open it again.<cite>Eva Holm, prime minister</cite></blockquote>',
  ])('the source of a quotation is kept: %s', (quote) => {
    const { document } = draftText(page(`${PROSE}${quote}${PROSE}`), 'quay.html');
    expect(document.claims).toEqual([
      expect.objectContaining({
        verbatim: true,
        text: 'We will open it again.',
        speaker: 'Eva Holm',
        speakerRole: 'prime minister',
      }),
    ]);
  });

  test.each([
    [
      'in a paragraph that was never closed',
      '<p>The quay is old.<table><tr><th>Name<th>Value<tr><td>A<td>1</table>',
    ],
    ['in bold words', '<b>The quay is old.<table><tr><th>Name<th>Value</th></tr><tr><td>A<td>1</table></b>'],
    [
      'in a span of a paragraph',
      '<p><span>The quay is old.<table><tr><th>Name<th>Value<tr><td>A<td>1</table></span></p>',
    ],
  ])('a table stays one %s', (_where, body) => {
    const { document } = draftText(page(`${PROSE}${body}${PROSE}`), 'quay.html');
    const blocks = document.sections.flatMap((section) => section.blocks);
    expect(blocks.map(({ type }) => type)).toEqual(['PARAGRAPH', 'PARAGRAPH', 'TABLE', 'PARAGRAPH']);
    expect(blocks[1]).toMatchObject({ text: 'The quay is old.' });
    expect(blocks[2]).toMatchObject({ columns: [{ label: 'Name' }, { label: 'Value' }], rows: [['A', '1']] });
  });

  test('what follows bold words that nobody ended stays headings, lists and paragraphs', () => {
    const { document } = draftText(
      page(
        `${PROSE}<p>It is <b>closed for good.<h2>What it costs</h2><ul><li>Cost: ten euros<li>Time: two days</ul><blockquote>We pay.</blockquote><p>Nobody else does. <i>Nobody.`,
      ),
      'quay.html',
    );
    expect(document.sections.map(({ heading }) => heading)).toEqual([null, 'What it costs']);
    expect(document.sections[1]?.blocks).toMatchObject([
      { type: 'POINTS', items: [{ label: 'Cost' }, { label: 'Time' }] },
      { type: 'PARAGRAPH', text: 'We pay.' },
      { type: 'PARAGRAPH', text: 'Nobody else does. Nobody.' },
    ]);
  });

  test('the day it was published is no paragraph', () => {
    const { document } = draftText(
      page(`<time datetime="2025-05-03">3 May</time>${PROSE}<p>It opens on <time>9 May</time>.</p>`),
      'quay.html',
    );
    const text = JSON.stringify(document.sections);
    expect(text).not.toContain('"3 May"');
    expect(text).toContain('It opens on 9 May.');
  });

  test('all authors are named', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      author: [{ name: 'Anna Berg' }, { name: 'Per Sand' }, { name: 'Jo Day' }],
    });
    const head = `<script type="application/ld+json">${data}</script>`;
    expect(draftText(page(PROSE, head), 'quay.html').article.byline).toBe('Anna Berg, Per Sand, Jo Day');
  });

  test('a cell of several rows stands in each of them', () => {
    const { document } = draftText(
      page(
        `${PROSE}<table><tr><th>Stakeholder</th><th>Interests</th></tr><tr><td rowspan="2">Harbour union</td><td>Wages</td></tr><tr><td>Safety</td></tr><tr><td>Council</td><td>Taxes</td></tr></table>`,
      ),
      'quay.html',
    );
    const table = document.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'TABLE');
    expect(table).toMatchObject({
      rows: [
        ['Harbour union', 'Wages'],
        ['Harbour union', 'Safety'],
        ['Council', 'Taxes'],
      ],
    });
    expect(document.stakeholders.map(({ name, interests }) => [name, interests])).toEqual([
      ['Harbour union', ['Wages', 'Safety']],
      ['Council', ['Taxes']],
    ]);
  });

  test('a picture within a sentence is the word it stands for', () => {
    const { document } = draftText(
      page(`${PROSE}<p><img alt="A boat">See the plan and <img alt="the map">.</p>`),
      'quay.html',
    );
    const text = JSON.stringify(document.sections);
    expect(text).toContain('See the plan and the map.');
    expect(text).not.toContain('A boat');
  });
});

describe('an interview with bold questions', () => {
  const text =
    '# Interview: the keeper of the quay\n\nWe met her in the rain, between two ferries. She had no time.\n\n**Why is it expensive?**\n\nBecause nobody pays.\n\nAnd the ice.\n\n**Will it open?**\nIn May.\n\nShe goes back to work.\n';

  test('has exchanges that name nobody', () => {
    const { document, faq } = draftText(text, 'quay.md');
    const exchanges = document.sections
      .flatMap(({ blocks }) => blocks)
      .filter(({ type }) => type === 'EXCHANGE');
    expect(exchanges).toMatchObject([
      {
        interviewer: null,
        guest: null,
        question: 'Why is it expensive?',
        answer: 'Because nobody pays.\n\nAnd the ice.',
      },
      { interviewer: null, guest: null, question: 'Will it open?', answer: 'In May.' },
    ]);
    expect(JSON.stringify(document.sections)).toContain('She goes back to work.');
    expect(faq).toEqual([]);
  });

  test('is one only where the text says that it is', () => {
    const { document } = draftText(text.replace('Interview: the', 'The'), 'quay.md');
    expect(JSON.stringify(document.sections)).not.toContain('EXCHANGE');
  });
});

test('addresses in an answer are written as they are', () => {
  const { faq } = draftText(
    'FAQ\n\nQ: Where is it?\nA: See http://quay.example/ or www.quay.example and write to quay@harbour.example about *it*.\n',
    'a.txt',
  );
  expect(faq[0]?.answer).toBe(
    'See http://quay.example/ or www.quay.example and write to quay@harbour.example about \\*it\\*.',
  );
});

test('a dash after other bullets is a point', () => {
  const { document } = draftText(
    'The quay\n\nThe quay was closed on Monday. It stays closed.\n\nWhat can happen\n• Cost: three crowns\n– Risk: ice\n• Gain: none\n',
    'quay.txt',
  );
  const points = document.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'POINTS');
  expect(points).toMatchObject({ items: [{ label: 'Cost' }, { label: 'Risk' }, { label: 'Gain' }] });
});

test('scenarios have ids of their own', () => {
  const { document } = draftText(
    '# The quay\n\nIt is closed. Nobody knows for how long.\n\n## Scenarios\n\n### It opens\n\nThe ice melts.\n\n### It stays closed\n\nIt does not.\n',
    'quay.md',
  );
  expect(document.scenarios.map(({ id }) => id)).toEqual(['scenario-it-opens', 'scenario-it-stays-closed']);
});

test('megabytes of one letter are no article', () => {
  expect(() => draftText('a'.repeat(200_000))).toThrow('no words in it');
  expect(() => draftText(`Title\n\n${'ab'.repeat(200_000)}`)).toThrow('no words in it');
});

test('KOI8-R is read, and not taken for Windows-1251', () => {
  const text = 'Паром стоит у причала, и никто не знает, когда он уйдёт. ПАРОМ ОПЯТЬ НЕ ИДЁТ.';
  const letters = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
  const bytes = Uint8Array.from(text, (letter) => {
    if (letter === 'ё') return 0xa3;
    if (letter === 'Ё') return 0xb3;
    const place = letters.indexOf(letter);
    return place === -1 ? letter.charCodeAt(0) : 0xc0 + place;
  });
  expect(decodeText(bytes, 'a.txt')).toBe(text);
});
