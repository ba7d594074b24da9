import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isWebAddress } from '../web/read-web-document.ts';
import { UnreadableDocumentError } from '../import/errors.ts';

const EXTENSIONS = new Set(['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml']);

/** The files that a path means: a file itself, whatever its name; of a folder all texts and Markdown files in and below it. */
export async function findDocuments(each: string): Promise<string[]> {
  if (each === '-' || isWebAddress(each)) return [each];
  return (await isFolder(each)) ? walk(each) : [each];
}

async function isFolder(each: string): Promise<boolean> {
  // What cannot be looked at is named when it is read.
  return (await stat(each).catch(() => null))?.isDirectory() ?? false;
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
  const files = entries
    .filter((entry) => entry.isFile() && EXTENSIONS.has(path.extname(entry.name).toLowerCase()))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !path
          .relative(folder, file)
          .split(path.sep)
          .some((part) => part.startsWith('.') || part === 'node_modules'),
    )
    .sort();
  if (files.length === 0) {
    throw new UnreadableDocumentError(
      folder,
      `there are no articles in this folder (${[...EXTENSIONS].join(', ')}).`,
    );
  }
  return files;
}
