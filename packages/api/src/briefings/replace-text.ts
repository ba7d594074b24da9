import type { BriefingDocument } from './document.ts';
import { passagePattern } from './find-passage.ts';

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

export type Replaced =
  /** Still to be checked. */
  | { found: 'AS_WORDS'; document: unknown }
  /** Nothing of it is replaced: "four" stands in "fourteen" only, or nowhere. */
  | { found: 'INSIDE_WORDS' | 'NOWHERE' };

/** The document with a passage replaced wherever it stands as whole words. */
export function replaceText(
  document: BriefingDocument,
  { passage, by }: { passage: string; by: string },
): Replaced {
  const pattern = passagePattern(passage);
  const seen = { asWords: false, insideWords: false };
  const replaced = walk(document);
  if (seen.asWords) return { found: 'AS_WORDS', document: replaced };
  return { found: seen.insideWords ? 'INSIDE_WORDS' : 'NOWHERE' };

  function walk(part: unknown): unknown {
    if (typeof part === 'string') return replaceIn(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const fields = Object.entries(part).map(([name, field]) => [name, hasWords(name) ? walk(field) : field]);
    return Object.fromEntries(fields);
  }

  function replaceIn(text: string): string {
    if (!text.includes(passage)) return text;
    const right = text.replaceAll(pattern, () => by);
    if (right === text) seen.insideWords = true;
    else seen.asWords = true;
    return right;
  }

  function hasWords(name: string): boolean {
    return !NO_WORDS.has(name) && !THE_RECORD.has(name);
  }
}
