import type { SavedArticle } from './article-draft.ts';
import { describeChanges } from './summarise-changes.ts';

/** What became of an article, and what the editor may do now. */
export function describeOutcome(saved: SavedArticle): string {
  const { outcome, slug, revision, changes, articleId, namesake } = saved;
  const difference =
    changes === null ? '' : ` Compared with the version before: ${describeChanges(changes)}.`;
  switch (outcome) {
    case 'DRAFTED':
      return namesake === null
        ? `It is the draft "${slug}".`
        : `It is the draft "${slug}". A file of the same name made the briefing "${namesake}" before; this one says something else.`;
    case 'KNOWN':
      return `This article was imported before: it is the briefing "${slug}".`;
    case 'REVISED':
      return `A later version of the article that made the briefing "${slug}": it is revision ${revision} of it now, a draft; what is published stays until that is.${difference}`;
    case 'HELD':
      if (namesake !== null) {
        return `A file of the same name made the briefing "${slug}" before, and this one says much of the same: it may be a later version. Nothing was changed, and it waits in the inbox as article ${articleId} until somebody says what it is.${difference}`;
      }
      return `A later version of the article that made the briefing "${slug}", which editors have worked on since: nothing of theirs was touched, and it waits in the inbox as article ${articleId}.${difference}`;
  }
}
