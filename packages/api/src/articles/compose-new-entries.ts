import type { Act } from '../audit/actor.ts';
import type { Provenance } from '../briefings/compose-draft.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { readBoundEntries, type BriefingRow } from '../briefings/read-head.ts';
import { chooseSlugs } from '../database/choose-slug.ts';
import type { Database } from '../database/client.ts';
import { composeEntry, type ComposedEntry } from '../faq/compose-entry.ts';
import { faqEntries } from '../faq/table.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { wantedSlugs, type ArticleToSave } from './article-draft.ts';

interface Imported {
  briefing: BriefingRow;
  document: BriefingDocument;
  provenance: Provenance;
  articleId: string;
}

/** Drafts of the questions that no entry of the briefing answers yet. */
export async function composeNewEntries(
  db: Database,
  faq: ArticleToSave['faq'],
  { briefing, document, provenance, articleId }: Imported,
  act: Act,
): Promise<ComposedEntry[]> {
  const { id, communityId } = briefing;
  const bound = await readBoundEntries(db, id);
  const asked = new Set(bound.flatMap(({ question, aliases }) => [question, ...aliases].map(normalizeText)));
  const fresh = faq.filter(({ question }) => !asked.has(normalizeText(question)));
  const slugs = await chooseSlugs(db, faqEntries, communityId, wantedSlugs(fresh));
  return fresh.map((entry, index) =>
    composeEntry(
      db.orm,
      {
        ...entry,
        slug: slugs[index] ?? '',
        communityId,
        briefing: { id, document },
        provenance,
        articleId,
        taken: 'leave',
      },
      act,
    ),
  );
}
