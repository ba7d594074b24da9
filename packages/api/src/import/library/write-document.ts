import type { DraftedFaq } from '../draft-article.ts';
import type { ImportedDocument } from '../interpret-document.ts';
import { writeBriefing, writeFaqEntry } from './write-markdown.ts';

/** What would be made of a document, as files of our own format in one text. */
export function writeDocument(document: ImportedDocument): string {
  if (document.kind === 'FAQ_ENTRY') return writeFaqEntry(document.draft);
  const { draft } = document;
  const entries = draft.faq.map((entry) => writeDraftedFaq(entry, draft.slug));
  return [writeBriefing(draft), ...entries].join('\n');
}

function writeDraftedFaq(
  { slug, question, aliases, answer, language, topics }: DraftedFaq,
  briefing: string,
): string {
  return writeFaqEntry({
    kind: 'faq',
    slug,
    language,
    aliases,
    topics,
    briefing,
    section: null,
    pinned: false,
    verifiedBy: null,
    verifiedAt: null,
    reviewIntervalDays: null,
    obsolete: false,
    replacedBy: null,
    generatedBy: 'HUMAN',
    createdBy: null,
    importedFrom: null,
    question,
    answer,
  });
}
