import type { SavedArticle } from './article-draft.ts';
import { describeChanges } from './summarise-changes.ts';

/** What became of an article, and what the editor may do now. */
export function describeOutcome({ outcome, slug, revision, changes, articleId }: SavedArticle): string {
  const difference =
    changes === null ? '' : ` Compared with the version before: ${describeChanges(changes)}.`;
  switch (outcome) {
    case 'DRAFTED':
      return `It is the draft "${slug}".`;
    case 'KNOWN':
      return `This article was imported before: it is the briefing "${slug}".`;
    case 'REVISED':
      return `A later version of the article that made the briefing "${slug}": it is revision ${revision} of it now, a draft; what is published stays until that is.${difference}`;
    case 'HELD':
      return `A later version of the article that made the briefing "${slug}", which editors have worked on since: nothing of theirs was touched, and it waits in the inbox as article ${articleId}.${difference}`;
  }
}
