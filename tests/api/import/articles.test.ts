import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPieces, type PieceCounts } from '@communique/api/import/drafting/count-pieces';
import { ARTICLES, draftFile, NOTHING_BUT_ITSELF } from '../../support/drafts.ts';

const EXPECTED: Record<string, { title: string; counts: Partial<PieceCounts> }> = {
  'bridge-or-tunnel.txt': {
    title: 'Strait Dialogue: A Bridge on the Horizon?',
    counts: { sections: 3, faq: 2, claims: 3, events: 1, topics: 4, sources: 4 },
  },
  'draft.txt': {
    title:
      'The ferries of the strait have been late for a month, and nobody at the harbour office knows why.',
    counts: { sections: 1, sources: 0 },
  },
  'ferry-line-interview.txt': {
    title: 'Northland, Southland to Hold More Talks Amid Ferry Strike',
    counts: { sections: 5, faqCandidates: 3, exchanges: 3, claims: 5, events: 2, prompts: 1, sources: 3 },
  },
  'front-matter.md': {
    title: 'The slow death of the night ferry',
    counts: {
      sections: 3,
      points: 3,
      tables: 1,
      tableRows: 2,
      faq: 2,
      faqCandidates: 1,
      quotes: 1,
      claims: 1,
      events: 1,
      topics: 2,
      sources: 3,
    },
  },
  'hafenstreit.txt': {
    title: 'Hafenstreit: Zwei Ufer, ein Steg',
    counts: { sections: 3, points: 3, faqCandidates: 1 },
  },
  'haixia.txt': { title: '海峡渡轮停航三周', counts: { sections: 2 } },
  'harbour-toll-talks.txt': {
    title: 'Crossing the Strait: Berg on Progress in the Toll Talks',
    counts: { sections: 5, points: 5, quotes: 1, claims: 2, scenarios: 2 },
  },
  'island-council-tables.txt': {
    title: 'Island council tables',
    counts: { sections: 4, points: 2, tables: 3, tableRows: 6, stakeholders: 2, sources: 0 },
  },
  'island-school-closing.txt': {
    title: 'Island school closing: what’s next for the pupils?',
    counts: { sections: 6, points: 3, faq: 2, scenarios: 2 },
  },
  'nested-lists.md': {
    title: 'What the harbour needs',
    counts: { sections: 2, points: 2, tables: 1, tableRows: 2 },
  },
  'numbered-sections.md': { title: 'Report on the quay', counts: { sections: 3, points: 3 } },
  'page-with-menus.txt': { title: 'Islands get a second doctor', counts: { sections: 2, topics: 3 } },
  'paromy.txt': {
    title: 'Паромы через пролив: что изменится весной',
    counts: { sections: 2, points: 3, faq: 2 },
  },
  'pipes-without-ends.txt': { title: 'Fish landed in the two harbours', counts: { tables: 1, tableRows: 3 } },
  'questions-and-answers.txt': { title: 'Harbour office: questions and answers', counts: { faq: 3 } },
  'traghetto.txt': {
    title: 'Il traghetto che non parte più',
    counts: { sections: 2, points: 2, faqCandidates: 1 },
  },
  'windows-lines.txt': { title: 'THE DAY THE CLOCK STOPPED', counts: { sections: 2, points: 2 } },
  'wrapped-mail.txt': {
    title: 'WHY THE LIGHTHOUSE WENT DARK',
    counts: { sections: 3, points: 5, quotes: 1, claims: 1, events: 3 },
  },
  'storm-live-blog.txt': {
    title: 'LIVE: Storm Ada closes the strait',
    counts: { sections: 5, quotes: 2, claims: 6 },
  },
  'joint-statement.txt': {
    title: 'JOINT STATEMENT OF THE FOREIGN MINISTERS OF NORDLAND AND SUNDERLAND',
    counts: { events: 3 },
  },
  'bruecken-gespraech.txt': {
    title: '„Die Brücke war ein Fehler“',
    counts: { sections: 1, exchanges: 3 },
  },
  'nouveau-pont.txt': {
    title: 'Le Premier ministre promet un nouveau pont avant 2027',
    counts: { quotes: 3, claims: 4, events: 3 },
  },
  'subida-de-peajes.txt': {
    title: 'El Gobierno aplaza la subida de peajes hasta 2026',
    counts: { sections: 1, faqCandidates: 1, quotes: 2, claims: 2, events: 1 },
  },
  'staryy-most.txt': {
    title: 'В Порт-Вале закрыли старый мост',
    counts: { quotes: 1, claims: 4, events: 1, sources: 2 },
  },
  'waer-gang.txt': {
    title: '两国外长在瓦尔港举行会谈',
    counts: { quotes: 2, claims: 3, events: 1 },
  },
  'press-briefing.txt': {
    title: 'PRESS BRIEFING BY DEPUTY SPOKESPERSON J. K. HARGREAVES',
    counts: { exchanges: 5 },
  },
  'strait-timeline.txt': {
    title: 'Timeline: How the strait came to be closed',
    counts: { sections: 2, points: 3, events: 5, scenarios: 3 },
  },
  'electric-ferries.txt': {
    title: 'Strait Lines orders four electric ferries',
    counts: { sections: 1, points: 3, quotes: 2, claims: 2, events: 2 },
  },
  'toll-explained.txt': {
    title: 'The new harbour toll explained',
    counts: { sections: 4, faqCandidates: 3, quotes: 1, claims: 2, events: 1 },
  },
  'case-against-the-bridge.md': {
    title: 'The case against the bridge',
    counts: { sections: 3, points: 7, tables: 1, tableRows: 3, events: 5, topics: 2 },
  },
};

test('every fixture is expected to give something', () => {
  expect(readdirSync(ARTICLES).sort()).toEqual(Object.keys(EXPECTED).sort());
});

test.each(Object.entries(EXPECTED))(
  '%s gives what it holds, and nothing else',
  async (file, { title, counts }) => {
    const draft = await draftFile(join(ARTICLES, file));
    expect(draft.document.title).toBe(title);
    expect(countPieces(draft)).toEqual({ ...NOTHING_BUT_ITSELF, ...counts });
  },
);

test.each(Object.keys(EXPECTED))('every piece of %s says where in the text it stands', async (file) => {
  const { document, article, faq, faqCandidates } = await draftFile(join(ARTICLES, file));
  const pieces = [
    ...document.sections,
    ...document.sections.flatMap(({ blocks }) => blocks),
    ...document.claims,
    ...document.stakeholders,
    ...document.events,
    ...document.scenarios,
    ...document.prompts,
    ...faq,
    ...faqCandidates,
  ];
  for (const { origin } of pieces) {
    expect(origin).not.toBeNull();
    expect(origin?.start).toBeLessThan(origin?.end ?? 0);
    expect(origin?.end).toBeLessThanOrEqual(article.text.length);
  }
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'PARAGRAPH' || block.origin === null || file.endsWith('.md')) continue;
    expect(letters(article.text.slice(block.origin.start, block.origin.end))).toBe(letters(block.text));
  }
});

describe('an article that ends with its page', () => {
  test('keeps comment line, language line and publisher line out of its sections, and the publisher in mind', async () => {
    const { document, article } = await draftFile(join(ARTICLES, 'harbour-toll-talks.txt'));
    expect(JSON.stringify(document.sections)).not.toMatch(/Leave a Comment|English|See more/);
    expect(article.publisher).toBe('Northland Evening Post');
    expect(document.sources[0]).toMatchObject({ publisher: 'Northland Evening Post', title: document.title });
  });

  test('quotes only what stands in quotation marks, with speaker and office', async () => {
    const { document } = await draftFile(join(ARTICLES, 'harbour-toll-talks.txt'));
    const [quote] = document.claims.filter(({ verbatim }) => verbatim);
    expect(quote).toMatchObject({
      text: 'We are closer to a common toll than at any time since the bridge was built.',
      speaker: 'Anna Berg',
      speakerRole: 'Northland Transport Minister',
      status: 'UNVERIFIED',
    });
    const blocks = document.sections[1]?.blocks ?? [];
    expect(blocks.map(({ type }) => type)).toEqual(['PARAGRAPH', 'PARAGRAPH', 'QUOTE', 'PARAGRAPH']);
    expect(blocks[2]).toMatchObject({ claimId: quote?.id });
  });
});

describe('an interview below a report', () => {
  test('takes differently written names for one guest', async () => {
    const { document } = await draftFile(join(ARTICLES, 'ferry-line-interview.txt'));
    const exchanges = document.sections.flatMap(({ blocks }) =>
      blocks.filter(({ type }) => type === 'EXCHANGE'),
    );
    expect(exchanges).toHaveLength(3);
    for (const exchange of exchanges) {
      expect(exchange).toMatchObject({ interviewer: 'Senior Editor', guest: 'Dr. Maja Holm' });
    }
  });

  test('joins lines that break off within a sentence, and drops the table of contents', async () => {
    const { document } = await draftFile(join(ARTICLES, 'ferry-line-interview.txt'));
    expect(document.sections[0]?.heading).toBeNull();
    expect(document.sections[0]?.blocks[1]).toMatchObject({
      text: 'Dahl stated that the first aim is to keep the islands supplied and to avoid a very costly winter.',
    });
    expect(document.sections.filter(({ heading }) => heading?.startsWith('Could the Two'))).toHaveLength(1);
  });

  test('marks as unverified what the text says nobody verified, and names who reported it', async () => {
    const { document } = await draftFile(join(ARTICLES, 'ferry-line-interview.txt'));
    for (const claim of document.claims) {
      expect(claim).toMatchObject({ speaker: 'Ole Dahl', verbatim: false, status: 'UNVERIFIED' });
      expect(claim.gradings).toMatchObject([
        { status: 'UNVERIFIED', reason: expect.stringContaining('not yet been') },
      ]);
      expect(claim.reportedBy).toContain('Interfax');
    }
    expect(document.claims.filter(({ reportedBy }) => reportedBy.includes('Reuters'))).toHaveLength(1);
    expect(document.claims[1]?.statedOnText).toBe('on Friday');
  });

  test('never makes a date of a weekday', async () => {
    const { document } = await draftFile(join(ARTICLES, 'ferry-line-interview.txt'));
    expect(document.events).toMatchObject([
      { date: null, dateText: 'within three weeks', place: 'an unspecified third country', state: 'PLANNED' },
      {
        title: 'Meeting between Anna Berg and Per Lind',
        date: null,
        dateText: 'on Monday',
        place: 'Port Vale',
        participants: ['Anna Berg', 'Per Lind'],
        state: 'HAPPENED',
      },
    ]);
  });

  test('keeps the closing question as a prompt, without the invitation to comment', async () => {
    const { document } = await draftFile(join(ARTICLES, 'ferry-line-interview.txt'));
    expect(document.prompts.map(({ text }) => text)).toEqual([
      'What would you give up for a quick end of the strike?',
    ]);
    expect(JSON.stringify(document.sections)).not.toContain('comments below');
  });
});

test('an article without a title gets a proposed one', async () => {
  const { document } = await draftFile(join(ARTICLES, 'island-council-tables.txt'));
  expect(document).toMatchObject({ title: 'Island council tables', titleIsProposed: true });
});

test('a table of stakeholders names them with their interests', async () => {
  const { document } = await draftFile(join(ARTICLES, 'island-council-tables.txt'));
  expect(document.stakeholders).toMatchObject([
    { name: 'East Island', interests: ['Jobs', 'Cheap power', 'A new school'] },
    { name: 'West Island', interests: ['Quiet', 'Clean beaches'] },
  ]);
});

test('hashtags, byline, teaser and rubric are no text of the article', async () => {
  const { document, article } = await draftFile(join(ARTICLES, 'bridge-or-tunnel.txt'));
  expect(document.topics.map(({ name }) => name)).toEqual(['Strait', 'Bridge Plan', 'Anna Berg', 'Tunnels']);
  expect(article.byline).toBe('Nora Quist');
  expect(document.sections[0]?.heading).toBe("Strait Dialogue: What's Next for the Bridge?");
  expect(document.claims.map(({ reportedBy }) => reportedBy)).toEqual([['AP News'], ['CNN'], ['Politico']]);
  expect(document.events).toMatchObject([
    { place: 'Port Vale', participants: ['Anna Berg', 'Per Lind'], dateText: null },
  ]);
});

test('headings in two styles are sections within sections, and the sentence below the title is the summary', async () => {
  const { document } = await draftFile(join(ARTICLES, 'island-school-closing.txt'));
  expect(document.summary.short).toMatch(/^Island school closing leaves forty pupils/);
  expect(document.sections.map(({ heading, parentId }) => [heading, parentId])).toEqual([
    [null, null],
    ['Understanding the reasons for the closing', null],
    ['Main Factors Behind the Decision', 'understanding-the-reasons-for-the-closing'],
    ['Attempts to Help', 'understanding-the-reasons-for-the-closing'],
    ['Possible scenarios for the coming year', null],
    ['A Shared School', 'possible-scenarios-for-the-coming-year'],
    ['Lessons at Home', 'possible-scenarios-for-the-coming-year'],
  ]);
  expect(document.scenarios.map(({ title, likelihood }) => [title, likelihood])).toEqual([
    ['A Shared School', 'likely'],
    ['Lessons at Home', 'possible'],
  ]);
});

test('the front matter of a Markdown article says where it comes from', async () => {
  const { document, article } = await draftFile(join(ARTICLES, 'front-matter.md'));
  expect(article).toMatchObject({
    url: 'https://strait.example/night-ferry',
    publisher: 'Strait Weekly',
    byline: 'Nora Quist',
    publishedOn: '2025-02-18',
  });
  expect(document.summary.short).toBe('The night ferry made its last crossing, and few people noticed.');
  expect(document.sections[0]?.blocks[0]?.citations).toEqual([2, 3]);
  const table = document.sections[2]?.blocks[0];
  expect(table).toMatchObject({
    columns: [{ align: 'START' }, { align: 'END' }, { align: 'CENTER' }],
    rows: [
      ['2019', '41,000', '90'],
      ['2024', '3,100', '210'],
    ],
  });
});
