/** An FAQ entry from a file of our own format: nothing that an export wrote is refused. */
import { and, eq } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { ConflictError } from '../domain-errors.ts';
import { DuplicateEntryError } from '../faq/errors.ts';
import { saveEntry, type EntryInput } from '../faq/save-entry.ts';
import { faqEntries } from '../faq/table.ts';
import type { LibraryFaqEntry } from '../import/library/read-library-file.ts';

interface SavedEntry {
  slug: string;
  message: string;
  isPublished: boolean;
}

export async function saveOwnEntry(
  db: Database,
  { communityId, publish }: { communityId: string; publish: boolean },
  file: LibraryFaqEntry,
  act: Act,
): Promise<SavedEntry> {
  const entry = { ...contentOf(file, act), communityId };
  if (file.obsolete) return saveObsolete(db, { entry, publish, replacedBy: file.replacedBy }, act);
  if (!publish) return saveAsDraft(db, entry, act);
  try {
    const { slug } = await saveEntry(db, { ...entry, publish, taken: 'leave aliases' }, act);
    return { slug, message: `It is the FAQ entry "${slug}".`, isPublished: true };
  } catch (error) {
    const reason = whyDraft(error);
    if (reason === null) throw error;
    const saved = await saveAsDraft(db, entry, act);
    return { ...saved, message: `${saved.message} It stays one: ${reason}` };
  }
}

/** Of drafts several may ask the same, as of articles. */
async function saveAsDraft(db: Database, entry: EntryInput, act: Act): Promise<SavedEntry> {
  const { slug } = await saveEntry(db, { ...entry, taken: 'leave' }, act);
  return { slug, message: `It is the draft "${slug}".`, isPublished: false };
}

/** What it lacks to be given to readers; null: something else is wrong. */
function whyDraft(error: unknown): string | null {
  const isBinding = error instanceof ConflictError && error.inputPath[0] === 'briefing';
  return error instanceof DuplicateEntryError || isBinding ? `${error.message}.` : null;
}

interface ObsoleteEntry {
  entry: EntryInput;
  publish: boolean;
  replacedBy: string | null;
}

async function saveObsolete(
  db: Database,
  { entry, publish, replacedBy }: ObsoleteEntry,
  act: Act,
): Promise<SavedEntry> {
  const replacedById = replacedBy === null ? null : await findEntryId(db, entry.communityId, replacedBy);
  // Readers who ask for it are told what became of it only where they had it.
  const obsolete = { replacedById, publishedAt: publish ? act.now : null };
  const { slug } = await saveEntry(db, { ...entry, obsolete }, act);
  return { slug, message: `It is the obsolete FAQ entry "${slug}".`, isPublished: false };
}

async function findEntryId({ orm }: Database, communityId: string, slug: string): Promise<string | null> {
  const [entry] = await orm
    .select({ id: faqEntries.id })
    .from(faqEntries)
    .where(and(eq(faqEntries.communityId, communityId), eq(faqEntries.slug, slug)));
  return entry?.id ?? null;
}

function contentOf(file: LibraryFaqEntry, { actor }: Act): Omit<EntryInput, 'communityId'> {
  const { section: sectionId, verifiedAt, createdBy, importedFrom, generatedBy, ...content } = file;
  const { kind: _kind, obsolete: _obsolete, replacedBy: _replacedBy, ...said } = content;
  return {
    ...said,
    sectionId,
    verifiedAt: verifiedAt === null ? null : new Date(verifiedAt),
    provenance: { createdBy: createdBy ?? signatureOf(actor), importedFrom, generatedBy },
  };
}
