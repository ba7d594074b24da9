import { InvalidInputError } from '../domain-errors.ts';
import type { ArticleSource } from '../import/draft-source.ts';
import { DocumentError } from '../import/errors.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { ArticleToSave } from './article-draft.ts';

/** The draft of an article that a mutation brought, whose argument at `path` is to blame where there is none. */
export async function draftOne(
  importWork: ImportWork,
  { source, path }: { source: ArticleSource; path: string[] },
  now: Date,
): Promise<ArticleToSave> {
  const answer = await orInvalidInput(path, async () => importWork.draftSource({ source, now }));
  if ('refusal' in answer) throw new InvalidInputError(answer.refusal, path);
  if ('draft' in answer) {
    const { slug, document, provenance, article, faq } = answer.draft;
    return { slug, document, provenance, article, faq };
  }
  throw new InvalidInputError(
    'This is a file of Communiqué’s own format, not an article: send it to POST /import',
    path,
  );
}

export async function orInvalidInput<Result>(path: string[], read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new InvalidInputError(error.message, path, { cause: error });
  }
}
