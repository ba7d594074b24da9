import type { Act } from '../audit/actor.ts';
import { InvalidInputError } from '../domain-errors.ts';
import type { ArticleSource } from '../import/drafting/draft-source.ts';
import { DocumentError } from '../import/errors.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { ArticleToSave } from './article-draft.ts';
import { signDraft } from './sign-draft.ts';

/** The draft of an article that a mutation brought, whose argument at `path` is to blame where there is none. */
export async function draftOne(
  importWork: ImportWork,
  { source, path }: { source: ArticleSource; path: string[] },
  { now, actor }: Act,
): Promise<ArticleToSave> {
  const answer = await orInvalidInput(path, async () => importWork.draftSource({ source, now }));
  if ('refusal' in answer)
    throw new InvalidInputError(`"${path.join('.')}" cannot be imported: ${answer.refusal}`, path);
  if ('draft' in answer) {
    const { slug, document, provenance, article, faq, notes } = answer.draft;
    return signDraft({ slug, document, provenance, article, faq, notes }, actor);
  }
  throw new InvalidInputError(
    `"${path.join('.')}" is a file of Communiqué’s own format, not an article: send it to POST /import`,
    path,
  );
}

export async function orInvalidInput<Result>(path: string[], read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new InvalidInputError(`"${path.join('.')}" cannot be imported: ${error.message}`, path, {
      cause: error,
    });
  }
}
