/** Mutations that name a thing by its id: whose it is decides, whatever community the request says. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schema } from '@communique/api/graphql/schema';
import { withApi, type TestApi } from '../../support/api.ts';
import type { Asker } from '../../support/ask-api.ts';
import { askersOf, ASKERS, EDITS, TARGETS, type AskerName, type Target } from '../../support/askers.ts';
import { addFeed, article, question, report, schedule, webhook } from '../../support/kept-things.ts';
import { published, tableCounts } from '../../support/records.ts';

interface Things {
  communityId: string;
  scheduleId: string;
  articleId: string;
  feedId: string;
  webhookId: string;
  reportId: string;
  questionId: string;
}

type Rule = (asker: AskerName, target: Target) => boolean;
const editors: Rule = (asker, target) => EDITS[asker].includes(target);
const moderators: Rule = (asker, target) =>
  asker.startsWith('moderator') && target === (asker === 'moderator of another server' ? 'other' : 'own');
const keepers: Rule = (asker, target) => asker === 'operator token' || moderators(asker, target);

interface Row {
  allowed: Rule;
  /** `communityId` is the one that the request names. */
  args: (things: Things, communityId: string) => object;
}

const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });
const ROWS: Record<string, Row> = {
  pauseDigestSchedule: { allowed: moderators, args: ({ scheduleId }) => keyed({ scheduleId }) },
  removeDigestSchedule: { allowed: moderators, args: ({ scheduleId }) => keyed({ scheduleId }) },
  closeReport: {
    allowed: editors,
    args: ({ reportId }, communityId) => keyed({ reportId, communityId, outcome: 'DISMISSED', note: 'x' }),
  },
  answerQuestion: {
    allowed: editors,
    args: ({ questionId }, communityId) => keyed({ questionId, communityId, answer: 'x' }),
  },
  dismissQuestion: {
    allowed: editors,
    args: ({ questionId }, communityId) => keyed({ questionId, communityId }),
  },
  draftFromArticle: {
    allowed: editors,
    args: ({ articleId }, communityId) => keyed({ articleId, communityId }),
  },
  dismissArticle: {
    allowed: editors,
    args: ({ articleId }, communityId) => keyed({ articleId, communityId }),
  },
  disableFeed: { allowed: editors, args: ({ feedId }, communityId) => keyed({ feedId, communityId }) },
  removeFeed: { allowed: editors, args: ({ feedId }, communityId) => keyed({ feedId, communityId }) },
  removeWebhook: { allowed: keepers, args: ({ webhookId }) => keyed({ webhookId }) },
};

describe.each(Object.entries(ROWS))('%s', (name, { allowed, args }) => {
  test('reaches what is theirs, and nothing that is not', () =>
    withApi(async (api) => {
      const { askers, things } = await fill(api);
      const before = stored(api);
      for (const [asker, target] of everyPair()) {
        if (allowed(asker, target) || (target === 'library' && name.endsWith('Schedule'))) continue;
        for (const communityId of Object.values(TARGETS)) {
          const outcome = await ask(api, askers[asker], name, args(things[target], communityId));
          expect([asker, target, outcome]).toEqual([
            asker,
            target,
            expect.stringMatching(/^NOT_(ALLOWED|FOUND)$/),
          ]);
        }
      }
      expect(stored(api)).toBe(before);
      for (const target of ['own', 'other'] as const) {
        const asker = ASKERS.find((each) => allowed(each, target)) ?? 'anonymous';
        const outcome = await ask(api, askers[asker], name, args(things[target], TARGETS[target]));
        // What an article made already is not dismissed or drafted again: it was found, which is what is asked here.
        expect([asker, target, outcome]).toEqual([asker, target, expect.stringMatching(/^(data|CONFLICT)$/)]);
      }
    }));
});

function everyPair(): [AskerName, Target][] {
  const targets = ['own', 'other', 'library'] as const;
  return ASKERS.flatMap((asker) => targets.map((target): [AskerName, Target] => [asker, target]));
}

async function fill(
  api: TestApi,
): Promise<{ askers: Record<AskerName, Asker>; things: Record<Target, Things> }> {
  for (const communityId of Object.values(TARGETS)) await published(api, 'riyadh', { communityId });
  const askers = await askersOf(api);
  const of = async (target: Target): Promise<Things> => thingsOf(api, askers, target);
  return { askers, things: { own: await of('own'), other: await of('other'), library: await of('library') } };
}

async function thingsOf(api: TestApi, askers: Record<AskerName, Asker>, target: Target): Promise<Things> {
  const communityId = TARGETS[target];
  const moderator = api.as(askers[target === 'other' ? 'moderator of another server' : 'moderator']);
  const operator = api.as(askers['operator token']);
  await published(api, `of-${target}`, { communityId });
  await report(moderator, `of-${target}`);
  const query = 'query ($id: String) { reports(first: 1, communityId: $id) { edges { node { id } } } }';
  const { data } = await operator(query, { id: communityId });
  await addFeed(api, communityId, `feed-${target}`);
  return {
    communityId,
    scheduleId: target === 'library' ? 'none' : await schedule(moderator, '1336000000000000700'),
    articleId: await article(operator, communityId, target),
    feedId: `feed-${target}`,
    webhookId: await webhook(api, communityId, target),
    reportId: data.reports.edges[0].node.id,
    questionId: await question(api, communityId, `Why ${target}?`),
  };
}

async function ask(api: TestApi, asker: Asker, name: string, args: object): Promise<string> {
  const parameters = schema.getMutationType()?.getFields()[name]?.args ?? [];
  const declared = parameters.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = parameters.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const { data, errors } = await api.as(asker)(
    `mutation (${declared}) { result: ${name}(${passed}) { __typename ... on Error { code } } }`,
    args,
  );
  return errors[0]?.extensions?.code ?? data.result.code ?? 'data';
}

/** All that is stored. */
function stored({ db }: TestApi): string {
  return JSON.stringify(
    Object.keys(tableCounts({ db })).map((name) => db.orm.all(`select * from "${name}"`)),
  );
}
