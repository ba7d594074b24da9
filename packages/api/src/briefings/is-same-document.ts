import { isDeepStrictEqual } from 'node:util';
import type { BriefingDocument } from './document.ts';

/** Who made a piece, and where in an article it came from, is carried over and not written. */
const CARRIED: ReadonlySet<string> = new Set(['provenance', 'origin', 'origins']);

/** Whether two documents say the same. */
export function isSameDocument(one: BriefingDocument, other: BriefingDocument): boolean {
  return isDeepStrictEqual(said(one), said(other));
}

/** What is null says no more than what is left out. */
function said(document: BriefingDocument): unknown {
  const text = JSON.stringify(document, (name, part: unknown) =>
    part === null || CARRIED.has(name) ? undefined : part,
  );
  return JSON.parse(text);
}
