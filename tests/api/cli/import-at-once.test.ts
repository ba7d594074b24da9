import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../repository/source-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PLACES = ['Harbour', 'Lighthouse', 'Market', 'Mill', 'Quarry', 'Station', 'Theatre', 'Well'];
const PROGRAM = join(ROOT, 'packages/api/bin/communique.mjs');

interface End {
  code: number | null;
  errors: string;
  slugs: string[];
}

async function importAll(folder: string, database: string): Promise<End> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: `file:${database}` };
    const args = [PROGRAM, 'import', '--publish', '--json', folder];
    const child = execFile(process.execPath, args, { cwd: ROOT, env }, (_error, stdout, stderr) => {
      const documents: { draft: { slug: string; outcome: string } }[] = JSON.parse(stdout);
      const slugs = documents
        .filter(({ draft }) => draft.outcome === 'PUBLISHED')
        .map(({ draft }) => draft.slug);
      resolve({ code: child.exitCode, errors: stderr, slugs });
    });
  });
}

test(
  'three equal imports at once publish each article once, and none calls what another did an error',
  { timeout: 120_000 },
  async () => {
    const root = temporaryFolder();
    const folder = join(root, 'articles');
    mkdirSync(folder);
    for (const place of PLACES) {
      writeFileSync(
        join(folder, `${place}.txt`),
        `The ${place} Opens Again\n\nThe ${place} opens again in spring, the council said.\n\nFAQ\n\nWhen does the ${place} open?\n\nIn spring.\n`,
      );
    }
    const database = join(root, 'communique.db');
    const ends = await Promise.all([1, 2, 3].map(async () => importAll(folder, database)));
    const slugs = PLACES.map((place) => `the-${place.toLowerCase()}-opens-again`);
    for (const end of ends)
      expect({ ...end, slugs: end.slugs.toSorted() }).toEqual({ code: 0, errors: '', slugs });
  },
);
