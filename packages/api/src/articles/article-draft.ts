import { slugify } from '@communique/shared/text';
import type { BriefingDocument, Origin } from '../briefings/document.ts';
import type { Provenance } from '../briefings/compose-draft.ts';
import type { EntryContent } from '../faq/entry-content.ts';
import type { ArticleInput } from './compose-article.ts';
import type { ChangeSummary } from './summarise-changes.ts';

/** An article taken apart, to be kept with the briefing that is made of it. */
export interface ArticleToSave {
  /** A proposal: where it is taken the next free number is appended. */
  slug: string;
  document: BriefingDocument;
  provenance: Provenance;
  article: ArticleInput;
  /** Drafted with the briefing and bound to it. */
  faq: readonly (EntryContent & { slug?: string; origin?: Origin | null })[];
  /** What had to be guessed to read it, and what of it was not used: for whoever imports it. */
  notes?: readonly string[];
}

export const IMPORT_OUTCOMES = ['DRAFTED', 'KNOWN', 'REVISED', 'HELD'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What to do with another text in a file of the same name: hold it for an editor where it looks like a later version; or what they said. */
export const SAME_NAME = ['ASK', 'UPDATE', 'NEW'] as const;
export type SameName = (typeof SAME_NAME)[number];

/** What became of an article. */
export interface SavedArticle {
  outcome: ImportOutcome;
  articleId: string;
  /** The briefing it made, made before, or is a later version of. */
  briefingId: string;
  slug: string;
  /** The revision it made; null: it is held, and made none. */
  revision: number | null;
  /** How it differs from the version before; null: there is none, or it is the same. */
  changes: ChangeSummary | null;
  /** How many of its questions were drafted as FAQ entries. */
  faqEntries: number;
  /** The briefing that an article in a file of the same name made before, where nothing else tells whether this is a later version; null: none. */
  namesake: string | null;
  /** Those of the draft; missing in what is remembered of an answer. */
  notes?: readonly string[];
}

/** What its questions would like to be called. */
export function wantedSlugs(faq: ArticleToSave['faq']): string[] {
  return faq.map(({ slug, question }) => slug ?? (slugify(question) || 'question'));
}
