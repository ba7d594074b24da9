/** An article by its text or its address → the inbox and a draft. */
import type { Act } from '../audit/actor.ts';
import { requireCommunity } from '../communities/require-community.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError } from '../domain-errors.ts';
import type { ArticleSource } from '../import/drafting/draft-source.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { WebOptions } from '../web/get-resource.ts';
import { readWebSource } from '../web/read-web-source.ts';
import type { SameName, SavedArticle } from './article-draft.ts';
import { draftOne, orInvalidInput } from './draft-one.ts';
import { saveArticle } from './save-article.ts';

export interface ArticleImport {
  communityId: string;
  /** Either the text itself … */
  text: string | null;
  /** … or where on the web it is. */
  url: string | null;
  /** A file name: its ending says how the text is written down; null: the text itself does. */
  name: string | null;
  sameName: SameName;
}

/** What it needs of the program around it. */
export interface ImportMeans {
  web: WebOptions;
  importWork: ImportWork;
}

export async function importArticle(
  db: Database,
  { web, importWork }: ImportMeans,
  { communityId, sameName, ...input }: ArticleImport,
  act: Act,
): Promise<SavedArticle> {
  await requireCommunity(db, communityId, ['communityId']);
  const path = [input.url === null ? 'text' : 'url'];
  const source = await orInvalidInput(path, async () => readInput(input, web));
  const draft = await draftOne(importWork, { source, path }, act);
  return saveArticle(db, { communityId, draft, sameName }, act);
}

async function readInput(
  { text, url, name }: Omit<ArticleImport, 'communityId' | 'sameName'>,
  web: WebOptions,
): Promise<ArticleSource> {
  if ((text === null) === (url === null)) {
    throw new InvalidInputError('Send either "text" or "url": the article itself, or where it is', ['text']);
  }
  if (url !== null) return readWebSource(url, web);
  const fileName = checkFileName(name ?? 'article.txt');
  const bytes = Buffer.from(text ?? '', 'utf8');
  return { path: fileName, fileName, content: { bytes, charset: null } };
}

const MAX_NAME = 200;

/** What is remembered of where it came from: no folders, nothing unprintable. */
export function checkFileName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  // eslint-disable-next-line no-control-regex
  if (last !== '' && last.length <= MAX_NAME && last.isWellFormed() && !/[\u0000-\u001F\u007F]/.test(last)) {
    return last;
  }
  throw new InvalidInputError(`"name" must have 1 to ${MAX_NAME} printable characters`, ['name']);
}
