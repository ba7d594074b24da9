import { expect, test } from 'vitest';
import { FORUM, forumMember, withApi, type TestApi } from '../../support/api.ts';
import { published, publishedEntry } from '../../support/records.ts';

const topic = (slug: string) => ({ slug, name: slug });

async function slugs(api: TestApi, list: string, ask = api.query): Promise<string[]> {
  const { data, errors } = await ask(`{ list: ${list} { edges { node { slug } } } }`);
  expect(errors).toEqual([]);
  return data.list.edges.map(({ node }: { node: { slug: string } }) => node.slug);
}

async function fill(api: TestApi): Promise<void> {
  const documents = {
    both: { topics: [topic('trade'), topic('energy')] },
    trade: { topics: [topic('trade')], language: 'de' },
    energy: { topics: [topic('energy')] },
  };
  for (const [slug, document] of Object.entries(documents)) {
    await published(api, slug, { document });
    await publishedEntry(api, { slug, ...document, question: `What of ${slug}?` });
    api.clock.pass(60_000);
  }
  await published(api, 'own', { communityId: FORUM, document: documents.energy });
  await publishedEntry(api, { slug: 'own', communityId: FORUM, topics: [topic('energy')] });
}

test('lists are filtered by topics, language and time, each once and in order', () =>
  withApi(async (api) => {
    await fill(api);
    const since = '"2025-02-18T08:01:00Z"';
    expect(await slugs(api, 'briefings(first: 9, topics: ["trade", "energy"])')).toEqual([
      'energy',
      'trade',
      'both',
    ]);
    expect(await slugs(api, 'briefings(first: 2, topics: ["trade", "energy"])')).toEqual(['energy', 'trade']);
    expect(await slugs(api, 'briefings(first: 9, topic: "trade")')).toEqual(['trade', 'both']);
    expect(await slugs(api, 'briefings(first: 9, topics: [], language: "de")')).toEqual(['trade']);
    expect(await slugs(api, `briefings(first: 9, publishedSince: ${since})`)).toEqual(['energy', 'trade']);
    expect(await slugs(api, `briefings(first: 9, publishedBefore: ${since})`)).toEqual(['both']);
    expect(await slugs(api, `briefings(first: 9, updatedSince: ${since}, orderBy: UPDATED)`)).toEqual([
      'energy',
      'trade',
    ]);
    expect(await slugs(api, `faqEntries(first: 9, updatedSince: ${since}, language: "de")`)).toEqual([
      'trade',
    ]);
    expect(await slugs(api, 'faqEntries(first: 9, topics: "energy")')).toEqual(['energy', 'both']);
    const asMember = api.as(forumMember);
    expect(await slugs(api, 'briefings(first: 9, topics: ["trade", "energy"])', asMember)).toEqual([
      'own',
      'energy',
      'trade',
      'both',
    ]);
    expect(await slugs(api, 'faqEntries(first: 9, topics: "energy")', asMember)).toEqual([
      'own',
      'energy',
      'both',
    ]);
  }));

test('only entries whose review is overdue are stale', () =>
  withApi(async (api) => {
    await publishedEntry(api, {
      slug: 'due',
      verifiedBy: 'A',
      verifiedAt: api.clock.now(),
      reviewIntervalDays: 1,
    });
    await publishedEntry(api, {
      slug: 'later',
      verifiedBy: 'A',
      verifiedAt: api.clock.now(),
      reviewIntervalDays: 9,
    });
    expect(await slugs(api, 'faqEntries(first: 9, staleOnly: true)')).toEqual([]);
    api.clock.pass(2 * 24 * 60 * 60 * 1000);
    expect(await slugs(api, 'faqEntries(first: 9, staleOnly: true)')).toEqual(['due']);
  }));

test('a cursor belongs to its list, its order and its filters', () =>
  withApi(async (api) => {
    await fill(api);
    const cursorOf = async (list: string) =>
      (await api.query(`{ list: ${list} { pageInfo { endCursor } } }`)).data.list.pageInfo.endCursor;
    const cursor = await cursorOf('briefings(first: 1, topic: "trade")');
    expect(await slugs(api, `briefings(first: 5, topic: "trade", after: "${cursor}")`)).toEqual(['both']);
    const others = [
      'briefings(first: 5, after: $)',
      'briefings(first: 5, topic: "energy", after: $)',
      'briefings(first: 5, topic: "trade", orderBy: TITLE, after: $)',
      'briefings(first: 5, topic: "trade", language: "en", after: $)',
      'faqEntries(first: 5, topics: "trade", after: $)',
      'topics(first: 5, after: $)',
    ];
    for (const list of others) {
      const { errors } = await api.query(`{ ${list.replace('$', `"${cursor}"`)} { edges { cursor } } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['after'] } }]);
    }
  }));

test('a page of briefings has the entries of each', () =>
  withApi(async (api) => {
    await fill(api);
    for (const number of [1, 2, 3]) {
      await publishedEntry(api, { slug: `t-${number}`, briefing: 'trade' });
      api.clock.pass(1_000);
    }
    await publishedEntry(api, { slug: 'e-1', briefing: 'energy' });
    const { data } = await api.query(
      '{ briefings(first: 9) { edges { node { slug faq(first: 2) { edges { cursor node { slug } } pageInfo { hasNextPage } } } } } }',
    );
    const found = data.briefings.edges.map(
      ({
        node,
      }: {
        node: {
          slug: string;
          faq: { edges: { node: { slug: string } }[]; pageInfo: { hasNextPage: boolean } };
        };
      }) => [
        node.slug,
        node.faq.edges.map((edge) => edge.node.slug).join(' '),
        node.faq.pageInfo.hasNextPage,
      ],
    );
    expect(found).toEqual([
      ['energy', 'e-1', false],
      ['trade', 't-3 t-2', true],
      ['both', '', false],
    ]);
  }));

test('a cursor is good for the same topics in any order, and not for others', () =>
  withApi(async (api) => {
    await fill(api);
    const ask = (topics: string, after: string | null) =>
      api.query(
        `query ($after: String) { briefings(first: 1, topics: ${topics}, after: $after) { edges { cursor node { slug } } } }`,
        { after },
      );
    const { data } = await ask('["trade", "energy"]', null);
    const [{ cursor }] = data.briefings.edges;
    for (const topics of ['["energy", "trade"]', '["energy", "trade", "energy"]']) {
      expect((await ask(topics, cursor)).data.briefings.edges).toMatchObject([{ node: { slug: 'trade' } }]);
    }
    expect((await ask('["energy"]', cursor)).errors).toMatchObject([{ extensions: { path: ['after'] } }]);
    const all = await ask('[]', null);
    const [{ cursor: first }] = all.data.briefings.edges;
    expect((await ask('null', first)).errors).toEqual([]);
  }));

test('a language is found however its tag is written', () =>
  withApi(async (api) => {
    await published(api, 'brazil', { document: { language: 'pt-BR' } });
    await publishedEntry(api, { slug: 'brazil', language: 'pt-BR', question: 'Quem?' });
    for (const language of ['pt-BR', 'pt-br', 'PT-BR', 'Pt-bR']) {
      expect(await slugs(api, `briefings(first: 9, language: "${language}")`)).toEqual(['brazil']);
      expect(await slugs(api, `faqEntries(first: 9, language: "${language}")`)).toEqual(['brazil']);
    }
  }));
