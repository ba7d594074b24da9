/** Role × query × whose content: what everybody sees of their own server, another and the library, field by field of the root. */
import { describe, expect, test } from 'vitest';
import type { BriefingDocumentInput } from '@communique/api/briefings/document';
import { schema } from '@communique/api/graphql/schema';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN, headersOf, type Asker } from '../../support/ask-api.ts';
import {
  askersOf,
  ASKERS,
  EDITS,
  READS,
  TARGETS,
  type AskerName,
  type Target,
} from '../../support/askers.ts';
import { mutate } from '../../support/editing.ts';
import { readEvents } from '../../support/event-stream.ts';
import { addFeed, article, question, report, schedule, webhook } from '../../support/kept-things.ts';
import { drafted, publishedEntry, published } from '../../support/records.ts';

type Rule = (asker: AskerName, target: Target) => boolean;
const readers: Rule = (asker, target) => READS[asker].includes(target);
const editors: Rule = (asker, target) => EDITS[asker].includes(target);
const bots: Rule = (asker) => asker === 'bot' || asker === 'bot token';
const moderators: Rule = (asker, target) =>
  asker.startsWith('moderator') && target !== 'library' && readers(asker, target);
const either =
  (...rules: Rule[]): Rule =>
  (asker, target) =>
    rules.some((rule) => rule(asker, target));
const operators: Rule = (asker) => asker === 'operator token';

interface Thing {
  communityId: string;
  /** In all that is public. */
  slug: string;
  /** Of a draft. */
  draft: string;
  nodeId: string;
  channelId: string;
  articleId: string;
  scheduleId: string;
  webhookId: string;
}

interface Question {
  query: string;
  variables?: (thing: Thing) => object;
  /** What stands in an answer that shows the thing. Left out: its slug. */
  shows?: (thing: Thing) => string;
  sees: Rule;
}

const IN_BRIEFING = 'edges { node { briefing { slug } } }';
const slug = ({ slug: name }: Thing) => ({ slug: name });
const QUESTIONS: Record<string, Question> = {
  briefing: {
    query: 'query ($slug: Slug!) { briefing(slug: $slug) { ... on BriefingReady { briefing { slug } } } }',
    variables: slug,
    sees: readers,
  },
  briefings: { query: '{ briefings(first: 100) { edges { node { slug } } } }', sees: readers },
  claims: { query: `{ claims(first: 100) { ${IN_BRIEFING} } }`, sees: readers },
  events: { query: `{ events(first: 100) { ${IN_BRIEFING} } }`, sees: readers },
  scenarios: { query: `{ scenarios(first: 100) { ${IN_BRIEFING} } }`, sees: readers },
  corrections: { query: `{ corrections(first: 100) { ${IN_BRIEFING} } }`, sees: readers },
  changeFeed: { query: '{ changeFeed(first: 100) { edges { node { slug } } } }', sees: readers },
  complete: { query: '{ complete(prefix: "about", kind: BRIEFING, first: 25) { slug } }', sees: readers },
  search: { query: '{ search(query: "about", kinds: [BRIEFING], first: 50) { slug } }', sees: readers },
  topics: { query: '{ topics(first: 100) { edges { node { slug } } } }', sees: readers },
  faqEntry: {
    query: 'query ($slug: Slug!) { faqEntry(slug: $slug) { ... on FaqEntry { slug } } }',
    variables: slug,
    sees: readers,
  },
  faqEntries: { query: '{ faqEntries(first: 100) { edges { node { slug } } } }', sees: readers },
  node: {
    query: 'query ($id: ID!) { node(id: $id) { ... on Briefing { slug } } }',
    variables: ({ nodeId: id }) => ({ id }),
    sees: readers,
  },
  editorialBriefing: {
    query:
      'query ($slug: Slug!, $communityId: String) { editorialBriefing(slug: $slug, communityId: $communityId) { ... on EditorialBriefing { slug } } }',
    variables: ({ draft, communityId }) => ({ slug: draft, communityId }),
    shows: ({ draft }) => draft,
    sees: editors,
  },
  editorialBriefings: {
    query:
      'query ($communityId: String) { editorialBriefings(first: 100, communityId: $communityId) { edges { node { slug } } } }',
    variables: ({ communityId }) => ({ communityId }),
    shows: ({ draft }) => draft,
    sees: editors,
  },
  article: {
    query:
      'query ($id: ID!, $communityId: String) { article(id: $id, communityId: $communityId) { __typename } }',
    variables: ({ articleId: id, communityId }) => ({ id, communityId }),
    shows: () => '"Article"',
    sees: editors,
  },
  articles: {
    query:
      'query ($communityId: String) { articles(first: 100, communityId: $communityId) { edges { node { id } } } }',
    variables: ({ communityId }) => ({ communityId }),
    shows: ({ articleId }) => articleId,
    sees: editors,
  },
  feeds: {
    query:
      'query ($communityId: String) { feeds(first: 100, communityId: $communityId) { edges { node { title } } } }',
    variables: ({ communityId }) => ({ communityId }),
    sees: editors,
  },
  reports: {
    query:
      'query ($communityId: String) { reports(first: 100, communityId: $communityId) { edges { node { communityId } } } }',
    variables: ({ communityId }) => ({ communityId }),
    shows: ({ communityId }) => `"communityId":"${communityId}"`,
    sees: editors,
  },
  questions: {
    query:
      'query ($communityId: String) { questions(first: 100, communityId: $communityId) { edges { node { communityId } } } }',
    variables: ({ communityId }) => ({ communityId }),
    shows: ({ communityId }) => `"communityId":"${communityId}"`,
    sees: editors,
  },
  editorialFaqEntry: {
    query:
      'query ($slug: Slug!, $communityId: String) { editorialFaqEntry(slug: $slug, communityId: $communityId) { __typename } }',
    variables: (thing) => ({ slug: thing.slug, communityId: thing.communityId }),
    shows: () => '"EditorialFaqEntry"',
    sees: editors,
  },
  editorialFaqEntries: {
    query:
      'query ($communityId: String) { editorialFaqEntries(first: 100, communityId: $communityId) { edges { cursor } } }',
    variables: ({ communityId }) => ({ communityId }),
    shows: () => '"cursor"',
    sees: editors,
  },
  auditLog: {
    query:
      'query ($communityId: String) { auditLog(first: 100, communityId: $communityId) { edges { node { communityId } } } }',
    variables: ({ communityId }) => ({ communityId }),
    shows: ({ communityId }) => `"communityId":"${communityId}"`,
    sees: either(moderators, operators),
  },
  community: {
    query: 'query ($id: String!) { community(id: $id) { id } }',
    variables: ({ communityId: id }) => ({ id }),
    shows: ({ communityId }) => `"id":"${communityId}"`,
    sees: either(moderators, bots, operators),
  },
  digestSchedule: {
    query: 'query ($id: ID!) { digestSchedule(id: $id) { channelId } }',
    variables: ({ scheduleId: id }) => ({ id }),
    shows: ({ channelId }) => channelId,
    sees: (asker, target) => target !== 'library' && either(moderators, bots)(asker, target),
  },
  digestSchedules: {
    query: '{ digestSchedules(first: 100) { edges { node { channelId } } } }',
    shows: ({ channelId }) => channelId,
    sees: moderators,
  },
  digestPreview: {
    query:
      'query ($id: ID!) { digestPreview(scheduleId: $id) { ... on DigestPreview { schedule { channelId } } } }',
    variables: ({ scheduleId: id }) => ({ id }),
    shows: ({ channelId }) => channelId,
    sees: moderators,
  },
  webhooks: {
    query:
      'query ($communityId: String) { webhooks(first: 100, communityId: $communityId) { edges { node { url } } } }',
    variables: ({ communityId }) => ({ communityId }),
    shows: (thing) => `/${thing.slug}"`,
    sees: either(moderators, operators),
  },
  webhookDeliveries: {
    query: 'query ($id: ID!) { webhookDeliveries(webhookId: $id, first: 100) { edges { cursor } } }',
    variables: ({ webhookId: id }) => ({ id }),
    shows: () => '"edges"',
    sees: either(moderators, operators),
  },
};

/** What tells nothing of anybody's content. */
const OF_NOBODY = ['changeCursor'];
const STREAMS = ['briefingPublished', 'contentChanged', 'correctionIssued'];

test('every query and subscription is in this matrix', () => {
  const fieldsOf = (type: { getFields: () => object } | null | undefined) =>
    Object.keys(type?.getFields() ?? {}).toSorted();
  expect([...Object.keys(QUESTIONS), ...OF_NOBODY].toSorted()).toEqual(fieldsOf(schema.getQueryType()));
  expect(STREAMS).toEqual(fieldsOf(schema.getSubscriptionType()));
});

describe.each(Object.entries(QUESTIONS))('%s', (_name, { query, variables, shows, sees }) => {
  test('shows to each what is theirs to see, and nothing else', () =>
    withApi(async (api) => {
      const { things, askers } = await fill(api);
      for (const asker of ASKERS) {
        for (const [target, thing] of things) {
          const answer = await api.as(askers[asker])(query, variables?.(thing) ?? {});
          const seen = JSON.stringify(answer.data).includes(shows?.(thing) ?? `"${thing.slug}"`);
          expect(`${asker}, ${target}: ${seen}`).toBe(`${asker}, ${target}: ${sees(asker, target)}`);
          for (const { extensions } of answer.errors) {
            expect(['NOT_ALLOWED', 'NOT_FOUND']).toContain(extensions?.code);
          }
        }
      }
    }));
});

describe.each(STREAMS)('%s', (stream) => {
  test('tells each what is theirs to see, and nothing else', () =>
    withApi(async (api) => {
      const { data } = await api.query('{ changeCursor }');
      const { askers } = await fill(api);
      const server = createApi({ ...api, logger: createSilentLogger(), botToken: BOT_TOKEN });
      for (const asker of ASKERS) {
        const query = `subscription { ${stream}(after: "${data.changeCursor}") { change { slug kind } } }`;
        const response = await server.fetch(
          new Request('http://localhost/graphql', {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              accept: 'text/event-stream',
              ...headersOf(askers[asker]),
            },
            body: JSON.stringify({ query }),
          }),
        );
        expect([asker, await slugsUntilTheLibrary(response)]).toEqual([
          asker,
          READS[asker].map((target) => `about-${target}`),
        ]);
      }
      await server.dispose();
    }));
});

/** The library's is the last of each kind, and everybody sees it. */
async function slugsUntilTheLibrary(response: Response): Promise<string[]> {
  const stream = readEvents(response);
  const slugs = new Set<string>();
  let ended = false;
  while (!ended) {
    const { data } = await stream.nextEvent();
    const [event] = Object.values<{ change: { slug: string; kind: string } | null }>(Object(data).data ?? {});
    if (event === undefined) throw new Error(`No event: ${JSON.stringify(data)}`);
    if (event.change === null) continue;
    slugs.add(event.change.slug);
    ended = event.change.slug === 'about-library';
  }
  await stream.leave();
  return [...slugs];
}

async function fill(api: TestApi): Promise<{ things: [Target, Thing][]; askers: Record<AskerName, Asker> }> {
  const askers = await askersOf(api);
  const things: [Target, Thing][] = [];
  for (const [index, target] of (['own', 'other', 'library'] as const).entries()) {
    things.push([target, await addThing(api, askers, target, index)]);
  }
  return { things, askers };
}

/** One of each kind that has a list of its own. */
const PIECES: Partial<BriefingDocumentInput> = {
  claims: [{ id: 'claim', verbatim: false, text: 'They spoke.', speaker: 'A Minister', citations: [1] }],
  events: [
    {
      id: 'talks',
      title: 'Talks',
      date: { value: '2025', precision: 'YEAR' },
      participants: [],
      state: 'HAPPENED',
      citations: [1],
    },
  ],
  scenarios: [{ id: 'deal', title: 'A deal', indicators: [], horizon: { value: '2026', precision: 'YEAR' } }],
};

async function addThing(
  api: TestApi,
  askers: Record<AskerName, Asker>,
  target: Target,
  index: number,
): Promise<Thing> {
  const communityId = TARGETS[target];
  const name = `about-${target}`;
  const document = { ...PIECES, title: `About ${target}`, topics: [{ slug: name, name }] };
  const { briefingId } = await published(api, name, { communityId, document });
  await publishedEntry(api, { communityId, slug: name });
  await drafted(api, `draft-${target}`, { communityId });
  await correct(api.as(askers['operator token']), communityId, name);
  await report(api.as(moderatorOf(askers, target)), name);
  await question(api, communityId, `Why ${name}?`);
  await addFeed(api, communityId, name);
  const channelId = `133600000000000070${index}`;
  return {
    communityId,
    slug: name,
    draft: `draft-${target}`,
    nodeId: Buffer.from(`Briefing:${briefingId}`).toString('base64'),
    channelId,
    articleId: await article(api.as(askers['operator token']), communityId, name),
    scheduleId:
      target === 'library' ? 'none' : await schedule(api.as(moderatorOf(askers, target)), channelId),
    webhookId: await webhook(api, communityId, name),
  };
}

function moderatorOf(askers: Record<AskerName, Asker>, target: Target): Asker {
  return askers[target === 'other' ? 'moderator of another server' : 'moderator'];
}

async function correct(query: TestApi['query'], communityId: string, name: string): Promise<void> {
  const what = { wrong: 'spoke for four hours', right: 'spoke for five hours', reason: 'Misheard.' };
  const result = await mutate(query, 'correctBriefing', {
    slug: name,
    communityId,
    expectedRevision: 1,
    ...what,
  });
  expect(result.__typename).toBe('EditedBriefing');
}
