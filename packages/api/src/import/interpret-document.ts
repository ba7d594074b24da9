import { countPieces } from './drafting/count-pieces.ts';
import type { PieceCounts } from './drafting/count-pieces.ts';
import { draftArticle } from './draft-article.ts';
import type { ArticleDraft } from './draft-article.ts';
import type { ReadDocument } from './read-document.ts';
import type { LeftOutPassage } from './left-out/left-out-reasons.ts';
import { readLibraryFile } from './library/read-library-file.ts';
import type { LibraryBriefing, LibraryFaqEntry } from './library/read-library-file.ts';
import { isLibraryFile } from './library/is-library-file.ts';

interface Described {
  path: string;
  title: string;
  titleIsProposed: boolean;
  counts: PieceCounts;
  /** What of the document was not used, and why. */
  notes: readonly string[];
  /** What the document says and the draft does not: the page around the article, headings that head nothing. */
  leftOut: readonly LeftOutPassage[];
}

/** A document that is read and understood, and not yet written anywhere. Plain data: it may have been made in another thread. */
export type ImportedDocument = Described &
  (
    | {
        kind: 'BRIEFING';
        draft: Omit<ArticleDraft, 'notes' | 'leftOut'> | (LibraryBriefing & { article: null; faq: [] });
      }
    | { kind: 'FAQ_ENTRY'; draft: LibraryFaqEntry }
  );

/** An article, or a file of our own format: what it says and what would be made of it. */
export function interpretDocument(read: ReadDocument, { now }: { now: Date }): ImportedDocument {
  const { path } = read;
  if (!isLibraryFile(read.text)) return describeArticle(read.path, draftArticle(read, { now }));
  const file = readLibraryFile(read.text, path);
  const described = file.kind === 'faq' ? describeEntry(path, file) : describeBriefing(path, file);
  return { ...described, notes: read.notes ?? [] };
}

function describeArticle(path: string, { notes, leftOut, ...draft }: ArticleDraft): ImportedDocument {
  const { title, titleIsProposed } = draft.document;
  return {
    kind: 'BRIEFING',
    path,
    title,
    titleIsProposed,
    counts: countPieces(draft),
    notes,
    draft,
    leftOut,
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
    leftOut: [],
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
    leftOut: [],
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
