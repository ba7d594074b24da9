/** Whether what the public is told of a correction is what was changed. */
import type { BriefingDocument } from '../briefings/document.ts';
import { passagePattern } from '../briefings/find-passage.ts';

// Ids say nothing, and what was said in public about the text is no part of it.
const NOT_THE_TEXT: ReadonlySet<string> = new Set([
  'id',
  'parentId',
  'claimId',
  'provenance',
  'origin',
  'corrections',
  'gradings',
]);

/** True: the wrong words stood in the text and are gone from a place there, or the right ones stand where they did not. */
export function matchesChange(
  before: BriefingDocument,
  after: BriefingDocument,
  { wrong, right }: { wrong: string; right: string },
): boolean {
  const [old, corrected] = [textsOf(before), textsOf(after)];
  return count(wrong, corrected) < count(wrong, old) || count(right, corrected) > count(right, old);
}

function count(passage: string, texts: readonly string[]): number {
  const pattern = passagePattern(withSingleSpaces(passage));
  return texts.reduce((total, text) => total + [...text.matchAll(pattern)].length, 0);
}

function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [withSingleSpaces(part)];
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, field]) => (NOT_THE_TEXT.has(name) ? [] : textsOf(field)));
}

function withSingleSpaces(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}
