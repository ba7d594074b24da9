import Table from 'cli-table3';
import type { PieceCounts } from '../import/count-pieces.ts';
import { PLAIN_TABLE } from './plain-table.ts';
import type { SavedDocument } from '../articles/save-documents.ts';
import { LEFT_OUT_REASONS } from '../import/left-out-reasons.ts';
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

/** A row for each kind of piece there is any of. */
function describeCounts(counts: PieceCounts, leftOut: ImportedDocument['leftOut']): string {
  const table = new Table({ ...PLAIN_TABLE, colAligns: ['left', 'right'] });
  for (const [key, name] of NAMES) {
    if (counts[key] > 0) table.push([name, counts[key]]);
  }
  if (leftOut.length > 0) table.push(['passages left out (--dry-run shows them)', leftOut.length]);
  for (const [reason, { length }] of Map.groupBy(leftOut, (passage) => passage.reason))
    table.push([`  ${LEFT_OUT_REASONS[reason].description}`, length]);
  return table.toString();
}
