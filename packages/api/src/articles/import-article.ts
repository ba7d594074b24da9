/** An article by its text or its address → the inbox and a draft. */
import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { decodeText } from '../import/decode-text.ts';
import { draftArticle } from '../import/draft-article.ts';
import { DocumentError } from '../import/errors.ts';
import { isLibraryFile } from '../import/is-library-file.ts';
import type { ReadDocument } from '../import/read-document.ts';
import type { WebOptions } from '../web/get-resource.ts';
import { readWebDocument } from '../web/read-web-document.ts';
import type { SavedArticle } from './article-draft.ts';
import { saveArticle } from './save-article.ts';

export interface ArticleImport {
  communityId: string;
  /** Either the text itself … */
  text: string | null;
  /** … or where on the web it is. */
  url: string | null;
  /** A file name: its ending says how the text is written down; null: the text itself does. */
  name: string | null;
}

export async function importArticle(
  db: Database,
  web: WebOptions,
  { communityId, ...input }: ArticleImport,
  act: Act,
): Promise<SavedArticle> {
  const field = input.url === null ? 'text' : 'url';
  try {
    const read = await readInput(input, web);
    if (isLibraryFile(read.text)) {
      throw new InvalidInputError(
        `"${field}" is a file of Communiqué’s own format, not an article: send it to POST /import`,
        [field],
      );
    }
    const { notes: _notes, faqCandidates: _candidates, ...draft } = draftArticle(read, { now: act.now });
    return await saveArticle(db, { communityId, draft }, act);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new InvalidInputError(`"${field}" cannot be imported: ${error.message}`, [field], { cause: error });
  }
}

async function readInput(
  { text, url, name }: Omit<ArticleImport, 'communityId'>,
  web: WebOptions,
): Promise<ReadDocument> {
  if ((text === null) === (url === null)) {
    throw new InvalidInputError('Send either "text" or "url": the article itself, or where it is', ['text']);
  }
  if (url !== null) return readWebDocument(url, web);
  const fileName = checkFileName(name ?? 'article.txt');
  return { path: fileName, fileName, text: decodeText(Buffer.from(text ?? '', 'utf8'), fileName) };
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
