/** What is planned happens when it was planned, and not when somebody looks. */
import { expect, test, vi } from 'vitest';
import { keepRunningTimedChanges } from '@communique/api/briefings/keep-running-timed-changes';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';

const READ = `{ briefing(slug: "riyadh") { __typename ... on BriefingReady { briefing { publishedAt updatedAt } }
  ... on BriefingWithdrawn { withdrawnAt } } }`;

const HOUR = 60 * 60 * 1000;
const move = { slug: 'riyadh', expectedRevision: 1 };

function withApproved(run: (api: TestApi, query: TestApi['query']) => Promise<void>): Promise<void> {
  return withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    // Nothing here waits for a pass that comes by itself.
    const passes = keepRunningTimedChanges({ ...api, logger: createSilentLogger() }, { atMost: 24 * HOUR });
    try {
      await run(api, query);
    } finally {
      await passes.stop();
    }
  });
}

const after = ({ clock }: TestApi, milliseconds: number) =>
  new Date(clock.now().getTime() + milliseconds).toISOString();

test('a plan that is made while the program runs is carried out at its instant', () =>
  withApproved(async (api, query) => {
    const at = after(api, 20);
    await mutate(query, 'publishBriefing', { ...move, at });
    api.clock.pass(25);
    const published = { __typename: 'BriefingReady', briefing: { publishedAt: at, updatedAt: at } };
    await vi.waitFor(async () => expect((await api.query(READ)).data.briefing).toEqual(published), {
      interval: 5,
      timeout: 5_000,
    });
    const end = after(api, 20);
    await mutate(query, 'scheduleArchival', {
      slug: 'riyadh',
      expectedRevision: 1,
      at: end,
      reason: 'Over.',
    });
    api.clock.pass(30);
    const withdrawn = { __typename: 'BriefingWithdrawn', withdrawnAt: end };
    await vi.waitFor(async () => expect((await api.query(READ)).data.briefing).toEqual(withdrawn), {
      interval: 5,
      timeout: 5_000,
    });
  }));

test('after a clock that was moved and after a time of rest, readers are told the instant that was planned', () =>
  withApproved(async (api, query) => {
    const at = after(api, HOUR);
    await mutate(query, 'publishBriefing', { ...move, at });
    api.clock.pass(3 * HOUR);
    const passes = keepRunningTimedChanges({ ...api, logger: createSilentLogger() });
    const published = { __typename: 'BriefingReady', briefing: { publishedAt: at, updatedAt: at } };
    await vi.waitFor(async () => expect((await api.query(READ)).data.briefing).toEqual(published));
    await passes.stop();
    const operator = await withToken(api, 'OPERATOR');
    const { data } = await operator.query('{ auditLog(first: 2) { edges { node { action at } } } }');
    expect(data.auditLog.edges[1].node).toEqual({ action: 'briefing.publish', at: after(api, 0) });
  }));
