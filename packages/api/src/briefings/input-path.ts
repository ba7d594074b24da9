/** Where a piece of a document stands in the input that it was made of (`read-document-input.ts`). */
import { valueAt } from './state-rule.ts';

/** What a block holds, as the input names it. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  PARAGRAPH: ['content', 'paragraph'],
  POINTS: ['content', 'points'],
  TABLE: ['content', 'table'],
  QUOTE: ['content', 'quotedClaimId'],
  EXCHANGE: ['content', 'exchange'],
};
/** Of blocks that hold one thing, its name in the document. */
const ONLY_PART: ReadonlySet<string> = new Set(['text', 'items', 'claimId']);
const DATES: ReadonlySet<string> = new Set(['publishedOn', 'statedOn', 'date', 'horizon']);

export function pathInInput(document: unknown, path: readonly string[]): string[] {
  const [list, , blocks, , part, ...inside] = path;
  if (list === 'sections' && blocks === 'blocks' && part !== undefined) {
    const block = path.slice(0, 4);
    return [...block, ...pathInBlock(valueAt(document, [...block, 'type']), part, inside)];
  }
  // Its precision is read from its shape.
  const [, , date] = path;
  return date !== undefined && DATES.has(date) ? path.slice(0, 3) : [...path];
}

function pathInBlock(type: unknown, part: string, inside: readonly string[]): string[] {
  if (part === 'hints') return [...inside];
  if (part === 'id' || part === 'citations' || part === 'type') return [part, ...inside];
  return [...(CONTENTS[String(type)] ?? []), ...(ONLY_PART.has(part) ? [] : [part]), ...inside];
}
