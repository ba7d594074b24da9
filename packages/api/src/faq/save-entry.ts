/** Saves an FAQ entry as a draft; `publish-entry.ts` makes it visible. */
import { and, eq } from 'drizzle-orm';
import { slugify } from '@communique/shared/text';
import type { Act } from '../audit/actor.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { briefings, revisions } from '../briefings/table.ts';
import { checkSlug, chooseSlugs } from '../database/choose-slug.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import { composeEntry } from './compose-entry.ts';
import type { EntryContent } from './entry-content.ts';
import { faqEntries } from './table.ts';

export interface EntryInput extends EntryContent {
  communityId: string;
  /** Made of the question where there is none. */
  slug?: string;
  /** What to do about a slug that is taken: answer a conflict (the default) or append "-2", "-3", …. */
  slugTaken?: 'conflict' | 'suffix';
  /** The slug of the briefing it is bound to, in the same community. */
  briefing?: string | null;
}

export interface SavedEntry {
  entryId: string;
  slug: string;
}

const ATTEMPTS = 3;

export async function saveEntry(db: Database, input: EntryInput, act: Act): Promise<SavedEntry> {
  const wanted = input.slug ?? (slugify(input.question) || 'question');
  checkSlug(wanted);
  const briefing = input.briefing ? await boundBriefing(db, input.communityId, input.briefing) : null;
  for (let attempt = 1; ; attempt += 1) {
    const [slug = wanted] =
      input.slugTaken === 'suffix' ? await chooseSlugs(db, faqEntries, input.communityId, [wanted]) : [];
    const { entry, statements } = composeEntry(db.orm, { ...input, slug, briefing }, act);
    try {
      await db.write(statements);
      return { entryId: entry.id, slug };
    } catch (error) {
      if (!(error instanceof WriteConflictError)) throw error;
      if (input.slugTaken === 'suffix' && attempt < ATTEMPTS) continue;
      throw new ConflictError(
        `The slug "${wanted}" is taken by another FAQ entry: choose another one`,
        ['slug'],
        {
          cause: error,
        },
      );
    }
  }
}

async function boundBriefing(
  db: Database,
  communityId: string,
  slug: string,
): Promise<{ id: string; document: BriefingDocument }> {
  const [found] = await db.orm
    .select({ id: briefings.id, document: revisions.document })
    .from(briefings)
    .innerJoin(revisions, eq(revisions.id, briefings.headRevisionId))
    .where(and(eq(briefings.communityId, communityId), eq(briefings.slug, slug)));
  if (!found) throw new NotFoundError(`There is no briefing "${slug}" to bind the entry to`, ['briefing']);
  return found;
}
