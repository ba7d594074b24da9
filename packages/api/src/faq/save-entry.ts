/** Saves a new FAQ entry: as a draft, or published at once. */
import { slugify } from '@communique/shared/text';
import type { Act } from '../audit/actor.ts';
import { checkSlug, chooseSlugs } from '../database/choose-slug.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { composeEntry, composeEntryPublication, type EntryDraft } from './compose-entry.ts';
import type { EntryContent } from './entry-content.ts';
import type { TakenNames } from './entry-names.ts';
import { assertBinding, readBinding } from './read-binding.ts';
import { faqEntries } from './table.ts';
import { whyNotWritten, type ChangedEntry } from './write-entry.ts';

export interface EntryInput extends EntryContent {
  communityId: string;
  /** Made of the question where there is none. */
  slug?: string;
  /** What to do about a slug that is taken: answer a conflict (the default) or append "-2", "-3", …. */
  slugTaken?: 'conflict' | 'suffix';
  /** The slug of the briefing it is bound to, in the same community. */
  briefing?: string | null;
  /** Missing: whoever acts wrote it here. */
  provenance?: NonNullable<EntryDraft['provenance']>;
  /** What to do about wordings that another entry has, while it is a draft: answer a conflict is the default. */
  taken?: TakenNames;
  obsolete?: NonNullable<EntryDraft['obsolete']>;
  /** Readers have it at once; the briefing it is bound to must be published then. */
  publish?: boolean;
  /** What is written together with it. */
  along?: (entryId: string) => WriteStatement[];
}

const ATTEMPTS = 3;

export async function saveEntry(db: Database, input: EntryInput, act: Act): Promise<ChangedEntry> {
  const { communityId, publish = false } = input;
  const wanted = input.slug ?? (slugify(input.question) || 'question');
  checkSlug(wanted);
  const briefing = input.briefing
    ? await readBinding(db, { communityId, slug: input.briefing }, publish ? 'PUBLISHED' : 'HEAD')
    : null;
  for (let attempt = 1; ; attempt += 1) {
    const [slug = wanted] =
      input.slugTaken === 'suffix' ? await chooseSlugs(db, faqEntries, communityId, [wanted]) : [];
    const { entry, statements } = composeEntry(db.orm, { ...input, slug, briefing }, act);
    const document = briefing?.document ?? null;
    const publication = publish
      ? [
          ...assertBinding(briefing),
          ...composeEntryPublication(db.orm, entry, { document, taken: forReaders(input) }, act),
        ]
      : [];
    try {
      const result = { entryId: entry.id, slug, revision: publish ? 2 : 1, at: act.now.getTime() };
      const along = input.along?.(entry.id) ?? [];
      return await commit(db, act, { statements: [...statements, ...publication, ...along], result });
    } catch (error) {
      const asked = { ...entry, aliases: input.aliases ?? [] };
      if (!isSlugTaken(error)) throw await whyNotWritten(db, asked, error);
      if (input.slugTaken === 'suffix' && attempt < ATTEMPTS) continue;
      throw new ConflictError(
        `The slug "${wanted}" is taken by another FAQ entry: choose another one`,
        ['slug'],
        { cause: error },
      );
    }
  }
}

/** A draft may ask what another entry asks; what readers are given may not. */
function forReaders({ taken = 'conflict' }: EntryInput): TakenNames {
  return taken === 'leave' ? 'conflict' : taken;
}

function isSlugTaken(error: unknown): error is WriteConflictError {
  return (
    error instanceof WriteConflictError && error.isUnique('faq_entries.community_id', 'faq_entries.slug')
  );
}
