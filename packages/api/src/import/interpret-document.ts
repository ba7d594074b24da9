import { countPieces } from './count-pieces.ts';
import type { PieceCounts } from './count-pieces.ts';
import { draftArticle } from './draft-article.ts';
import type { ArticleDraft, DraftedFaq } from './draft-article.ts';
import { findLeftOut } from './find-left-out.ts';
import type { ReadDocument } from './read-document.ts';
import { readLibraryFile } from './read-library-file.ts';
import type { LibraryBriefing, LibraryFaqEntry } from './read-library-file.ts';
import { isLibraryFile } from './is-library-file.ts';
import { writeBriefing, writeFaqEntry } from './write-markdown.ts';

interface Described {
  path: string;
  title: string;
  titleIsProposed: boolean;
  counts: PieceCounts;
  /** What of the document was not used, and why. */
  notes: readonly string[];
  /** The draft as files of our own format, as one text. */
  markdown(): string;
  /** What the document says and the draft does not: the page around the article, headings that head nothing. */
  leftOut(): string[];
}

/** A document that is read and understood, and not yet written anywhere. */
export type ImportedDocument = Described &
  (
    | {
        kind: 'BRIEFING';
        draft: Omit<ArticleDraft, 'notes'> | (LibraryBriefing & { article: null; faq: [] });
      }
    | { kind: 'FAQ_ENTRY'; draft: LibraryFaqEntry }
  );

/** An article, or a file of our own format: what it says and what would be made of it. */
export function interpretDocument(read: ReadDocument, { now }: { now: Date }): ImportedDocument {
  const { path } = read;
  if (!isLibraryFile(read.text)) return describeArticle(read, draftArticle(read, { now }));
  const file = readLibraryFile(read.text, path);
  return file.kind === 'faq' ? describeEntry(path, file) : describeBriefing(path, file);
}

function describeArticle(read: ReadDocument, { notes, ...draft }: ArticleDraft): ImportedDocument {
  const { title, titleIsProposed } = draft.document;
  return {
    kind: 'BRIEFING',
    path: read.path,
    title,
    titleIsProposed,
    counts: countPieces(draft),
    notes,
    draft,
    markdown: () =>
      [writeBriefing(draft), ...draft.faq.map((entry) => writeDraftedFaq(entry, draft.slug))].join('\n'),
    leftOut: () => findLeftOut(read, draft),
  };
}

function describeBriefing(path: string, file: LibraryBriefing): ImportedDocument {
  const { title, titleIsProposed } = file.document;
  return {
    kind: 'BRIEFING',
    path,
    title,
    titleIsProposed,
    counts: countPieces({ document: file.document, faq: [], faqCandidates: [] }),
    notes: [],
    draft: { ...file, article: null, faq: [] },
    markdown: () => writeBriefing(file),
    leftOut: () => [],
  };
}

function describeEntry(path: string, file: LibraryFaqEntry): ImportedDocument {
  return {
    kind: 'FAQ_ENTRY',
    path,
    title: file.question,
    titleIsProposed: false,
    counts: { ...NOTHING, faq: 1, topics: file.topics.length },
    notes: [],
    draft: file,
    markdown: () => writeFaqEntry(file),
    leftOut: () => [],
  };
}

const NOTHING: PieceCounts = {
  sections: 0,
  points: 0,
  tables: 0,
  tableRows: 0,
  faq: 0,
  faqCandidates: 0,
  exchanges: 0,
  quotes: 0,
  claims: 0,
  events: 0,
  stakeholders: 0,
  scenarios: 0,
  prompts: 0,
  topics: 0,
  sources: 0,
};

function writeDraftedFaq({ slug, question, answer, language, topics }: DraftedFaq, briefing: string): string {
  return writeFaqEntry({
    kind: 'faq',
    slug,
    language,
    aliases: [],
    topics,
    briefing,
    section: null,
    pinned: false,
    verifiedBy: null,
    verifiedAt: null,
    reviewIntervalDays: null,
    question,
    answer,
  });
}
