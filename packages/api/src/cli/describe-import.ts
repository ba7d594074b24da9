import Table from 'cli-table3';
import type { PieceCounts } from '../import/count-pieces.ts';
import { PLAIN_TABLE } from './plain-table.ts';

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

/** What was found in one document: a row for each kind of piece there is any of. */
export function describeCounts(counts: PieceCounts): string {
  const table = new Table({ ...PLAIN_TABLE, colAligns: ['left', 'right'] });
  for (const [key, name] of NAMES) {
    if (counts[key] > 0) table.push([name, counts[key]]);
  }
  return table.toString();
}
