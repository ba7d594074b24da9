/** Role × mutation × whose content: every mutation there is, asked by everybody there is, for their own server, another and the library. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schema } from '@communique/api/graphql/schema';
import { FORUM, withApi, type TestApi } from '../../support/api.ts';
import {
  ADA,
  askersOf,
  ASKERS,
  EDITS,
  NOWHERE,
  STRANGERS,
  TARGETS,
  type AskerName,
  type StrangerName,
  type Target,
} from '../../support/askers.ts';
import { documentInput } from '../../support/editing.ts';
import type { Asker } from '../../support/ask-api.ts';
import { published, tableCounts } from '../../support/records.ts';

type Rule = (asker: AskerName, target: Target) => boolean;
const editors: Rule = (asker, target) => EDITS[asker].includes(target);
const operators: Rule = (asker) => asker === 'operator token';
/** Everybody who can be told from others: whatever they name, it is looked for where they see it. */
const known: Rule = (asker) => asker !== 'anonymous' && asker !== 'bot' && asker !== 'bot token';
const bots: Rule = (asker) => asker === 'bot' || asker === 'bot token';
/** Their own server is never taken from the input, so it does not matter whose is named. */
const moderators: Rule = (asker) => asker.startsWith('moderator');
/** Moderators keep the webhooks of their own server, operators all; by id, those of others do not exist. */
const keepers: Rule = (asker, target) =>
  asker === 'operator token' ||
  (asker.startsWith('moderator') && target === (asker === 'moderator of another server' ? 'other' : 'own'));
const anyKeeper: Rule = (asker) => asker === 'operator token' || asker.startsWith('moderator');
const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });

interface Row {
  allowed: Rule;
  /** Beside slug, community and key. */
  input: object;
}

const NOBODYS = randomUUID();
const move = { expectedRevision: 1 };
const entry = { question: 'Who?', answer: 'They.', language: 'en' };
const document = documentInput();
const CONTENT: Record<string, Row> = {
  createBriefing: { allowed: editors, input: { slug: 'new', document } },
  editBriefing: { allowed: editors, input: { ...move, document, reason: 'x' } },
  submitForReview: { allowed: editors, input: move },
  approveBriefing: { allowed: editors, input: move },
  sendBackBriefing: { allowed: editors, input: { ...move, reason: 'x' } },
  publishBriefing: { allowed: editors, input: move },
  scheduleArchival: {
    allowed: editors,
    input: { expectedRevision: 1, at: '2025-03-01T00:00:00Z', reason: 'x' },
  },
  retractBriefing: { allowed: editors, input: { expectedRevision: 1, reason: 'x' } },
  archiveBriefing: { allowed: editors, input: { expectedRevision: 1, reason: 'x' } },
  correctBriefing: { allowed: editors, input: { ...move, wrong: 'four', right: 'five', reason: 'x' } },
  gradeClaim: {
    allowed: editors,
    input: { ...move, claimId: 'c1', status: 'VERIFIED', credibility: 1, reason: 'x' },
  },
  linkTranslation: { allowed: editors, input: { ...move, translationOf: 'other' } },
  recordOutcome: { allowed: editors, input: { ...move, scenarioId: 's1', text: 'x', verdict: 'HAPPENED' } },
  createFaqEntry: { allowed: editors, input: { slug: 'new', ...entry } },
  editFaqEntry: { allowed: editors, input: { ...move, ...entry } },
  publishFaqEntry: { allowed: editors, input: move },
  addFaqAlias: { allowed: editors, input: { alias: 'x' } },
  removeFaqAlias: { allowed: editors, input: { alias: 'x' } },
  restoreFaqEntry: { allowed: editors, input: {} },
  verifyFaqEntry: { allowed: editors, input: move },
  pinFaqEntry: { allowed: editors, input: { pinned: true } },
  markFaqEntryObsolete: { allowed: editors, input: move },
  redactBriefing: { allowed: operators, input: { passage: 'four hours', reason: 'x' } },
  redactFaqEntry: { allowed: operators, input: { passage: 'They', reason: 'x' } },
};

const key = () => ({ idempotencyKey: randomUUID() });
const SCHEDULE = { channelId: ADA, localTime: '09:00', timeZone: 'UTC' };
const OTHERS: Record<string, { allowed: Rule; args: (communityId: string) => object }> = {
  registerCommunity: {
    allowed: bots,
    args: (guildId) => keyed({ guildId: guildId === 'library' ? FORUM : guildId, name: 'x', locale: 'en' }),
  },
  changeCommunitySettings: {
    allowed: (asker, target) =>
      operators(asker, target) ||
      (moderators(asker, target) && (asker === 'moderator of another server') === (target === 'other')),
    // The library has no settings.
    args: (id) => ({
      input: { communityId: id === 'library' ? FORUM : id, idempotencyKey: randomUUID() },
    }),
  },
  createDigestSchedule: {
    allowed: moderators,
    args: () => ({ input: { ...SCHEDULE, idempotencyKey: randomUUID() } }),
  },
  pauseDigestSchedule: { allowed: moderators, args: () => keyed({ scheduleId: 'x' }) },
  resumeDigestSchedule: { allowed: moderators, args: () => keyed({ scheduleId: 'x' }) },
  removeDigestSchedule: { allowed: moderators, args: () => keyed({ scheduleId: 'x' }) },
  claimDeliveries: { allowed: bots, args: () => keyed({ limit: 1 }) },
  recordDelivery: {
    allowed: bots,
    args: () => keyed({ deliveryId: NOBODYS, leaseToken: NOBODYS, outcome: 'RETRY' }),
  },
  voteFaqEntry: {
    allowed: known,
    args: () => ({ input: { slug: 'riyadh', helpful: true, idempotencyKey: randomUUID() } }),
  },
  reportContent: {
    allowed: known,
    args: () => ({ input: { briefing: 'riyadh', kind: 'ERROR', idempotencyKey: randomUUID() } }),
  },
  closeReport: {
    allowed: editors,
    args: (communityId) => ({
      input: { reportId: 'x', communityId, outcome: 'DISMISSED', note: 'x', idempotencyKey: randomUUID() },
    }),
  },
  askQuestion: { allowed: known, args: () => keyed({ question: 'Why?' }) },
  answerQuestion: {
    allowed: editors,
    args: (communityId) => keyed({ questionId: 'x', communityId, answer: 'x' }),
  },
  dismissQuestion: { allowed: editors, args: (communityId) => keyed({ questionId: 'x', communityId }) },
  importArticle: {
    allowed: editors,
    args: (communityId) => ({ input: { text: 'A title\n\nIts words.', communityId, ...key() } }),
  },
  draftFromArticle: {
    allowed: editors,
    args: (communityId) => ({ input: { articleId: 'x', communityId, ...key() } }),
  },
  dismissArticle: {
    allowed: editors,
    args: (communityId) => ({ input: { articleId: 'x', communityId, ...key() } }),
  },
  addFeed: {
    allowed: editors,
    // Refused by its address: nothing is asked.
    args: (communityId) => ({ input: { url: 'http://127.0.0.2/feed', communityId, ...key() } }),
  },
  checkFeed: { allowed: editors, args: (communityId) => keyed({ feedId: 'x', communityId }) },
  enableFeed: { allowed: editors, args: (communityId) => keyed({ feedId: 'x', communityId }) },
  disableFeed: { allowed: editors, args: (communityId) => keyed({ feedId: 'x', communityId }) },
  removeFeed: { allowed: editors, args: (communityId) => keyed({ feedId: 'x', communityId }) },
  addWebhook: {
    allowed: keepers,
    args: (communityId) => keyed({ url: 'https://example.org/hook', communityId }),
  },
  changeWebhook: { allowed: anyKeeper, args: () => keyed({ webhookId: 'x', enabled: false }) },
  removeWebhook: { allowed: anyKeeper, args: () => keyed({ webhookId: 'x' }) },
  testWebhook: { allowed: anyKeeper, args: () => keyed({ webhookId: 'x' }) },
  redeliverWebhook: { allowed: anyKeeper, args: () => keyed({ deliveryId: 'x' }) },
};

/** All that is stored but the keys of requests, and how many acts are on record. */
function stored({ db }: TestApi): { content: string; acts: number } {
  const tables = Object.keys(tableCounts({ db })).filter(
    (name) => !/^(audit_log|idempotency_keys)$/.test(name),
  );
  const content = tables.map((name) => db.orm.all(`select * from "${name}"`));
  return { content: JSON.stringify(content), acts: tableCounts({ db })['audit_log'] ?? 0 };
}

const MUTATIONS = schema.getMutationType()?.getFields() ?? {};

async function ask(api: TestApi, asker: Asker, name: string, args: object): Promise<string> {
  const parameters = MUTATIONS[name]?.args ?? [];
  const declared = parameters.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = parameters.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const { data, errors } = await api.as(asker)(
    `mutation (${declared}) { result: ${name}(${passed}) { __typename ... on Error { code } } }`,
    args,
  );
  return errors[0]?.extensions?.code ?? errors[0]?.message ?? data.result.code ?? 'data';
}

async function fill(api: TestApi): Promise<Record<AskerName | StrangerName, Asker>> {
  for (const communityId of Object.values(TARGETS)) await published(api, 'riyadh', { communityId });
  return askersOf(api);
}

const argsOf = (name: string, communityId: string): object => {
  const content = CONTENT[name];
  if (content === undefined) return OTHERS[name]?.args(communityId) ?? {};
  return { input: { slug: 'riyadh', communityId, idempotencyKey: randomUUID(), ...content.input } };
};

test('every mutation is in this matrix', () => {
  expect(Object.keys({ ...CONTENT, ...OTHERS }).toSorted()).toEqual(Object.keys(MUTATIONS).toSorted());
});

describe.each(Object.entries({ ...CONTENT, ...OTHERS }))('%s', (name, { allowed }) => {
  test('is refused to everybody who may not, and changes nothing then', () =>
    withApi(async (api) => {
      const askers = await fill(api);
      const before = tableCounts(api);
      for (const asker of ASKERS) {
        for (const [target, communityId] of Object.entries(TARGETS) as [Target, string][]) {
          if (allowed(asker, target)) continue;
          const outcome = await ask(api, askers[asker], name, argsOf(name, communityId));
          expect(`${asker}, ${target}: ${outcome}`).toBe(`${asker}, ${target}: NOT_ALLOWED`);
        }
      }
      expect(tableCounts(api)).toEqual(before);
    }));

  test('is not refused to those who may, and whatever it changes is in the audit log', () =>
    withApi(async (api) => {
      const askers = await fill(api);
      for (const asker of ASKERS) {
        for (const [target, communityId] of Object.entries(TARGETS) as [Target, string][]) {
          if (!allowed(asker, target)) continue;
          const before = stored(api);
          const outcome = await ask(api, askers[asker], name, argsOf(name, communityId));
          expect(['data', 'CONFLICT', 'NOT_FOUND', 'INVALID_INPUT']).toContain(outcome);
          const after = stored(api);
          if (after.content !== before.content) expect(after.acts).toBeGreaterThan(before.acts);
        }
      }
    }));
});

describe.each(Object.keys({ ...CONTENT, ...OTHERS }))(
  '%s, by people of a server nobody registered',
  (name) => {
    test('changes nothing and says that the server is not known, or that they may not', () =>
      withApi(async (api) => {
        const askers = await fill(api);
        const before = stored(api);
        const outcomes = new Set<string>();
        for (const stranger of STRANGERS) {
          for (const communityId of [...Object.values(TARGETS), NOWHERE]) {
            outcomes.add(await ask(api, askers[stranger], name, argsOf(name, communityId)));
          }
        }
        // Webhooks are off here, which is said first.
        const refusals = new Set([
          'NOT_ALLOWED',
          'NOT_FOUND',
          ...(name.endsWith('Webhook') ? ['CONFLICT'] : []),
        ]);
        expect([...outcomes.difference(refusals)]).toEqual([]);
        expect(stored(api)).toEqual(before);
      }));
  },
);

test('people of a server nobody registered are told what to do', () =>
  withApi(async (api) => {
    const askers = await fill(api);
    for (const stranger of STRANGERS) {
      const { data } = await api.as(askers[stranger])(
        'mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { __typename ... on NotFoundError { message } } }',
        keyed({ question: 'Why?' }),
      );
      expect(data.askQuestion.message).toMatch(/does not know this server yet.*invite it again/);
    }
  }));

describe('what is not public', () => {
  test.each(['articles', 'feeds'])('%s are listed for those who edit, and for nobody else', (list) =>
    withApi(async (api) => {
      const askers = await fill(api);
      const query = `query ($communityId: String) { ${list}(first: 5, communityId: $communityId) { edges { node { id } } } }`;
      for (const asker of ASKERS) {
        for (const [target, communityId] of Object.entries(TARGETS) as [Target, string][]) {
          const { errors } = await api.as(askers[asker])(query, { communityId });
          const code = errors[0]?.extensions?.code;
          const expected = editors(asker, target) ? undefined : 'NOT_ALLOWED';
          expect(`${asker}, ${target}: ${code}`).toBe(`${asker}, ${target}: ${expected}`);
        }
      }
    }),
  );

  const DRAFT =
    'query ($communityId: String) { editorialBriefing(slug: "riyadh", communityId: $communityId) { __typename ... on Error { code } } }';
  const DRAFTS =
    'query ($communityId: String) { editorialBriefings(first: 5, communityId: $communityId) { edges { node { communityId } } } }';

  test('is shown to those who may edit it and to nobody else', () =>
    withApi(async (api) => {
      const askers = await fill(api);
      for (const asker of ASKERS) {
        for (const [target, communityId] of Object.entries(TARGETS) as [Target, string][]) {
          const one = await api.as(askers[asker])(DRAFT, { communityId });
          const all = await api.as(askers[asker])(DRAFTS, { communityId });
          const seen = one.data.editorialBriefing.__typename === 'EditorialBriefing';
          expect(`${asker}, ${target}: ${seen}`).toBe(`${asker}, ${target}: ${editors(asker, target)}`);
          expect(all.errors[0]?.extensions?.code).toBe(editors(asker, target) ? undefined : 'NOT_ALLOWED');
        }
      }
    }));
});
