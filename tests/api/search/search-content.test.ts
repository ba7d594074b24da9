import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withApi, type TestApi } from '../../support/api.ts';
import { published, publishedEntry, drafted } from '../../support/records.ts';

const SEARCH = /* GraphQL */ `
  query ($query: String!, $kinds: [SearchKind!]! = [BRIEFING, FAQ_ENTRY], $first: Int! = 10) {
    search(query: $query, kinds: $kinds, first: $first) {
      kind
      slug
      title
      excerpt {
        text
        highlights {
          start
          end
        }
      }
      node {
        __typename
        ... on Briefing {
          slug
        }
        ... on FaqEntry {
          slug
        }
      }
    }
  }
`;

interface Hit {
  kind: string;
  slug: string;
  excerpt: { text: string; highlights: { start: number; end: number }[] };
}

async function find(api: TestApi, query: string, variables: object = {}): Promise<string[]> {
  const { data, errors } = await api.query(SEARCH, { query, ...variables });
  expect(errors).toEqual([]);
  return data.search.map(({ slug }: Hit) => slug);
}

test('an exact question comes first, then its beginning, then its words, then the text', () =>
  withApi(async (api) => {
    await publishedEntry(api, {
      slug: 'text',
      question: 'What else?',
      answer: 'Sanctions relief sanctions relief sanctions relief.',
    });
    await publishedEntry(api, { slug: 'words', question: 'Is there relief from sanctions?', answer: 'No.' });
    await publishedEntry(api, {
      slug: 'beginning',
      question: 'Sanctions relief: who wants it?',
      answer: 'Some.',
    });
    await publishedEntry(api, {
      slug: 'exact',
      question: 'Other words entirely',
      aliases: ['Sanctions relief'],
      answer: 'Yes.',
    });
    expect(await find(api, 'sanctions relief')).toEqual(['exact', 'beginning', 'words', 'text']);
    expect(await find(api, 'SANCTIONS  relief?!')).toEqual(['exact', 'beginning', 'words', 'text']);
    expect(await find(api, 'sanctions relief', { first: 2 })).toEqual(['exact', 'beginning']);
  }));

test('the last word may be unfinished and accents do not matter', () =>
  withApi(async (api) => {
    await publishedEntry(api, {
      slug: 'ou',
      question: 'Où en est le traité sur les missiles à portée intermédiaire ?',
    });
    for (const query of [
      'ou en est',
      'OÙ EN',
      'traite sur',
      'trai',
      'portée inter',
      'intermediaire portee',
    ]) {
      expect(await find(api, query)).toEqual(['ou']);
    }
    expect(await find(api, 'raité')).toEqual([]);
    expect(await find(api, 'traité zebra')).toEqual([]);
  }));

test('briefings are found by title, summary, headings and text; drafts never', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    await drafted(api, 'draft', { document: { title: 'Delegations' } });
    for (const query of ['talks in riyadh', 'delegations met', 'background', 'four hours']) {
      expect(await find(api, query)).toEqual(['riyadh']);
    }
    expect(await find(api, 'four hours', { kinds: ['FAQ_ENTRY'] })).toEqual([]);
    expect(await find(api, 'four hours', { kinds: [] })).toEqual([]);
  }));

test('an excerpt shows the words and says where they are', () =>
  withApi(async (api) => {
    const answer = `${'Some words before it. '.repeat(20)}The **Ankara** talks 🕊️ took place in *ankara*. ${'And after. '.repeat(40)}`;
    await publishedEntry(api, { slug: 'ankara', question: 'Where?', answer });
    const { data } = await api.query(SEARCH, { query: 'talks anka' });
    const { text, highlights } = data.search[0].excerpt;
    expect(text.length).toBeLessThan(280);
    expect(text).toMatch(/^….*…$/s);
    expect(
      highlights.map(({ start, end }: Hit['excerpt']['highlights'][number]) => text.slice(start, end)),
    ).toEqual(['Ankara', 'talks', 'ankara']);
    expect(data.search[0].node).toEqual({ __typename: 'FaqEntry', slug: 'ankara' });
  }));

test('without a word it answers what is pinned, then what is newest', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'old' });
    api.clock.pass(1_000);
    await publishedEntry(api, { slug: 'pinned', pinned: true });
    api.clock.pass(1_000);
    await published(api, 'newest');
    for (const query of ['', '   ', '"*()', '🕊️'])
      expect(await find(api, query)).toEqual(['pinned', 'newest', 'old']);
  }));

test('a search and its results take a fixed number of statements', () =>
  withApi(async (api) => {
    for (let number = 0; number < 8; number += 1) {
      await published(api, `b-${number}`);
      await publishedEntry(api, { slug: `e-${number}` });
    }
    api.statements();
    expect(await find(api, 'riyadh', { first: 16 })).toHaveLength(16);
    // Titles, aliases, words; briefings and their documents; entries.
    expect(api.statements()).toHaveLength(6);
  }));

const HOSTILE = [
  '"',
  '""',
  "'",
  "' or 1=1 --",
  '*',
  'a*',
  '^a',
  'NEAR(a b)',
  'a AND',
  'OR',
  'NOT a',
  'title:a',
  '{title}: a',
  '-a',
  '(a',
  'a)',
  'a"b',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'a\uDFFFb',
  '%',
  '_',
  '\\',
  ';drop table search_documents;',
  '\u200B',
  '\u202Eabc',
  'ﬁ',
  'ǅ',
  'İ',
  'ẞ',
  '１２３',
  'क्या',
  'ประเทศ',
  '東京',
  '🕊️',
  'é'.repeat(500),
  'a '.repeat(5_000),
  'x'.repeat(50_000),
];

test.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  '%s is only text',
  (_name, text) =>
    withApi(async (api) => {
      await publishedEntry(api, {
        question: `What is it? ${text
          .toWellFormed()
          .replace(/\p{Cc}/gu, '')
          .slice(0, 200)}`,
      });
      const { errors } = await api.query(SEARCH, { query: text });
      expect(errors).toEqual([]);
    }),
);

test('any text can be searched, and any question is found by its own words', () =>
  withApi(async (api) => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u), { minLength: 1, maxLength: 8 });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(words, fc.string({ unit: 'binary', maxLength: 80 }), async (asked, any) => {
        number += 1;
        await publishedEntry(api, { slug: `entry-${number}`, question: asked.join(' ') });
        expect(await find(api, asked.join(' '), { first: 100 })).toContain(`entry-${number}`);
        await find(api, any);
      }),
      { numRuns: 60 },
    );
  }));

test.each([0, -1, 101])('%i results cannot be asked for', (first) =>
  withApi(async ({ query }) => {
    const { errors } = await query(SEARCH, { query: 'a', first });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['first'] } }]);
  }),
);
