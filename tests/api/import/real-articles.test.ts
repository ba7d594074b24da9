import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPieces, type PieceCounts } from '@communique/api/import/drafting/count-pieces';
import { draftFile } from '../../support/drafts.ts';

/** The five articles the importer was first written for. They belong to others, so they are not in this repository. */
const folder = process.env['COMMUNIQUE_ARTICLES'] ?? '';
const isThere = folder !== '' && existsSync(folder);
const EXPECTED: Record<string, { title: string; titleIsProposed?: boolean; counts: Partial<PieceCounts> }> = {
  'lavrov-hints-at-progress': {
    title: 'Unraveling the Diplomatic Dance: Lavrov on Progress in US Negotiations',
    counts: {
      sections: 7,
      points: 11,
      tables: 0,
      faq: 0,
      faqCandidates: 0,
      exchanges: 0,
      quotes: 1,
      scenarios: 4,
    },
  },
  'ryabkov-announces-further-talks': {
    title: 'Russia, US to Hold Further Talks Amidst Ukraine War',
    counts: {
      sections: 7,
      points: 0,
      tables: 0,
      faq: 0,
      faqCandidates: 5,
      exchanges: 5,
      quotes: 0,
      events: 2,
      prompts: 1,
    },
  },
  'peace-talks-reduction': {
    title: 'US-Russia peace talks reduction: what’s next for diplomacy?',
    counts: { sections: 16, points: 19, tables: 0, faq: 4, faqCandidates: 0, exchanges: 0, quotes: 0 },
  },
  'the-room-where-it-happened': {
    title: 'The Room Where it Happened',
    titleIsProposed: true,
    counts: {
      sections: 7,
      points: 21,
      tables: 5,
      tableRows: 16,
      faq: 0,
      faqCandidates: 0,
      exchanges: 0,
      quotes: 0,
      stakeholders: 4,
    },
  },
  'rubio-lavrov-malaysia': {
    title: 'US-Russia Dialogue: Ukraine Peace Talks on the Horizon?',
    counts: {
      sections: 5,
      points: 0,
      tables: 0,
      faq: 5,
      faqCandidates: 0,
      exchanges: 0,
      quotes: 0,
      claims: 3,
      events: 1,
      topics: 8,
    },
  },
};

describe.skipIf(!isThere)('the five articles (in the folder that COMMUNIQUE_ARTICLES names)', () => {
  const draft = async (name: string) => draftFile(join(folder, `${name}.txt`));

  test.each(Object.entries(EXPECTED))(
    '%s gives exactly this',
    async (name, { title, titleIsProposed, counts }) => {
      const drafted = await draft(name);
      expect(drafted.document).toMatchObject({
        title,
        titleIsProposed: titleIsProposed ?? false,
        language: 'en',
      });
      expect(countPieces(drafted)).toMatchObject(counts);
      const introductions = drafted.document.sections.filter(({ heading }) => heading === null);
      expect(introductions).toHaveLength(name === 'rubio-lavrov-malaysia' ? 0 : 1);
    },
  );

  test('Lavrov is quoted word for word, and the page around the article is gone', async () => {
    const { document, article } = await draft('lavrov-hints-at-progress');
    expect(document.claims.find(({ verbatim }) => verbatim)).toMatchObject({
      text: 'Despite the challenges, we are engaging in discussions that could lead to tangible outcomes.',
      speaker: 'Sergey Lavrov',
      speakerRole: 'Russian Foreign Minister',
    });
    expect(article.publisher).toBe('BBC Express News');
    expect(JSON.stringify(document.sections)).not.toMatch(/Leave a Comment|en English|See more/);
  });

  test('Ryabkov’s statements are attributed, reported and unverified', async () => {
    const { document } = await draft('ryabkov-announces-further-talks');
    const his = document.claims.filter(({ speaker }) => speaker === 'Sergei Ryabkov');
    expect(his).toHaveLength(8);
    for (const claim of his) {
      expect(claim).toMatchObject({
        verbatim: false,
        status: 'UNVERIFIED',
        gradings: [{ status: 'UNVERIFIED' }],
      });
      expect(claim.reportedBy).toContain('RIA Novosti');
    }
    expect(his.flatMap(({ reportedBy }) => reportedBy)).toContain('Reuters');
    const headings = document.sections.flatMap(({ heading }) => heading ?? []);
    expect(headings.map((heading) => heading.split(' ').slice(0, 3).join(' '))).toEqual([
      'Could Russia and',
      'Can the U.S.',
      'What Are the',
      'how Likely Is',
      'What Is the',
      'Final Thoughts: The',
      'Headline: Can the',
    ]);
    const exchanges = document.sections.at(-1)?.blocks.filter(({ type }) => type === 'EXCHANGE') ?? [];
    expect(exchanges.every((block) => block.type === 'EXCHANGE' && block.guest === 'Dr. Elena Ivanova')).toBe(
      true,
    );
    expect(document.events.map(({ date, dateText, place }) => [date, dateText, place])).toEqual([
      [null, 'within two weeks', 'an unspecified third country'],
      [null, 'on Tuesday', 'Saudi Arabia'],
    ]);
    expect(document.prompts[0]?.text).toBe(
      'How do you view the role of diplomacy in mitigating global tensions?',
    );
  });

  test('the tables of the room have their rows, and four stakeholders', async () => {
    const { document } = await draft('the-room-where-it-happened');
    const tables = document.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.type === 'TABLE'),
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([3, 4, 3, 3, 3]);
    expect(document.stakeholders.map(({ name, interests }) => [name, interests.length])).toEqual([
      ['Russia', 4],
      ['United States', 4],
      ['European Union', 3],
      ['China', 3],
    ]);
  });

  test('the sentence below the title of the peace talks article is its summary', async () => {
    const { document } = await draft('peace-talks-reduction');
    expect(document.summary.short).toMatch(
      /^US-Russia peace talks reduction leads to heightened security concerns/,
    );
  });

  test('Malaysia has eight topics, a byline, three reporters and one event', async () => {
    const { document, article } = await draft('rubio-lavrov-malaysia');
    expect(article.byline).toBe('Emily Carter');
    expect(document.topics).toHaveLength(8);
    expect(document.claims.map(({ reportedBy }) => reportedBy)).toEqual([['AP News'], ['CNN'], ['Politico']]);
    expect(document.events).toMatchObject([
      { place: 'Malaysia', participants: ['Marco Rubio', 'Sergey Lavrov'], state: 'HAPPENED' },
    ]);
  });
});
