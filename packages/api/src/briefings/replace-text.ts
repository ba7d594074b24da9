import type { BriefingDocument } from './document.ts';

// What names, dates and places a piece is not what it says.
const NO_WORDS: ReadonlySet<string> = new Set([
  'id',
  'parentId',
  'claimId',
  'type',
  'kind',
  'slug',
  'language',
  'country',
  'url',
  'archivedUrl',
  'status',
  'state',
  'verdict',
  'level',
  'value',
  'precision',
  'reliability',
  'ownerKind',
  'align',
  'recordedAt',
  'provenance',
  'pieces',
  'gradedAt',
  'correctedAt',
]);
/** What was said in public about the text: a correction does not rewrite it. */
const THE_RECORD: ReadonlySet<string> = new Set(['corrections', 'gradings']);

/** The document with every occurrence of a passage replaced, still to be checked; null: the passage is nowhere in it. */
export function replaceText(
  document: BriefingDocument,
  { passage, by }: { passage: string; by: string },
): unknown {
  let found = false;
  const replaced = walk(document);
  return found ? replaced : null;

  function walk(part: unknown): unknown {
    if (typeof part === 'string') {
      if (!part.includes(passage)) return part;
      found = true;
      return part.replaceAll(passage, () => by);
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const fields = Object.entries(part).map(([name, field]) => [name, hasWords(name) ? walk(field) : field]);
    return Object.fromEntries(fields);
  }

  function hasWords(name: string): boolean {
    return !NO_WORDS.has(name) && !THE_RECORD.has(name);
  }
}
