/**
 * Drafts every file named, one after the other, and says how much processor time the first five took and all of them.
 * Loads the import as the command line does: after what has Node keep compiled code.
 */
import '@communique/api/start-fast';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const { draftArticle } = await import('@communique/api/import/draft-article');
const { readDocument } = await import('@communique/api/import/read-document');

const [folder = '.'] = process.argv.slice(2);
const files = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));
const now = new Date();
const start = process.cpuUsage();
let firstFive = 0;

for (const [index, file] of files.entries()) {
  draftArticle(await readDocument(file), { now });
  if (index === 4) firstFive = milliseconds();
}
console.log(JSON.stringify({ files: files.length, firstFive, all: milliseconds() }));

function milliseconds(): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
