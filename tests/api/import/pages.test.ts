/** Web pages, FAQ documents, and texts in other encodings and languages. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPieces, type PieceCounts } from '@communique/api/import/drafting/count-pieces';
import { DocumentError } from '@communique/api/import/errors';
import { draftFile, draftText, NOTHING_BUT_ITSELF } from '../../support/drafts.ts';

const PAGES = join(import.meta.dirname, '../../fixtures/pages');

const EXPECTED: Record<string, { title: string; counts: Partial<PieceCounts> }> = {
  'buried-in-menus.html': { title: 'Islands get a second doctor', counts: { sections: 1, faq: 0 } },
  'damaged-utf8.txt': { title: 'Die Fähre fährt nicht', counts: { sections: 1 } },
  'dulun-gb2312.html': { title: '渡轮停航三周', counts: { sections: 1, faqCandidates: 1, claims: 1 } },
  'faq-headings.md': { title: 'Frequently asked questions', counts: { faq: 7 } },
  'faq-parts.md': { title: 'Harbour FAQ', counts: { faq: 5 } },
  'layout-table.html': { title: 'The lock that leaks', counts: { sections: 1, tables: 1, tableRows: 2 } },
  'le-quai.html': { title: 'Le quai fermé', counts: { sections: 2, faqCandidates: 1 } },
  'manual.html': { title: 'Tide tables', counts: { sections: 2, points: 2 } },
  'nested-quotes.txt': {
    title: 'The letter that was never sent',
    counts: { sections: 1, points: 2, quotes: 1, claims: 1 },
  },
  'night-ferry.html': {
    title: 'The night ferry',
    counts: {
      sections: 2,
      points: 4,
      tables: 1,
      tableRows: 2,
      faq: 1,
      quotes: 1,
      claims: 1,
      topics: 2,
      sources: 2,
    },
  },
  'parom-1251.txt': { title: 'Паромный вопрос', counts: { sections: 1, faqCandidates: 1 } },
  'prashn.md': { title: 'अक्सर पूछे जाने वाले प्रश्न', counts: { faq: 2 } },
  'preguntas.md': { title: 'Preguntas frecuentes', counts: { faq: 2, sections: 0 } },
  'quay-utf16.md': { title: 'The quay in two columns', counts: { sections: 1, points: 2, quotes: 0 } },
  'questions.html': { title: 'Harbour help', counts: { faq: 5, sections: 0 } },
  'unclosed.html': { title: 'The bridge toll rises', counts: { sections: 1 } },
  'wenti.txt': { title: '常见问题', counts: { faq: 2, sections: 0 } },
};

test('every page is expected to give something, but for the one that is only menus', () => {
  expect(readdirSync(PAGES).sort()).toEqual([...Object.keys(EXPECTED), 'only-menus.html'].sort());
});

test.each(Object.entries(EXPECTED))('%s gives what it holds', async (file, { title, counts }) => {
  const draft = await draftFile(join(PAGES, file));
  expect(draft.document).toMatchObject({ title, titleIsProposed: false });
  expect(countPieces(draft)).toEqual({ ...NOTHING_BUT_ITSELF, ...counts });
});

test('a page that is only menus is no article', async () => {
  await expect(draftFile(join(PAGES, 'only-menus.html'))).rejects.toThrow('no text to make a briefing of');
});

describe('a news page', () => {
  test('says in its head who wrote it, when, where and about what', async () => {
    const { article, document } = await draftFile(join(PAGES, 'night-ferry.html'));
    expect(article).toMatchObject({
      title: 'The night ferry',
      url: 'https://strait.example/night-ferry',
      publisher: 'Strait Weekly',
      byline: 'Nora Quist',
      publishedOn: '2025-02-18',
      language: 'en-GB',
    });
    expect(document.summary.short).toBe('The night ferry made its last crossing, and few people noticed.');
    expect(document.sources[1]).toMatchObject({ url: 'https://strait.example/report' });
  });

  test('comes without its menus, scripts and buttons, and without links that are none', async () => {
    const { document, faq } = await draftFile(join(PAGES, 'night-ferry.html'));
    const text = JSON.stringify([document.sections, faq]);
    expect(text).not.toMatch(/Politics|Most read|alert|Share this|©|javascript/);
    expect(faq).toMatchObject([
      { question: 'Will it come back?', answer: 'No. The ship was sold to the islands.' },
    ]);
  });

  test('keeps the columns of a table whose cells are merged', async () => {
    const { document } = await draftFile(join(PAGES, 'night-ferry.html'));
    const table = document.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'TABLE');
    expect(table).toMatchObject({
      columns: [{ label: 'Year' }, { label: 'Guests' }, { label: 'Guests' }],
      rows: [
        ['2019', '41,000', '90'],
        ['2019', '3,100', '210'],
      ],
    });
  });

  test('every piece says where on the page it stands', async () => {
    const { document, article, faq } = await draftFile(join(PAGES, 'night-ferry.html'));
    const blocks = document.sections.flatMap((section) => section.blocks);
    for (const { origin } of [...document.sections, ...blocks, ...document.claims, ...faq]) {
      expect(origin?.start).toBeLessThan(origin?.end ?? 0);
      expect(origin?.end).toBeLessThanOrEqual(article.text.length);
    }
    const [first] = blocks;
    expect(article.text.slice(first?.origin?.start, first?.origin?.end)).toMatch(/^The ferry left/);
    const [pair] = faq;
    expect(article.text.slice(pair?.origin.start, pair?.origin.end)).toContain('Will it come back?');
  });

  test('buried in menus comes out alone', async () => {
    const { document, article } = await draftFile(join(PAGES, 'buried-in-menus.html'));
    expect(document.sections.map(({ blocks }) => blocks.length)).toEqual([2, 1]);
    expect(JSON.stringify(document.sections)).not.toMatch(/lighthouse|recommend|Terms/i);
    expect(article.byline).toBe('Per Lind');
  });
});

test('what most of the page stands in is no furniture, whatever it is called', async () => {
  const { document, article } = await draftFile(join(PAGES, 'layout-table.html'));
  expect(article).toMatchObject({
    publisher: 'Strait Weekly',
    byline: 'Nora Quist',
    publishedOn: '2025-04-16',
  });
  expect(document.sections.map(({ heading }) => heading)).toEqual([null, 'What it costs']);
  const text = JSON.stringify(document.sections);
  expect(text).toContain('The keeper himself is retiring');
  expect(text).not.toMatch(/More from the harbour|Main article|\[edit\]|note 2|¶/);
});

test('a manual comes without its menus, permalinks and lists of contents', async () => {
  const { document } = await draftFile(join(PAGES, 'manual.html'));
  expect(document.sections.map(({ heading }) => heading)).toEqual([
    null,
    'How to read them',
    'When they are wrong',
  ]);
  expect(JSON.stringify(document.sections)).not.toMatch(/On this page|Previous|Home/);
  expect(document.claims).toEqual([]);
});

describe('questions', () => {
  test('of an FAQ in parts, numbered, lettered, in one paragraph or marked up', async () => {
    const { faq } = await draftFile(join(PAGES, 'faq-parts.md'));
    expect(faq.map(({ question, answer }) => [question, answer])).toEqual([
      [
        'How much is a ticket?',
        'Nine crowns. The [price list](https://harbour.example/prices) has the rest.',
      ],
      [
        'Can I pay on board?',
        'Yes. See the rules and [the ferry office](https://harbour.example/office "Open from eight").',
      ],
      ['May I bring a dog?', 'Yes, on a leash.'],
      ['Is there food?', 'There is soup.'],
      ['Where do I sit?', '1. Inside, when it rains.\n2. Outside:\n   - on the bench\n   - on the deck'],
    ]);
  });

  test.each([
    'Veelgestelde vragen',
    'Sıkça sorulan sorular',
    'Часті питання',
    'Vanliga frågor',
    'Często zadawane pytania',
    'Câu hỏi thường gặp',
    'คำถามที่พบบ่อย',
    'الأسئلة الشائعة',
    '자주 묻는 질문',
    'よくある質問',
  ])('are announced by "%s"', (title) => {
    const { faq } = draftText(`# ${title}\n\n## One?\n\nYes.\n\n## Two?\n\nNo.\n`, 'a.md');
    expect(faq).toHaveLength(2);
  });

  test('of schema.org, definition lists and microdata are told once each', async () => {
    const { faq } = await draftFile(join(PAGES, 'questions.html'));
    expect(faq.map(({ question, answer }) => [question, answer])).toEqual([
      ['When does the office open?', 'At eight.\n\nOn Sundays at ten.'],
      ['Is there a shop?', 'There is, in the old customs house.'],
      ['Can I pay by card?', '- At the counter: yes.\n- On board: no.'],
      ['May I bring a dog?', 'Yes, on a **leash**.'],
      ['Where do I park?', 'Behind the quay.'],
    ]);
  });

  test('of an FAQ in Markdown: headings, what stands beside them, bold lines and <details>', async () => {
    const { faq } = await draftFile(join(PAGES, 'faq-headings.md'));
    expect(faq.map(({ question }) => question)).toEqual([
      'Is the ferry free?',
      'Does it sail in winter?',
      'The machine takes no coins',
      'Is there food?',
      'May I sleep on deck?',
      'Is there a doctor on board?',
      'Are dogs allowed?',
    ]);
    expect(faq[1]?.answer).toContain('**Storms**');
    expect(faq[5]?.answer).toBe('Only on Sundays.');
  });

  test('an FAQ without a question mark anywhere is one all the same', () => {
    const { faq } = draftText(
      '# FAQ\n\n## The door sticks\n\nPush it.\n\n## It rains in\n\nClose it.\n\n## No light\n\nWait for the day.\n',
      'faq.md',
    );
    expect(faq.map(({ question }) => question)).toEqual(['The door sticks', 'It rains in', 'No light']);
  });

  test('an answer holds neither HTML nor links that lead nowhere', () => {
    const { faq } = draftText(
      '# FAQ\n\n## What now?\n\nSee <b onclick="x()">this</b>, [that](javascript:x) and [more](https://a.example).\n',
      'faq.md',
    );
    expect(faq[0]?.answer).toBe('See this, that and [more](https://a.example).');
  });
});

test('the title in the front matter is no section, and the first section no title', () => {
  const { document } = draftText('---\ntitle: The quay\n---\n\n## Findings\n\nIt stands.\n', 'quay.md');
  expect(document.title).toBe('The quay');
  expect(document.sections.map(({ heading }) => heading)).toEqual(['Findings']);
});

const hostile: Record<string, string> = {
  'nested blockquotes': '<blockquote>'.repeat(10_000),
  'closed nested blockquotes': `${'<blockquote>'.repeat(10_000)}deep${'</blockquote>'.repeat(10_000)}`,
  'nested divisions': '<div>'.repeat(40_000),
  'nested lists': '<ul><li>a'.repeat(20_000),
  'open bold': '<b>a'.repeat(50_000),
  'bold with attributes': Array.from({ length: 20_000 }, (_, index) => `<b a=${index}><p>a`).join(''),
  'links in links': '<a href="https://a.example"><div>a'.repeat(10_000),
  'open tags': '<a '.repeat(60_000),
  'open brackets': '<'.repeat(200_000),
  comments: '<!--'.repeat(50_000),
  paragraphs: '<p>a'.repeat(20_000),
  'table rows': '<table>'.concat('<tr><td>a<td>b'.repeat(8_000)),
  'spanning cells': '<table><tr>'.concat('<td colspan=1000000 rowspan=65534>a'.repeat(1_000)),
  'nested tables': '<table><tr><td>'.repeat(10_000),
  definitions: '<dl>'.concat('<dt>a?<dd>b'.repeat(15_000)),
  'nested definitions': '<dl><dt>a?<dd>'.repeat(10_000),
  details: '<details><summary>a?</summary>b'.repeat(10_000),
  headings: '<h2>a</h2>b'.repeat(15_000),
  scripts: '<script>'.repeat(20_000),
  entities: '&amp;'.repeat(40_000),
  menus: '<div><a href=/a>Some link of a menu</a></div>'.repeat(4_000),
};

describe('a page made to be slow is read in bounded time', () => {
  test.each(Object.entries(hostile))('%s', { timeout: 60_000 }, (_, body) => {
    for (const [text, name] of [
      [`<html><body><h1>Title</h1><p>Some words.</p>${body}`, 'a.html'],
      [`# Title\n\nSome words.\n\n<details>\n\n${body}\n`, 'a.md'],
    ] as const) {
      const start = performance.now();
      try {
        draftText(text, name);
      } catch (error) {
        expect(error).toBeInstanceOf(DocumentError);
      }
      expect(performance.now() - start).toBeLessThan(15_000);
    }
  });
});
