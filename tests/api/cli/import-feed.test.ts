import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { communique } from '../../support/communique-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FEEDS = join(import.meta.dirname, '../../fixtures/feeds');

describe('import of a feed', { timeout: 60_000 }, () => {
  test('drafts every item as a document of its own', async () => {
    const file = join(FEEDS, 'harbour.rss');
    const { code, stdout } = await communique('', 'import', '--dry-run', '--json', file);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        path: `${file}#1`,
        title: 'Toll talks go on again',
        titleIsProposed: false,
        counts: { sections: 1, points: 2, topics: 2 },
      },
      { path: `${file}#2`, title: 'No date that anybody knows' },
      { path: `${file}#3`, titleIsProposed: true },
    ]);
  });

  test('an item without text is named, and keeps no other from coming in', async () => {
    const file = join(temporaryFolder(), 'news.xml');
    writeFileSync(
      file,
      '<rss version="2.0"><channel><item><title>Nothing more</title></item><item><title>Words</title><description>A few words.</description></item></channel></rss>',
    );
    const { code, stdout, stderr } = await communique('', 'import', '--dry-run', file);
    expect(code).toBe(1);
    expect(stdout).toContain('# Words');
    expect(stderr).toMatch(/news\.xml#1: it has a title but no text/);
  });

  test('finds feeds in folders by what they say, and no other XML or JSON', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.hidden'));
    cpSync(join(FEEDS, 'quay.json'), join(folder, 'feed.json'));
    cpSync(join(FEEDS, 'strait.atom'), join(folder, 'index.xml'));
    cpSync(join(FEEDS, 'strait.atom'), join(folder, '.hidden', 'index.xml'));
    writeFileSync(join(folder, 'package.json'), '{"version":"1.0.0"}');
    writeFileSync(join(folder, 'sitemap.xml'), '<urlset></urlset>');
    const { code, stdout } = await communique('', 'import', '--dry-run', '--json', folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { path: join(folder, 'feed.json#1') },
      { path: join(folder, 'feed.json#2') },
      { path: join(folder, 'index.xml#1') },
      { path: join(folder, 'index.xml#2') },
    ]);
  });
});
