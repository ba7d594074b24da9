/** A document without a passage, whatever part of it says it. */
import type { BriefingDocument } from '../briefings/document.ts';
import type { BlackOut } from './black-out.ts';

// One of a few words, a date, or the name of a subject that other briefings share.
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'slug',
  'language',
  'country',
  'status',
  'state',
  'verdict',
  'level',
  'value',
  'precision',
  'reliability',
  'ownerKind',
  'align',
  'generatedBy',
  'recordedAt',
  'gradedAt',
  'correctedAt',
]);
const IDS: ReadonlySet<string> = new Set(['id', 'parentId', 'claimId']);
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'archivedUrl']);

export interface RedactedDocument {
  /** Still to be checked. */
  document: unknown;
  /** What pieces whose id said it are called now. */
  newIds: ReadonlyMap<string, string>;
}

/** Null: it says it nowhere. */
export function redactDocument(document: BriefingDocument, blackOut: BlackOut): RedactedDocument | null {
  const newIds = new Map<string, string>();
  let found = false;
  const redacted = walk(document, '');
  return found ? { document: redacted, newIds } : null;

  function walk(part: unknown, name: string): unknown {
    if (typeof part === 'string') return redactText(part, name);
    if (Array.isArray(part)) return part.map((item: unknown) => walk(item, name));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([field, value]) => [field, walk(value, field)]));
  }

  function redactText(text: string, name: string): string | null {
    if (SAYS_NOTHING.has(name)) return text;
    const black = blackOut(text);
    if (black === text) return text;
    found = true;
    if (ADDRESSES.has(name)) return null;
    return IDS.has(name) || name === 'pieces' ? newIdOf(text) : black;
  }

  function newIdOf(id: string): string {
    const known = newIds.get(id);
    if (known !== undefined) return known;
    const fresh = `redacted-${newIds.size + 1}`;
    newIds.set(id, fresh);
    return fresh;
  }
}
