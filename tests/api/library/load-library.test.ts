import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { contentVersions } from '@communique/api/database/tables';
import { loadLibrary } from '@communique/api/library/load-library';
import { withApi } from '../../support/api.ts';
import { drafted, tableCounts } from '../../support/records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const LIBRARY = fileURLToPath(new URL('../../../packages/api/src/library/', import.meta.url));

test('an empty database gets the whole demo library in one write, published', () =>
  withApi(async (api) => {
    const loaded = await loadLibrary(api.db, api.act());
    if (loaded.outcome !== 'loaded') throw new TypeError(loaded.outcome);
    expect(loaded.briefings).toBeGreaterThanOrEqual(5);
    expect(loaded.entries).toBeGreaterThanOrEqual(20);
    const { data, errors } = await api.query(`{
      briefings(first: 100) { edges { node { slug claims { status } sections { blocks { __typename } } faq(first: 100) { edges { node { slug } } } } } }
      faqEntries(first: 100) { edges { node { slug stale briefing { slug } } } }
      topics(first: 100) { edges { node { slug } } }
      search(query: "new start", first: 5) { slug }
    }`);
    expect(errors).toEqual([]);
    expect(data.briefings.edges).toHaveLength(loaded.briefings);
    expect(data.faqEntries.edges).toHaveLength(loaded.entries);
    expect(data.search.length).toBeGreaterThan(0);
    expect(data.faqEntries.edges.filter(({ node }: { node: { stale: boolean } }) => node.stale)).toEqual([]);
    expect(await api.db.orm.select().from(contentVersions)).toMatchObject([{ communityId: 'library' }]);
  }));

test('it is loaded once, and never again over what editors made of it', () =>
  withApi(async (api) => {
    await loadLibrary(api.db, api.act());
    await retractBriefing(
      api.db,
      { communityId: 'library', slug: 'lavrov-signals-progress', reason: 'Test.' },
      api.act(),
    );
    const before = tableCounts(api);
    expect(await loadLibrary(api.db, api.act())).toEqual({ outcome: 'loaded before' });
    expect(tableCounts(api)).toEqual(before);
  }));

test('a library that holds anything is left alone', () =>
  withApi(async (api) => {
    await drafted(api, 'own-work');
    const before = tableCounts(api);
    expect(await loadLibrary(api.db, api.act())).toEqual({ outcome: 'library not empty' });
    expect(tableCounts(api)).toEqual(before);
  }));

test('two programs that load it at the same time load it once', () =>
  withApi(async (api) => {
    const outcomes = await Promise.all([1, 2].map(() => loadLibrary(api.db, api.act())));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['loaded', 'loaded before']);
  }));

test('two entries with one wording and nothing is loaded', () =>
  withApi(async (api) => {
    const folder = temporaryFolder();
    for (const part of ['briefings', 'faq'])
      cpSync(join(LIBRARY, part), join(folder, part), { recursive: true });
    writeFileSync(
      join(folder, 'faq', 'zz.md'),
      '---\nkind: faq\nslug: zz\nlanguage: en\naliases: [New START]\n---\n\n# What?\n\nThis.\n',
    );
    const before = tableCounts(api);
    await expect(loadLibrary(api.db, api.act(), folder)).rejects.toThrow(
      'The FAQ entries "what-is-new-start" and "zz" are both called "new start"',
    );
    expect(tableCounts(api)).toEqual(before);
  }));

test('one broken file and nothing is loaded', () =>
  withApi(async (api) => {
    const folder = temporaryFolder();
    for (const part of ['briefings', 'faq'])
      cpSync(join(LIBRARY, part), join(folder, part), { recursive: true });
    writeFileSync(
      join(folder, 'faq', 'zz.md'),
      '---\nkind: faq\nslug: zz\nlanguage: en\nbriefing: nowhere\n---\n\n# What?\n\nThis.\n',
    );
    const before = tableCounts(api);
    await expect(loadLibrary(api.db, api.act(), folder)).rejects.toThrow(
      'a briefing "nowhere" that is not there',
    );
    expect(tableCounts(api)).toEqual(before);
  }));
