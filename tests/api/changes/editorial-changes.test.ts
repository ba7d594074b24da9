import { expect, test } from 'vitest';
import { composePublication } from '@communique/api/briefings/compose-publication';
import { readHead } from '@communique/api/briefings/read-head';
import { findContentState } from '@communique/api/changes/find-content-state';
import { listChanges } from '@communique/api/changes/list-changes';
import { withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { published, publishedEntry } from '../../support/records.ts';

async function told({ db }: TestApi) {
  const changes = await listChanges(db, null, { kinds: [], after: [0], limit: 100 });
  return changes.map(({ kind, revision, reason }) => [kind, revision, reason]);
}

test('what editors change for readers is in the feed, once each', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const operator = await withToken(api, 'OPERATOR');
    await publishedByEditor(query, 'riyadh');
    const slug = 'riyadh';
    const correction = { wrong: 'four hours', right: 'five hours', reason: 'Misheard.' };
    await mutate(query, 'correctBriefing', { slug, expectedRevision: 1, ...correction });
    const graded = { claimId: 'c1', status: 'VERIFIED', credibility: 1, reason: 'On tape.' };
    await mutate(query, 'gradeClaim', { slug, expectedRevision: 2, ...graded }, '__typename');
    const outcome = { scenarioId: 's1', text: 'There was one.', verdict: 'HAPPENED' };
    await mutate(query, 'recordOutcome', { slug, expectedRevision: 3, ...outcome }, '__typename');
    const redaction = { passage: 'Misheard', reason: 'A name.' };
    await mutate(operator.query, 'redactBriefing', { slug, ...redaction }, '__typename');
    await mutate(query, 'archiveBriefing', { slug, expectedRevision: 4, reason: 'Over.' });
    expect(await told(api)).toEqual([
      ['BRIEFING_PUBLISHED', 1, null],
      ['BRIEFING_CORRECTED', 2, '█████.'],
      ['BRIEFING_CORRECTED', 3, 'On tape.'],
      ['BRIEFING_UPDATED', 4, null],
      ['BRIEFING_UPDATED', 4, null],
      ['BRIEFING_WITHDRAWN', null, 'Over.'],
    ]);
  }));

test('so is what becomes of FAQ entries, and search in memory knows which are pinned', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedEntry(api, { slug: 'who' });
    const sequence = () =>
      api.db.orm.all<{ last: number }>('select max(sequence) as last from search_changes')[0]?.last ?? 0;
    const before = sequence();
    await mutate(query, 'pinFaqEntry', { slug: 'who', pinned: true }, '__typename');
    expect(sequence()).toBe(before + 1);
    await mutate(query, 'markFaqEntryObsolete', { slug: 'who', expectedRevision: 3 }, '__typename');
    expect((await told(api)).map(([kind]) => kind)).toEqual([
      'FAQ_ENTRY_PUBLISHED',
      'FAQ_ENTRY_UPDATED',
      'FAQ_ENTRY_OBSOLETED',
    ]);
  }));

test('an answer is over when something is to be published or archived', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const next = async () => (await findContentState(api.db, null, api.clock.now())).nextTimedChange;
    await published(api, 'old');
    expect(await next()).toBeNull();
    const archival = new Date('2025-02-18T10:00:00Z');
    await mutate(query, 'scheduleArchival', {
      slug: 'old',
      expectedRevision: 1,
      at: archival.toISOString(),
      reason: 'Over.',
    });
    expect(await next()).toEqual(archival);
    await mutate(query, 'createBriefing', { slug: 'new', document: documentInput() });
    const move = { slug: 'new', expectedRevision: 1 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    await mutate(query, 'publishBriefing', { ...move, at: '2025-02-18T09:00:00Z' });
    expect(await next()).toEqual(new Date('2025-02-18T09:00:00Z'));
  }));

test('a head that was sent back meanwhile is not published', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    const move = { slug: 'riyadh', expectedRevision: 1 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    const { briefing, revision } = await readHead(api.db, { communityId: 'library', slug: 'riyadh' });
    await mutate(query, 'sendBackBriefing', { ...move, reason: 'Not yet.' });
    const statements = composePublication(api.db.orm, { briefing, revision, entries: [] }, api.act());
    await expect(api.db.write(statements)).rejects.toThrow();
    expect(await told(api)).toEqual([]);
  }));
