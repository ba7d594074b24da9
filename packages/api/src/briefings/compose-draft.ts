/** The statements that make a draft, for a write set that may hold more. */
import { randomUUID } from 'node:crypto';
import { countWords, quoted } from '@communique/shared/text';
import { composeDraftedArticle, type ArticleInput } from '../articles/compose-article.ts';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { insertRow } from '../database/insert-row.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { composeEntry, type ComposedEntry } from '../faq/compose-entry.ts';
import type { EntryContent } from '../faq/entry-content.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { briefingDocumentSchema, type BriefingDocument, type GENERATORS, type Origin } from './document.ts';
import { pathInInput } from './input-path.ts';
import { placeOfPiece } from './place-of-piece.ts';
import { documentText } from './plain-text.ts';
import { stateRule } from './state-rule.ts';
import { briefings, revisions } from './table.ts';

export interface Provenance {
  createdBy: string;
  reviewedBy: string | null;
  /** File name or URL of the article; null when it was written here. */
  importedFrom: string | null;
  /** Whether a person or a language model wrote it; missing: a person. */
  generatedBy?: (typeof GENERATORS)[number];
}

/** An entry that is drafted with a briefing: bound to it, and published with it. */
export type BoundEntry = EntryContent & { slug: string; origin?: Origin | null };

export interface DraftContent {
  communityId: string;
  slug: string;
  document: BriefingDocument;
  provenance: Provenance;
  /** Why this revision exists, for its history. */
  reason: string;
  /** Id of the briefing it translates. */
  translationOf?: string | null;
  article: ArticleInput | null;
  /** The article's row, where it lies in the inbox already. */
  articleId?: string | null;
  faq: readonly BoundEntry[];
}

export interface ComposedDraft {
  briefing: typeof briefings.$inferInsert & {
    headState: 'DRAFT';
    publishedAt: null;
    publishedRevisionId: null;
  };
  revision: typeof revisions.$inferInsert;
  entries: ComposedEntry[];
  statements: WriteStatement[];
}

export function composeDraft(orm: Orm, draft: DraftContent, act: Act): ComposedDraft {
  const { communityId, slug, document, article } = draft;
  const briefingId = randomUUID();
  const kept =
    article === null
      ? { articleId: null, statements: [] }
      : composeDraftedArticle(
          orm,
          article,
          { communityId, articleId: draft.articleId ?? null, briefingId, revisionNumber: 1 },
          act,
        );
  const revision = firstRevision(draft, briefingId, act);
  const briefing = {
    id: briefingId,
    communityId,
    slug,
    status: 'DRAFT' as const,
    articleId: kept.articleId,
    translationOf: draft.translationOf ?? null,
    headRevisionId: revision.id,
    headState: 'DRAFT' as const,
    createdAt: act.now,
    savedAt: act.now,
    publishedAt: null,
    publishedRevisionId: null,
    ...listColumns(document),
  };
  const entries = draft.faq.map((entry) =>
    composeEntry(
      orm,
      // What an article asks may be answered already: that shows when the draft is published.
      {
        ...entry,
        communityId,
        briefing: { id: briefingId, document },
        provenance: draft.provenance,
        articleId: kept.articleId,
        taken: 'leave',
      },
      act,
    ),
  );
  const statements = [
    ...kept.statements,
    insertRow(briefings, briefing),
    insertRow(revisions, revision),
    ...entries.flatMap((entry) => entry.statements),
    recordAct(act, {
      communityId,
      action: 'briefing.draft',
      subjectId: briefingId,
      details: { slug },
      after: { revision: 1, state: 'DRAFT' },
    }),
  ];
  return { briefing, revision, entries, statements };
}

/** Every way into the database checks the document, so that whatever is stored can be read. */
export function checkDocument(document: unknown): BriefingDocument {
  const checked = briefingDocumentSchema.safeParse(document);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  if (issue === undefined) throw new TypeError('What does not fit a schema has an issue');
  const path = issue.path.map(String);
  const piece = issue.code === 'custom' ? placeOfPiece(document, issue.params?.['piece']) : null;
  if (piece !== null) {
    const place = ['document', ...piece];
    throw new InvalidInputError(
      `"${place.join('.')}" (id ${quoted(path.join('.'))}) ${issue.message}`,
      place,
    );
  }
  const inputPath = ['document', ...pathInInput(document, path)];
  throw new InvalidInputError(`"${inputPath.join('.')}" ${stateRule(issue, document)}`, inputPath);
}

/** What lists sort and filter by. */
export function listColumns(document: BriefingDocument) {
  return {
    title: document.title,
    titleKey: normalizeText(document.title),
    language: document.language,
    importance: document.importance ?? 0,
    topicSlugs: [...new Set(document.topics.map(({ slug }) => slug))],
  };
}

function firstRevision({ document, provenance, reason }: DraftContent, briefingId: string, act: Act) {
  return {
    id: randomUUID(),
    briefingId,
    number: 1,
    document,
    wordCount: countWords(documentText(document)),
    createdBy: provenance.createdBy,
    reviewedBy: provenance.reviewedBy,
    importedFrom: provenance.importedFrom,
    generatedBy: provenance.generatedBy ?? ('HUMAN' as const),
    reason,
    createdAt: act.now,
  };
}
