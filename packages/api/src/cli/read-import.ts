import { countPieces } from '../import/count-pieces.ts';
import type { PieceCounts } from '../import/count-pieces.ts';
import { draftArticle } from '../import/draft-article.ts';
import type { ArticleDraft, DraftedFaq } from '../import/draft-article.ts';
import { UnusableDocumentError } from '../import/errors.ts';
import { readDocument } from '../import/read-document.ts';
import type { ReadDocument } from '../import/read-document.ts';
import { isFeed, readFeed } from '../import/read-feed.ts';
import { readFeedItem } from '../import/read-feed-item.ts';
import { readLibraryFile } from '../import/read-library-file.ts';
import type { LibraryBriefing, LibraryFaqEntry } from '../import/read-library-file.ts';
import { isLibraryFile } from '../import/is-library-file.ts';
import { isWebAddress, readWebDocument } from '../web/read-web-document.ts';
import type { CommandContext } from './command-context.ts';
import { readInput } from './read-input.ts';
import { writeBriefing, writeFaqEntry } from '../import/write-markdown.ts';

interface Described {
  path: string;
  title: string;
  titleIsProposed: boolean;
  counts: PieceCounts;
  /** What of the document was not used, and why. */
  notes: readonly string[];
  /** The draft as files of our own format, as one text. */
  markdown(): string;
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

/** What a path means: one document, or every item of a feed. */
export async function readSources(path: string, context: CommandContext): Promise<ReadDocument[]> {
  const read = await readFrom(path, context);
  if (!isFeed(read.text)) return [read];
  const feed = readFeed(read.text, { path, ...(read.url !== undefined && { url: read.url }) });
  if (feed.items.length === 0) throw new UnusableDocumentError(path, 'there are no items in this feed.');
  return feed.items.map((item, index) => ({ ...readFeedItem(item, feed), path: `${path}#${index + 1}` }));
}

/** "-" is standard input; a file of that name is "./-". */
async function readFrom(path: string, { input, web }: CommandContext): Promise<ReadDocument> {
  if (path === '-') return readInput(input);
  return isWebAddress(path) ? readWebDocument(path, web()) : readDocument(path);
}

export function draftImport(read: ReadDocument, now: Date): ImportedDocument {
  if (!isLibraryFile(read.text)) return describeArticle(read.path, draftArticle(read, { now }));
  const file = readLibraryFile(read.text, read.path);
  return file.kind === 'faq' ? describeEntry(read.path, file) : describeBriefing(read.path, file);
}

function describeArticle(path: string, { notes, ...draft }: ArticleDraft): ImportedDocument {
  const { title, titleIsProposed } = draft.document;
  return {
    kind: 'BRIEFING',
    path,
    title,
    titleIsProposed,
    counts: countPieces(draft),
    notes,
    draft,
    markdown: () =>
      [writeBriefing(draft), ...draft.faq.map((entry) => writeDraftedFaq(entry, draft.slug))].join('\n'),
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
