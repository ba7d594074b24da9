import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isWebAddress } from '../web/read-web-source.ts';
import { UnreadableDocumentError } from '../import/errors.ts';
import { isFeed } from '../import/feed/read-feed.ts';

const EXTENSIONS = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.rst',
  '.html',
  '.htm',
  '.xhtml',
  '.rss',
  '.atom',
]);
/** Much besides feeds is written in these: the file itself has to say that it is one. */
const FEED_EXTENSIONS = new Set(['.xml', '.json']);

/** The files that a path means: a file itself, whatever its name; of a folder all texts, pages and feeds in and below it. */
export async function findDocuments(each: string): Promise<string[]> {
  if (each === '-' || isWebAddress(each)) return [each];
  const found = await stat(each).catch(() => null);
  if (found === null && isOtherAddress(each)) {
    throw new UnreadableDocumentError(
      each.slice(0, 200),
      'only files and addresses that begin with http:// or https:// can be imported.',
    );
  }
  // What cannot be looked at is named when it is read.
  return found?.isDirectory() === true ? walk(each) : [each];
}

/** "ftp://…", "file:…"; a single letter is a drive. */
function isOtherAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:(?:\/|$)|^(?:file|data|mailto|javascript|about):/i.test(text);
}

async function listFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true, recursive: true });
  } catch (error) {
    throw new UnreadableDocumentError(folder, 'this folder may not be read by you. Change its permissions.', {
      cause: error,
    });
  }
}

async function walk(folder: string): Promise<string[]> {
  const entries = await listFolder(folder);
  const candidates = entries
    .filter((entry) => entry.isFile() && !isHidden(path.relative(folder, entry.parentPath), entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const files: string[] = [];
  for (const file of candidates) {
    const extension = path.extname(file).toLowerCase();
    if (EXTENSIONS.has(extension) || (FEED_EXTENSIONS.has(extension) && (await beginsLikeFeed(file)))) {
      files.push(file);
    }
  }
  if (files.length === 0) {
    throw new UnreadableDocumentError(
      folder,
      `there are no articles in this folder (${[...EXTENSIONS, ...FEED_EXTENSIONS].join(', ')}).`,
    );
  }
  return files;
}

function isHidden(folder: string, name: string): boolean {
  return [...folder.split(path.sep), name].some((part) => part.startsWith('.') || part === 'node_modules');
}

const BEGINNING = 4_096;

async function beginsLikeFeed(file: string): Promise<boolean> {
  await using handle = await open(file, 'r');
  const { buffer, bytesRead } = await handle.read(new Uint8Array(BEGINNING), 0, BEGINNING, 0);
  return isFeed(new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead)));
}
