/** Every mutation there is, done once for real, and what others do to the same things afterwards. */
import { randomUUID } from 'node:crypto';
import { articles } from '@communique/api/articles/table';
import { changes } from '@communique/api/changes/table';
import { schema } from '@communique/api/graphql/schema';
import { createApi } from '@communique/api/server';
import { createSecretSeal } from '@communique/api/webhooks/seal-secret';
import { webhookDeliveries } from '@communique/api/webhooks/table';
import { createSilentLogger } from '@communique/shared/logger';
import { FORUM, type TestApi } from './api.ts';
import { BOT_TOKEN, headersOf, LOCAL_WEB, type Asker } from './ask-api.ts';
import { askersOf, type AskerName } from './askers.ts';
import { documentInput } from './editing.ts';
import { startFeedServer, type FeedServer } from './feed-server.ts';
import { fieldOf, selectResult } from './select-everything.ts';

export interface ActWorld {
  api: TestApi;
  feed: FeedServer;
  /** Answers a mutation with all that its answer says; throws when it is an error. */
  act: (name: string, input: object, asker?: AskerName) => Promise<Answered>;
  query: (document: string, variables: object, asker: AskerName) => Promise<Answered>;
}

// Tests read into answers as the schema shapes them; a wrong path fails the test at once.
// oxlint-disable-next-line typescript/no-explicit-any
type Answered = any;

interface RepeatedAct {
  by?: AskerName;
  /** Makes what the act needs, and answers its input. */
  prepare: (world: ActWorld) => Promise<object>;
  /** What others do with it before the request comes again. */
  disturb?: (world: ActWorld, first: Answered) => Promise<unknown>;
}

export async function createActWorld(api: TestApi): Promise<ActWorld> {
  const askers: Record<AskerName, Asker> = await askersOf(api);
  const feed = await startFeedServer();
  const server = createApi({
    ...api,
    logger: createSilentLogger(),
    botToken: BOT_TOKEN,
    web: LOCAL_WEB,
    webhooks: {
      seal: createSecretSeal('a-key-for-tests-of-at-least-32-characters'),
      send: async () => ({ answered: true, status: 204, body: '' }),
      allowPrivateAddresses: false,
    },
    tokenBudget: 1e12,
  });
  const query: ActWorld['query'] = async (document, variables, asker) => {
    const response = await server.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headersOf(askers[asker]) },
        body: JSON.stringify({ query: document, variables }),
      }),
    );
    const { data, errors } = await response.json();
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    api,
    feed,
    query,
    async act(name, input, asker = 'operator token') {
      const type = String(fieldOf(name).args[0]?.type);
      const document = `mutation ($input: ${type}) { result: ${name}(input: $input) ${selectResult(name)} }`;
      const { result } = await query(document, { input: { idempotencyKey: randomUUID(), ...input } }, asker);
      if ('code' in result) throw new Error(`${name}: ${JSON.stringify(result)}`);
      return result;
    },
  };
}

const document = documentInput();
const other = { ...documentInput({ title: 'Something else' }), contentWarnings: ['War'] };
const head = (expectedRevision = 1) => ({ slug: 'riyadh', expectedRevision });
const reason = 'Because.';

async function draft({ act }: ActWorld): Promise<object> {
  await act('createBriefing', { slug: 'riyadh', document });
  return head();
}

async function submitted(world: ActWorld): Promise<object> {
  const move = await draft(world);
  await world.act('submitForReview', move);
  return move;
}

async function approved(world: ActWorld): Promise<object> {
  const move = await submitted(world);
  await world.act('approveBriefing', move);
  return move;
}

async function published(world: ActWorld): Promise<object> {
  const move = await approved(world);
  await world.act('publishBriefing', move);
  return move;
}

/** Signed by somebody else, published, and edited again. */
async function goOn({ act }: ActWorld): Promise<void> {
  await act('editBriefing', { ...head(2), document, reason });
  await act('submitForReview', head(3));
  await act('approveBriefing', head(3));
  await act('publishBriefing', head(3));
}

const edit = ({ act }: ActWorld) =>
  act('editBriefing', { ...head(), document: other, reason: 'More is known.' });

const entry = { slug: 'who', question: 'Who met?', answer: 'They **did**.', language: 'en' };

async function faq({ act }: ActWorld): Promise<{ slug: string; expectedRevision: number }> {
  await act('createFaqEntry', { ...entry, aliases: ['Who was there?'], publish: true });
  return { slug: 'who', expectedRevision: 2 };
}

/** Says something else, signed and pinned by another, and votes are cast. */
async function rewrite({ act }: ActWorld, first: Answered): Promise<void> {
  const next = { question: 'Where?', answer: 'There.', language: 'de', aliases: ['In which town?'] };
  const { revision } = first.entry ?? first;
  await act('editFaqEntry', { slug: first.slug ?? 'who', expectedRevision: revision, ...next, verify: true });
  await act('pinFaqEntry', { slug: first.slug ?? 'who', pinned: first.entry?.pinned !== true });
}

async function vote({ act }: ActWorld): Promise<void> {
  await act('voteFaqEntry', { slug: 'who', helpful: false }, 'reader token');
}

const schedule = { channelId: '1336000000000000700', localTime: '09:00', timeZone: 'UTC' };
const change = (world: ActWorld, name: string, scheduleId: string) =>
  world.act(name, { scheduleId }, 'moderator');

async function scheduled({ act }: ActWorld): Promise<{ scheduleId: string }> {
  const { id: scheduleId } = await act('createDigestSchedule', schedule, 'moderator');
  return { scheduleId };
}

async function due(world: ActWorld): Promise<object> {
  await published(world);
  await scheduled(world);
  world.api.clock.pass(3_600_000);
  return { limit: 10 };
}

async function claimed(world: ActWorld): Promise<{ deliveryId: string; leaseToken: string }> {
  const { deliveries } = await world.act('claimDeliveries', await due(world), 'bot');
  const [{ delivery, leaseToken }] = deliveries;
  return { deliveryId: delivery.deliveryId, leaseToken };
}

async function followed({ act, feed }: ActWorld): Promise<{ feedId: string }> {
  feed.show({ id: 'a' });
  const { feed: added } = await act('addFeed', { url: feed.url });
  return { feedId: added.id };
}

async function broken({ act, feed }: ActWorld, feedId: string): Promise<void> {
  feed.answer((_request, response) => void response.writeHead(500).end());
  await act('checkFeed', { feedId });
  await act('disableFeed', { feedId });
}

async function article({ api }: ActWorld): Promise<{ articleId: string }> {
  const text = '# The harbour toll\n\n## Background\n\nThe ferries pay it.\n';
  await api.db.orm.insert(articles).values({
    id: 'toll',
    communityId: 'library',
    title: 'The harbour toll',
    text,
    contentHash: 'h',
    fileName: 'toll.md',
    state: 'NEW',
    importedAt: api.act().now,
  });
  return { articleId: 'toll' };
}

async function webhook({ act }: ActWorld): Promise<{ webhookId: string }> {
  const added = await act('addWebhook', { url: 'https://example.org/hook', communityId: 'library' });
  return { webhookId: added.webhook.id };
}

async function delivered(world: ActWorld): Promise<object> {
  await published(world);
  const { webhookId } = await webhook(world);
  const [told] = await world.api.db.orm.select().from(changes).limit(1);
  const row = { id: 'd', webhookId, changeId: told?.id ?? 0, state: 'DELIVERED' as const, attempt: 1 };
  await world.api.db.orm.insert(webhookDeliveries).values({ ...row, status: 200 });
  return { deliveryId: 'd' };
}

/** The id of a question that was handed in. */
async function asked({ act, query }: ActWorld): Promise<string> {
  await act('askQuestion', { question: 'Who pays?', handIn: true }, 'member');
  const { questions } = await query('{ questions(first: 1) { edges { node { id } } } }', {}, 'moderator');
  return questions.edges[0].node.id;
}

async function reported(world: ActWorld): Promise<object> {
  await published(world);
  return { briefing: 'riyadh', kind: 'ERROR', text: 'It was five hours.' };
}

const grading = { claimId: 'c1', status: 'VERIFIED', credibility: 1, reason };
const regrade = ({ act }: ActWorld) =>
  act('gradeClaim', { ...head(2), ...grading, status: 'DISPUTED', credibility: 4 });

const ENTRIES: Record<string, RepeatedAct> = {
  createFaqEntry: {
    prepare: async () => ({ ...entry, verify: true, generatedBy: 'MODEL' }),
    disturb: rewrite,
  },
  editFaqEntry: {
    prepare: async (world) => ({ ...(await faq(world)), ...entry, answer: 'Nobody knows.' }),
    disturb: async (world, first) => {
      await vote(world);
      await rewrite(world, first);
    },
  },
  publishFaqEntry: {
    prepare: async ({ act }) => {
      await act('createFaqEntry', entry);
      return { slug: 'who', expectedRevision: 1 };
    },
    disturb: rewrite,
  },
  addFaqAlias: {
    prepare: async (world) => ({ ...(await faq(world)), alias: 'Which ones?' }),
    disturb: rewrite,
  },
  removeFaqAlias: {
    prepare: async (world) => ({ ...(await faq(world)), alias: 'who was there' }),
    disturb: rewrite,
  },
  verifyFaqEntry: {
    prepare: async (world) => ({ ...(await faq(world)), expectedRevision: 2, reviewIntervalDays: 1 }),
    disturb: async (world, first) => {
      await rewrite(world, first);
      // By then its review is overdue.
      world.api.clock.jumpTo('2025-02-25T08:00:00Z');
    },
  },
  pinFaqEntry: { prepare: async (world) => ({ ...(await faq(world)), pinned: true }), disturb: rewrite },
  markFaqEntryObsolete: {
    prepare: async (world) => ({ ...(await faq(world)), expectedRevision: 2 }),
    disturb: async (world, first) => {
      const restored = await world.act('restoreFaqEntry', { slug: 'who' });
      await rewrite(world, { ...first, ...restored });
    },
  },
  restoreFaqEntry: {
    prepare: async (world) => {
      await faq(world);
      await world.act('markFaqEntryObsolete', { slug: 'who', expectedRevision: 2 });
      return { slug: 'who' };
    },
    disturb: rewrite,
  },
  voteFaqEntry: {
    by: 'member',
    prepare: async (world) => {
      await faq(world);
      await vote(world);
      return { slug: 'who', helpful: true };
    },
    disturb: async (world, first) => {
      await world.act('voteFaqEntry', { slug: 'who', helpful: null }, 'member');
      await rewrite(world, first);
    },
  },
};

const BRIEFINGS: Record<string, RepeatedAct> = {
  createBriefing: { prepare: async () => ({ slug: 'riyadh', document }), disturb: edit },
  editBriefing: {
    prepare: async (world) => {
      await published(world);
      return { ...head(), document: other, reason };
    },
    disturb: async (world) => {
      await world.act('submitForReview', head(2));
      await world.act('approveBriefing', head(2));
      await world.act('publishBriefing', head(2));
    },
  },
  submitForReview: { prepare: draft, disturb: ({ act }) => act('approveBriefing', head()) },
  approveBriefing: {
    prepare: submitted,
    disturb: ({ act }) => act('publishBriefing', { ...head(), at: '2025-02-19T08:00:00Z' }),
  },
  sendBackBriefing: {
    prepare: async (world) => ({ ...(await approved(world)), reason }),
    disturb: async ({ act }) => {
      await act('submitForReview', head());
      await act('approveBriefing', head());
    },
  },
  publishBriefing: {
    prepare: approved,
    disturb: async (world) => {
      await edit(world);
      await goOn(world);
    },
  },
  scheduleArchival: {
    prepare: async (world) => {
      await published(world);
      return { ...head(1), at: '2025-03-01T00:00:00Z', reason };
    },
    disturb: ({ act }) => act('archiveBriefing', { ...head(1), reason }),
  },
  retractBriefing: {
    prepare: async (world) => {
      await published(world);
      return { ...head(1), reason };
    },
  },
  archiveBriefing: {
    prepare: async (world) => {
      await published(world);
      return { ...head(1), reason };
    },
  },
  correctBriefing: {
    prepare: async (world) => ({ ...(await published(world)), wrong: 'four', right: 'five', reason }),
    disturb: regrade,
  },
  gradeClaim: {
    prepare: async (world) => ({ ...(await published(world)), ...grading, reliability: 'B' }),
    disturb: regrade,
  },
  recordOutcome: {
    prepare: async (world) => {
      const move = await published(world);
      return { ...move, scenarioId: 's1', text: 'They signed.', verdict: 'HAPPENED' };
    },
    disturb: regrade,
  },
  linkTranslation: {
    prepare: async (world) => {
      await draft(world);
      await world.act('createBriefing', { slug: 'riad', document: { ...document, language: 'de' } });
      return { slug: 'riad', expectedRevision: 1, translationOf: 'riyadh' };
    },
    disturb: ({ act }) =>
      act('editBriefing', {
        slug: 'riad',
        expectedRevision: 2,
        document: { ...other, language: 'de' },
        reason,
      }),
  },
  redactBriefing: {
    prepare: async (world) => {
      await published(world);
      return { slug: 'riyadh', passage: 'four hours', reason };
    },
    disturb: edit,
  },
  redactFaqEntry: {
    prepare: async (world) => {
      await faq(world);
      return { slug: 'who', passage: 'Who', reason };
    },
    disturb: (world) => rewrite(world, { slug: 'who', revision: 3 }),
  },
};

const INTAKE: Record<string, RepeatedAct> = {
  importArticle: {
    prepare: async () => ({ text: '# The toll\n\n## Background\n\nThe ferries pay it.\n', name: 'toll.md' }),
    disturb: ({ act }, { briefing: { slug } }) =>
      act('editBriefing', { slug, expectedRevision: 1, document, reason }),
  },
  draftFromArticle: {
    prepare: article,
    disturb: ({ act }, { briefing: { slug } }) =>
      act('editBriefing', { slug, expectedRevision: 1, document, reason }),
  },
  dismissArticle: {
    prepare: async (world) => ({ ...(await article(world)), reason }),
    disturb: ({ act }) => act('draftFromArticle', { articleId: 'toll' }),
  },
  addFeed: {
    prepare: async ({ feed }) => {
      feed.show({ id: 'a' });
      return { url: feed.url };
    },
    disturb: (world, { feed }) => broken(world, feed.id),
  },
  checkFeed: {
    prepare: async (world) => {
      const which = await followed(world);
      world.feed.show({ id: 'a' }, { id: 'b' });
      return which;
    },
    disturb: (world, { feed }) => broken(world, feed.id),
  },
  disableFeed: {
    prepare: followed,
    disturb: ({ act }, { feed }) => act('enableFeed', { feedId: feed.id }),
  },
  enableFeed: {
    prepare: async (world) => {
      const which = await followed(world);
      await broken(world, which.feedId);
      return which;
    },
    disturb: ({ act }, { feed }) => act('removeFeed', { feedId: feed.id }),
  },
  removeFeed: { prepare: followed },
  reportContent: {
    by: 'member',
    prepare: reported,
    disturb: ({ act }, { reportId }) => act('closeReport', { reportId, outcome: 'RESOLVED', note: 'Done.' }),
  },
  askQuestion: {
    by: 'member',
    prepare: async () => ({ question: 'Who pays?', handIn: true }),
    disturb: async ({ act, query }) => {
      const asked = await query('{ questions(first: 1) { edges { node { id } } } }', {}, 'moderator');
      await act('dismissQuestion', { questionId: asked.questions.edges[0].node.id }, 'moderator');
    },
  },
  answerQuestion: {
    by: 'moderator',
    prepare: async (world) => ({ questionId: await asked(world), answer: 'All.' }),
    disturb: ({ act }, { entry: { slug, revision } }) =>
      act('markFaqEntryObsolete', { slug, expectedRevision: revision }, 'moderator'),
  },
  dismissQuestion: {
    by: 'moderator',
    prepare: async (world) => ({ questionId: await asked(world) }),
    disturb: ({ act }) => act('askQuestion', { question: 'Who pays?' }, 'member'),
  },
  closeReport: {
    prepare: async (world) => {
      const { reportId } = await world.act('reportContent', await reported(world), 'member');
      return { reportId, outcome: 'DISMISSED', note: 'It was four.' };
    },
  },
};

const SERVERS: Record<string, RepeatedAct> = {
  registerCommunity: {
    by: 'bot',
    prepare: async () => ({ guildId: FORUM, name: 'Forum', locale: 'fr' }),
    disturb: ({ act }) => act('registerCommunity', { guildId: FORUM, name: 'Club', locale: 'de' }, 'bot'),
  },
  changeCommunitySettings: {
    by: 'moderator',
    prepare: async (world) => {
      await published(world);
      return { timeZone: 'Europe/Berlin', hiddenTopics: ['diplomacy'], hiddenWarnings: ['War'] };
    },
    disturb: ({ act }) =>
      act('changeCommunitySettings', { timeZone: 'UTC', hiddenTopics: [], locale: 'de' }, 'moderator'),
  },
  createDigestSchedule: {
    by: 'moderator',
    prepare: async () => schedule,
    disturb: (world, { id }) => change(world, 'pauseDigestSchedule', id),
  },
  pauseDigestSchedule: {
    by: 'moderator',
    prepare: scheduled,
    disturb: (world, { id }) => change(world, 'resumeDigestSchedule', id),
  },
  resumeDigestSchedule: {
    by: 'moderator',
    prepare: async (world) => {
      const which = await scheduled(world);
      await change(world, 'pauseDigestSchedule', which.scheduleId);
      return which;
    },
    disturb: (world, { id }) => change(world, 'removeDigestSchedule', id),
  },
  removeDigestSchedule: { by: 'moderator', prepare: scheduled },
  claimDeliveries: {
    by: 'bot',
    prepare: due,
    disturb: async ({ act }, { deliveries }) => {
      const [{ delivery, leaseToken }] = deliveries;
      const { deliveryId } = delivery;
      await act('recordDelivery', { deliveryId, leaseToken, outcome: 'RETRY' }, 'bot');
    },
  },
  recordDelivery: {
    by: 'bot',
    prepare: async (world) => ({ ...(await claimed(world)), outcome: 'RETRY', reason: 'Later.' }),
    disturb: async ({ act, api }) => {
      api.clock.pass(60_000);
      await act('claimDeliveries', { limit: 10 }, 'bot');
    },
  },
  addWebhook: {
    prepare: async () => ({ url: 'https://example.org/hook', communityId: 'library' }),
    disturb: ({ act }, { webhook: { id } }) => act('changeWebhook', { webhookId: id, enabled: false }),
  },
  changeWebhook: {
    prepare: async (world) => ({ ...(await webhook(world)), kinds: ['BRIEFING_UPDATED'], newSecret: true }),
    disturb: ({ act }, { webhook: { id } }) => act('removeWebhook', { webhookId: id }),
  },
  removeWebhook: { prepare: webhook },
  testWebhook: {
    prepare: webhook,
    disturb: async (world) => world.api.clock.pass(60_000),
  },
  redeliverWebhook: {
    prepare: delivered,
    disturb: ({ api }) => api.db.orm.update(webhookDeliveries).set({ state: 'FAILED', attempt: 3 }),
  },
};

export const REPEATED_ACTS = { ...BRIEFINGS, ...ENTRIES, ...INTAKE, ...SERVERS };
export const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {});
