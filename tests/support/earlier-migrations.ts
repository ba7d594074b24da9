/** A database as it was before a migration. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../repository/source-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The migrations before the named one, as they were committed. */
export function migrationsBefore(name: string): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(join(ROOT, 'packages/api/migrations'), folder, { recursive: true });
  const journal = join(folder, 'meta/_journal.json');
  const content: { entries: { tag: string }[] } = JSON.parse(readFileSync(journal, 'utf8'));
  const end = content.entries.findIndex(({ tag }) => tag.endsWith(name));
  if (end < 1) throw new Error(`There is no migration "${name}"`);
  writeFileSync(journal, JSON.stringify({ ...content, entries: content.entries.slice(0, end) }));
  return folder;
}
