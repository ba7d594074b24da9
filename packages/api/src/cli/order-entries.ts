import type { ImportedDocument } from '../import/interpret-document.ts';

export type ImportedEntry = Extract<ImportedDocument, { kind: 'FAQ_ENTRY' }>;

/** What answers instead of an obsolete entry comes before that. */
export function orderEntries(entries: readonly ImportedEntry[]): ImportedEntry[] {
  const bySlug = new Map(entries.map((entry) => [entry.draft.slug, entry]));
  const ordered = new Set<ImportedEntry>();
  for (const entry of entries) {
    const chain = new Set<ImportedEntry>();
    for (
      let next: ImportedEntry | undefined = entry;
      next !== undefined;
      next = replacementOf(next, bySlug)
    ) {
      if (ordered.has(next) || chain.has(next)) break;
      chain.add(next);
    }
    for (const each of [...chain].toReversed()) ordered.add(each);
  }
  return [...ordered];
}

function replacementOf(
  { draft }: ImportedEntry,
  bySlug: ReadonlyMap<string, ImportedEntry>,
): ImportedEntry | undefined {
  return draft.replacedBy === null ? undefined : bySlug.get(draft.replacedBy);
}
