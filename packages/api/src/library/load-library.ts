/** Gives an empty database the demo library: five briefings and their FAQ entries, published, all or nothing. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { composeDraft } from '../briefings/compose-draft.ts';
import { composePublication } from '../briefings/compose-publication.ts';
import { briefings } from '../briefings/table.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { composeEntry, composeEntryPublication } from '../faq/compose-entry.ts';
import { nameKeys } from '../faq/entry-names.ts';
import { faqEntries } from '../faq/table.ts';
import type { LibraryBriefing, LibraryFaqEntry } from '../import/library/read-library-file.ts';
import { BrokenLibraryError } from './errors.ts';
import { libraryLoads } from './table.ts';

const DEMO = 'demo';
const DEMO_FOLDER = fileURLToPath(new URL('.', import.meta.url));

export type LibraryLoad =
  | { outcome: 'loaded'; briefings: number; entries: number }
  /** It was loaded before, whatever became of it since. */
  | { outcome: 'loaded before' }
  /** Somebody has put content of their own into the library. */
  | { outcome: 'library not empty' };

export async function loadLibrary(db: Database, act: Act, folder = DEMO_FOLDER): Promise<LibraryLoad> {
  if (await wasLoaded(db)) return { outcome: 'loaded before' };
  if (!(await isEmpty(db))) return { outcome: 'library not empty' };
  const files = await readLibrary(folder);
  try {
    await db.write([
      db.orm.insert(libraryLoads).values({ id: DEMO, loadedAt: act.now }),
      ...composeLibrary(db.orm, files, act),
    ]);
  } catch (error) {
    // Another program that started at the same time was faster.
    if (error instanceof WriteConflictError && (await wasLoaded(db))) return { outcome: 'loaded before' };
    throw error;
  }
  return { outcome: 'loaded', briefings: files.briefings.length, entries: files.entries.length };
}

async function wasLoaded(db: Database): Promise<boolean> {
  return (await db.orm.select().from(libraryLoads).where(eq(libraryLoads.id, DEMO))).length > 0;
}

async function isEmpty(db: Database): Promise<boolean> {
  const [briefing] = await db.orm
    .select({ id: briefings.id })
    .from(briefings)
    .where(eq(briefings.communityId, LIBRARY_ID))
    .limit(1);
  const [entry] = await db.orm
    .select({ id: faqEntries.id })
    .from(faqEntries)
    .where(eq(faqEntries.communityId, LIBRARY_ID))
    .limit(1);
  return briefing === undefined && entry === undefined;
}

interface LibraryFiles {
  briefings: LibraryBriefing[];
  entries: LibraryFaqEntry[];
}

async function readLibrary(folder: string): Promise<LibraryFiles> {
  const files = [
    ...(await readFolder(join(folder, 'briefings'))),
    ...(await readFolder(join(folder, 'faq'))),
  ];
  return {
    briefings: files.filter((file) => file.kind === 'briefing'),
    entries: files.filter((file) => file.kind === 'faq'),
  };
}

async function readFolder(folder: string): Promise<(LibraryBriefing | LibraryFaqEntry)[]> {
  // Half of the program's packages, and needed once in the life of a database.
  const { readLibraryFile } = await import('../import/library/read-library-file.ts');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => readLibraryFile(await readFile(join(folder, name), 'utf8'), join(folder, name))),
  );
}

function composeLibrary(orm: Orm, files: LibraryFiles, act: Act): WriteStatement[] {
  const statements: WriteStatement[] = [];
  const bySlug = new Map<string, { id: string; document: LibraryBriefing['document'] }>();
  for (const [index, file] of files.briefings.entries()) {
    // A millisecond apart, so that "newest first" is the order of the files.
    const itsAct = { ...act, now: new Date(act.now.getTime() - index) };
    const draft = composeDraft(
      orm,
      { ...file, communityId: LIBRARY_ID, reason: 'Demo library', article: null, faq: [] },
      itsAct,
    );
    const { briefing, revision } = draft;
    const publication = composePublication(orm, { briefing, revision, entries: [] }, itsAct);
    statements.push(...draft.statements, ...publication);
    bySlug.set(file.slug, { id: briefing.id, document: file.document });
  }
  refuseDuplicates(files.entries);
  for (const file of files.entries) statements.push(...composeLibraryEntry(orm, file, bySlug, act));
  return statements;
}

function refuseDuplicates(entries: readonly LibraryFaqEntry[]): void {
  const owners = new Map<string, string>();
  for (const entry of entries) {
    for (const key of nameKeys(entry)) {
      const owner = owners.get(key);
      if (owner !== undefined) {
        throw new BrokenLibraryError(
          `The FAQ entries "${owner}" and "${entry.slug}" are both called "${key}": change one of them`,
        );
      }
      owners.set(key, entry.slug);
    }
  }
}

function composeLibraryEntry(
  orm: Orm,
  { briefing: briefingSlug, section: sectionId, verifiedAt, kind: _kind, ...file }: LibraryFaqEntry,
  bySlug: ReadonlyMap<string, { id: string; document: LibraryBriefing['document'] }>,
  act: Act,
): WriteStatement[] {
  // The library has no obsolete entries, and is written by nobody but whoever loads it.
  const { obsolete: _obsolete, replacedBy: _replacedBy, ...content } = file;
  const briefing = briefingSlug === null ? null : (bySlug.get(briefingSlug) ?? null);
  if (briefingSlug !== null && briefing === null) {
    throw new BrokenLibraryError(`The FAQ entry "${content.slug}" belongs to a briefing "${briefingSlug}" that is not there`);
  }
  const draft = composeEntry(
    orm,
    {
      ...content,
      communityId: LIBRARY_ID,
      sectionId,
      briefing,
      verifiedAt: verifiedAt === null ? null : new Date(verifiedAt),
    },
    act,
  );
  const document = briefing?.document ?? null;
  return [
    ...draft.statements,
    ...composeEntryPublication(orm, draft.entry, { document, taken: 'conflict' }, act),
  ];
}
