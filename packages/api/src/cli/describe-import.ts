import type { PieceCounts } from '../import/drafting/count-pieces.ts';
import type { SavedDocument } from '../articles/save-documents.ts';
import { LEFT_OUT_REASONS } from '../import/left-out/left-out-reasons.ts';
import type { ImportedDocument } from '../import/interpret-document.ts';

const NAMES: readonly (readonly [keyof PieceCounts, string])[] = [
  ['sections', 'sections'],
  ['points', 'labelled points'],
  ['tables', 'tables'],
  ['tableRows', 'table rows'],
  ['quotes', 'verbatim quotes'],
  ['claims', 'attributed statements'],
  ['exchanges', 'interview exchanges'],
  ['faq', 'FAQ entries'],
  ['faqCandidates', 'questions that may become FAQ entries'],
  ['events', 'events'],
  ['stakeholders', 'stakeholders'],
  ['scenarios', 'scenarios'],
  ['prompts', 'prompts'],
  ['topics', 'topics'],
  ['sources', 'sources'],
];

/** What was found in one document, and what became of it. */
export function describeDocument(
  { path, title, titleIsProposed, counts, leftOut }: ImportedDocument,
  { outcome, message }: SavedDocument,
): string {
  const heading = `${path}\n${title}${titleIsProposed ? '  (a proposed title: the text has none)' : ''}`;
  const findings = outcome === 'KNOWN' ? [] : [describeCounts(counts, leftOut)];
  const news = outcome === 'DRAFTED' ? [] : [message];
  return [heading, ...findings, ...news].join('\n');
}

/** A row for each kind of piece there is any of. Drawn here: of ten thousand documents the library's tables take as long as the writing. */
function describeCounts(counts: PieceCounts, leftOut: ImportedDocument['leftOut']): string {
  const rows = NAMES.map(([key, name]) => ({ name, count: counts[key] }));
  rows.push({ name: 'passages left out (--dry-run shows them)', count: leftOut.length });
  for (const [reason, { length }] of Map.groupBy(leftOut, (passage) => passage.reason))
    rows.push({ name: `  ${LEFT_OUT_REASONS[reason].description}`, count: length });
  const shown = rows
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => ({ name, count: String(count) }));
  if (shown.length === 0) return '';
  const nameWidth = Math.max(...shown.map(({ name }) => name.length));
  const countWidth = Math.max(...shown.map(({ count }) => count.length));
  const [first, second] = ['─'.repeat(nameWidth + 2), '─'.repeat(countWidth + 2)];
  const lines = shown.map(
    ({ name, count }) => `│ ${name.padEnd(nameWidth)} │ ${count.padStart(countWidth)} │`,
  );
  return [`┌${first}┬${second}┐`, ...lines, `└${first}┴${second}┘`].join('\n');
}
