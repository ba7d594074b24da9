import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { findHighlights } from '@communique/api/search/find-highlights';
import { prepareSearch } from '@communique/api/search/search-index';
import { readSearchQuery } from '@communique/api/search/read-search-query';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { connectionOf, openDatabase } from '@communique/api/database/client';
import { slugify } from '@communique/shared/text';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { aFullDocument, drafted, published, publishedEntry } from '../../support/records.ts';

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

const PIECES = /* GraphQL */ `
  query ($query: String!, $kinds: [SearchKind!]!) {
    search(query: $query, kinds: $kinds, first: 10) {
      kind
      slug
      title
      briefing {
        slug
      }
      node {
        __typename
        ... on Section {
          id
        }
        ... on Claim {
          id
        }
      }
    }
  }
`;

const COMPLETE = /* GraphQL */ `
  query ($prefix: String!, $kind: SearchKind!, $first: Int! = 25) {
    complete(prefix: $prefix, kind: $kind, first: $first) {
      slug
      title
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

test('letters that Unicode does not take apart are found as they are typed without them', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'street', question: 'Which Straße?', answer: 'A long one.' });
    await publishedEntry(api, { slug: 'port', question: 'Where is Đà Nẵng?', answer: 'By the sea.' });
    await publishedEntry(api, { slug: 'city', question: 'Where is Łódź?', answer: 'Inland.' });
    await publishedEntry(api, { slug: 'isle', question: 'Who lives on Ærø?', answer: 'Sailors.' });
    expect(await find(api, 'strasse')).toEqual(['street']);
    expect(await find(api, 'da nang')).toEqual(['port']);
    expect(await find(api, 'lodz')).toEqual(['city']);
    expect(await find(api, 'AERO')).toEqual(['isle']);
    expect(await find(api, 'Straße')).toEqual(['street']);
  }));

test('a word that is written twice is meant whole, and so are those between', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'whole', question: 'Is there trade in zones?', answer: 'Some.' });
    await publishedEntry(api, { slug: 'begun', question: 'Do traders like zones?', answer: 'Some.' });
    await publishedEntry(api, { slug: 'longer', question: 'Is trade in zonesful?', answer: 'Some.' });
    expect(await find(api, 'trade zones trade')).toEqual(['whole']);
    expect(await find(api, 'zones trade')).toEqual(['whole', 'begun']);
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
    expect(await find(api, 'aité')).toEqual([]);
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

test('sections and claims are found by themselves, with the briefing they stand in', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', { document: aFullDocument() });
    const pieces = async (query: string, kinds: string[]) => {
      const { data, errors } = await api.query(PIECES, { query, kinds });
      expect(errors).toEqual([]);
      return data.search;
    };
    expect(await pieces('key issues', ['SECTION'])).toEqual([
      {
        kind: 'SECTION',
        slug: 'riyadh',
        title: 'Key issues',
        briefing: { slug: 'riyadh' },
        node: { __typename: 'Section', id: 'issues' },
      },
    ]);
    expect(await pieces('a minister agreed', ['CLAIM'])).toEqual([
      {
        kind: 'CLAIM',
        slug: 'riyadh',
        title: 'We agreed to speak again.',
        briefing: { slug: 'riyadh' },
        node: { __typename: 'Claim', id: 'claim-1' },
      },
    ]);
    const kinds = (await pieces('minister', ['BRIEFING', 'SECTION', 'CLAIM', 'FAQ_ENTRY'])).map(
      ({ kind }: Hit) => kind,
    );
    expect(kinds.toSorted()).toEqual(['BRIEFING', 'CLAIM', 'SECTION']);
    await retractBriefing(api.db, { communityId: 'library', slug: 'riyadh', reason: 'Not so.' }, api.act());
    expect(await pieces('minister', ['BRIEFING', 'SECTION', 'CLAIM'])).toEqual([]);
  }));

test('one typo in a word is forgiven where nothing has the word as it is', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'sanctions', question: 'Are sanctions lifted?' });
    await publishedEntry(api, { slug: 'grades', question: 'How do grades work?' });
    const typos = ['sancsions', 'snctions', 'sanctionss', 'asnctions', 'sanctinos', 'xanctions', 'sanctionx'];
    for (const typo of typos) expect(await find(api, typo)).toEqual(['sanctions']);
    expect(await find(api, 'sancsions liftde')).toEqual(['sanctions']);
    expect(await find(api, 'sancsionz')).toEqual([]);
    const { data } = await api.query(SEARCH, { query: 'delegatoins' });
    const { text, highlights } = data.search[0].excerpt;
    expect(
      highlights.map(({ start, end }: Hit['excerpt']['highlights'][number]) => text.slice(start, end)),
    ).toEqual(['Delegations']);
  }));

test.each([
  ['Cyrillic', 'Кто встретился в Эр-Рияде?', ['встретился', 'ВСТРЕТ', 'рияде', 'встретилса']],
  ['Ukrainian', 'Що відбулося в Києві?', ['києві', 'ВІДБУЛ']],
  ['Greek', 'Ποιος μίλησε στην Αθήνα;', ['ποιος', 'αθηνα', 'ΜΊΛΗΣΕ']],
  ['German', 'Was heißt Übergangsfrist?', ['ubergangsfrist', 'heißt', 'überg']],
  ['Chinese', '北京大学的外交政策是什么？', ['北京', '大学', '外交政策', '京', '什么', '策']],
  ['Japanese', '東京タワーはどこにありますか。', ['東京', 'タワー', '京タ', 'どこ']],
  ['Korean', '서울에서 누가 만났습니까?', ['서울', '누가']],
  ['Thai', 'ใครพบกันที่กรุงเทพ', ['กรุงเทพ', 'ใคร']],
  ['Arabic', 'من التقى في الرياض؟', ['الرياض', 'التقى']],
  ['Hindi', 'रियाद में कौन मिले?', ['रियाद', 'कौन']],
])('%s is found by its words and their beginnings', (_script, question, queries) =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'it', question, answer: question, language: 'en' });
    await publishedEntry(api, { slug: 'other', question: 'Something else?', answer: 'Nothing.' });
    for (const query of queries) expect([query, await find(api, query)]).toEqual([query, ['it']]);
    const { data } = await api.query(SEARCH, { query: queries[0] });
    expect(data.search[0].excerpt.highlights.length).toBeGreaterThan(0);
  }),
);

test('what is called exactly so comes before an alias, both before what begins so', () =>
  withApi(async (api) => {
    await publishedEntry(api, { slug: 'begins', question: 'New START and after?' });
    await publishedEntry(api, { slug: 'alias', question: 'A treaty?', aliases: ['New START'] });
    // No two entries may be called so, but a briefing may.
    await published(api, 'title', { document: { title: 'New START?' } });
    expect(await find(api, 'new start')).toEqual(['title', 'alias', 'begins']);
  }));

test('what another program publishes, changes and withdraws is found at once as it is now', () =>
  withApi(async (api) => {
    expect(await find(api, 'riyadh')).toEqual([]);
    const other = await openDatabase(`file:${connectionOf(api.db).name}`);
    onTestFinished(() => other.close());
    const elsewhere = { ...api, db: other };
    for (let number = 0; number < 3; number += 1) await published(elsewhere, `riyadh-${number}`);
    expect(await find(api, 'riyadh')).toHaveLength(3);
    await retractBriefing(other, { communityId: 'library', slug: 'riyadh-1', reason: 'Not so.' }, api.act());
    expect(await find(api, 'riyadh')).toEqual(['riyadh-2', 'riyadh-0']);
  }));

test('an index that is being made when the program stops is given up; else its failure is told', async () => {
  await withApi(async (api) => {
    const stopped = await openDatabase(`file:${connectionOf(api.db).name}`);
    const stopping = new AbortController();
    const preparing = prepareSearch(stopped, stopping.signal);
    stopping.abort();
    stopped.close();
    await expect(preparing).resolves.toBeUndefined();
    const lost = await openDatabase(`file:${connectionOf(api.db).name}`);
    const failing = prepareSearch(lost, new AbortController().signal);
    lost.close();
    await expect(failing).rejects.toThrow('not open');
  });
});

test('an index that has slept through too many changes is read anew', () =>
  withApi(async (api) => {
    await published(api, 'before');
    expect(await find(api, 'riyadh')).toEqual(['before']);
    await published(api, 'missed');
    connectionOf(api.db).exec('delete from search_changes');
    await published(api, 'after');
    expect(await find(api, 'riyadh')).toHaveLength(3);
  }));

test('a community finds its own and the library’s, its own instead of the library’s of the same name, and nobody else’s', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    await published(api, 'riyadh', { communityId: FORUM, document: { title: 'Riyadh as we see it' } });
    await published(api, 'paris', {
      communityId: FORUM,
      document: { title: 'Talks in Paris', summary: { short: 'In France.' } },
    });
    const found = async (query: TestApi['query'], text: string) => {
      const { data } = await query(SEARCH, { query: text, kinds: ['BRIEFING'] });
      const { data: completed } = await query(COMPLETE, { prefix: text, kind: 'BRIEFING' });
      const titles = (hits: { title: string }[]) => hits.map(({ title }) => title).toSorted();
      expect(titles(completed.complete)).toEqual(titles(data.search));
      return titles(data.search);
    };
    expect(await found(api.as(forumMember), 'riyadh')).toEqual(['Riyadh as we see it']);
    expect(await found(api.as(forumMember), 'talks')).toEqual(['Talks in Paris']);
    expect(await found(api.as(otherMember), 'talks')).toEqual(['Talks in Riyadh']);
    expect(await found(api.as(otherMember), 'paris')).toEqual([]);
    expect(await found(api.query, 'pairs')).toEqual([]);
  }));

test('autocomplete answers titles that begin so in their order, then titles with the words', () =>
  withApi(async (api) => {
    for (const title of ['Talks in Riyadh', 'Talks in Ankara', 'After the talks', 'Élysée: what was said']) {
      await published(api, slugify(title), { document: { title } });
      api.clock.pass(1_000);
    }
    const titles = async (prefix: string, first = 25) => {
      const { data, errors } = await api.query(COMPLETE, { prefix, kind: 'BRIEFING', first });
      expect(errors).toEqual([]);
      return data.complete.map(({ title }: { title: string }) => title);
    };
    expect(await titles('talks')).toEqual(['Talks in Ankara', 'Talks in Riyadh', 'After the talks']);
    expect(await titles('TALKS in a')).toEqual(['Talks in Ankara']);
    expect(await titles('tal', 1)).toEqual(['Talks in Ankara']);
    expect(await titles('elysee')).toEqual(['Élysée: what was said']);
    expect(await titles('taks in rya')).toEqual([]);
    expect(await titles('anakra')).toEqual(['Talks in Ankara']);
    expect(await titles('', 2)).toEqual(['Élysée: what was said', 'After the talks']);
    api.statements();
    // Those who ask at the same moment read only once which change was the last.
    await Promise.all([titles('talks'), titles('elysee'), titles('after')]);
    expect(api.statements()).toHaveLength(1);
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

const HIGHLIGHTS = `query ($query: String!, $kinds: [SearchKind!]! = [FAQ_ENTRY]) { search(query: $query, kinds: $kinds, first: 5) {
  title titleHighlights { start end } alias { text highlights { start end } } excerpt { text highlights { start end } } } }`;

const cut = (text: string, ranges: Hit['excerpt']['highlights']) =>
  ranges.map(({ start, end }) => text.slice(start, end));

test.each<[string, { question: string; aliases: string[] }, string[], [string, string[]] | null]>([
  // Typed, the question and its aliases; what is marked in the question, and which alias was meant with what in it.
  [
    'relief sanctions',
    { question: 'Is there relief from sanctions?', aliases: ['Embargo'] },
    ['relief', 'sanctions'],
    null,
  ],
  ['trai', { question: 'Où en est le traité ?', aliases: [] }, ['traité'], null],
  ['traite', { question: 'Où en est le traite\u0301 ?', aliases: [] }, ['traite\u0301'], null],
  ['strasse', { question: '🕊️🕊️ Which Straße?', aliases: [] }, ['Straße'], null],
  ['外交政策', { question: '北京大学的外交政策是什么？', aliases: [] }, ['外交政策'], null],
  ['京', { question: '北京大学🕊️京都？', aliases: [] }, ['京', '京'], null],
  ['sancsions', { question: 'Are sanctions lifted?', aliases: [] }, ['sanctions'], null],
  [
    'new start',
    { question: 'A treaty?', aliases: ['START II', '🕊️ New START'] },
    [],
    ['🕊️ New START', ['New', 'START']],
  ],
  [
    'new start',
    { question: 'New START and after?', aliases: ['New START'] },
    ['New', 'START'],
    ['New START', ['New', 'START']],
  ],
  [
    'treaty start',
    { question: 'A treaty?', aliases: ['New START treaty'] },
    ['treaty'],
    ['New START treaty', ['START', 'treaty']],
  ],
  ['embargos', { question: 'Are they lifted?', aliases: ['Embargo?'] }, [], ['Embargo?', ['Embargo']]],
  ['lifted', { question: 'Are they lifted?', aliases: ['When were they lifted?'] }, ['lifted'], null],
  ['', { question: 'Are they lifted?', aliases: ['Embargo'] }, [], null],
])('"%s" finds %j: %j is marked, and in an alias %j', (query, { question, aliases }, inTitle, inAlias) =>
  withApi(async (api) => {
    await publishedEntry(api, { question, aliases, answer: 'Something else.' });
    const { data, errors } = await api.query(HIGHLIGHTS, { query });
    expect(errors).toEqual([]);
    const [{ title, titleHighlights, alias, excerpt }] = data.search;
    expect(cut(title, titleHighlights)).toEqual(inTitle);
    expect(alias === null ? null : [alias.text, cut(alias.text, alias.highlights)]).toEqual(inAlias);
    expect(excerpt).toEqual({ text: 'Something else.', highlights: [] });
  }),
);

test('the words are marked in titles, headings and claims too', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', { document: aFullDocument() });
    for (const [query, kind, expected] of [
      ['talks riyadh', 'BRIEFING', ['Talks', 'Riyadh']],
      ['key issues', 'SECTION', ['Key', 'issues']],
      ['agreed again', 'CLAIM', ['agreed', 'again']],
    ] as const) {
      const { data } = await api.query(HIGHLIGHTS, { query, kinds: [kind] });
      const [{ title, titleHighlights, alias }] = data.search;
      expect(cut(title, titleHighlights)).toEqual(expected);
      expect(alias).toBeNull();
    }
  }));

test('whatever is searched for, what is marked lies within the text, in order and apart', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'é', 'ß', '京', '大', 'ー', '🕊️', ' ', '\u0301', 'ก'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, (title, query) => {
      const wanted = { query: readSearchQuery(query), mistyped: true };
      const ranges = findHighlights(title, wanted);
      ranges.forEach(({ start, end }, at) => {
        expect(start).toBeGreaterThanOrEqual(ranges[at - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(title.slice(start, end).isWellFormed()).toBe(true);
      });
      expect(ranges.at(-1)?.end ?? 0).toBeLessThanOrEqual(title.length);
      if (title === query && wanted.query !== null) expect(ranges).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

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
    await find(api, 'riyadh');
    for (const first of [2, 16]) {
      api.statements();
      expect(await find(api, 'riyadh', { first })).toHaveLength(first);
      // What has changed, the texts, briefings and entries; documents are in memory.
      expect(api.statements().length).toBeLessThanOrEqual(4);
    }
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
  'a '.repeat(500),
  'x'.repeat(1_000),
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

test.each([
  ['a NUL', 'a\u0000b'],
  ['the first half of a character', '\uD800'],
  ['the second half of a character', 'a\uDFFFb'],
  ['ninety kilobytes', 'x'.repeat(90_000)],
])('%s is no text to search for or to complete', (_name, text) =>
  withApi(async (api) => {
    expect((await api.query(SEARCH, { query: text })).errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', path: ['query'] } },
    ]);
    const complete = 'query ($v: String!) { complete(prefix: $v, kind: FAQ_ENTRY, first: 5) { slug } }';
    expect((await api.query(complete, { v: text })).errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', path: ['prefix'] } },
    ]);
  }),
);

test('any text can be searched, and any question is found by its own words', () =>
  withApi(async (api) => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u), { minLength: 1, maxLength: 8 });
    const anyText = fc
      .string({ unit: 'binary', maxLength: 80 })
      .filter((text) => text.isWellFormed() && !text.includes('\u0000'));
    let number = 0;
    await fc.assert(
      fc.asyncProperty(words, anyText, async (asked, any) => {
        number += 1;
        await publishedEntry(api, { slug: `entry-${number}`, question: asked.join(' ') });
        expect(await find(api, asked.join(' '), { first: 100 })).toContain(`entry-${number}`);
        await find(api, any);
        const completed = await api.query(COMPLETE, { prefix: any, kind: 'FAQ_ENTRY' });
        expect(completed.errors).toEqual([]);
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

test('with a typo in a word the order stays: the whole title, an alias, their beginning, their words, then the text', () =>
  withApi(async (api) => {
    const answer = 'Nothing of that.';
    const entry = (slug: string, wish: object) => publishedEntry(api, { slug, topics: [], answer, ...wish });
    await entry('text', { question: 'Something else?', answer: 'The harbour toll. '.repeat(9) });
    await entry('words', { question: 'Is a toll due in the harbour, toll by toll?' });
    await entry('begins', { question: 'Harbour toll for everybody who comes by sea?' });
    await entry('alias', { question: 'What does mooring cost?', aliases: ['Harbour toll?'] });
    await published(api, 'title', { document: { ...aFullDocument(), title: 'Harbour toll' } });
    const order = ['title', 'alias', 'begins', 'words', 'text'];
    expect(await find(api, 'harbour toll')).toEqual(order);
    expect(await find(api, 'harbuor toll')).toEqual(order);
    const { data } = await api.query(SEARCH, { query: 'harbuor toll', first: 2 });
    expect(data.search.map(({ slug }: { slug: string }) => slug)).toEqual(order.slice(0, 2));
  }));
