/** Changes what an FAQ entry says. Readers of a published one have the new text at once. */
import type { Act } from '../audit/actor.ts';
import { signatureOf } from '../audit/actor.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { composeEntryView, reviewDueAt, sectionHashOf, type EntryRow } from './compose-entry.ts';
import { checkEntryContent, type EntryContent } from './entry-content.ts';
import { claimNames } from './entry-names.ts';
import { assertBinding, readBinding } from './read-binding.ts';
import { readLivingEntry, type EntryName } from './read-entry.ts';
import { leaveEntry, writeEntry, type ChangedEntry } from './write-entry.ts';

export interface EntryEdit extends Omit<EntryContent, 'pinned' | 'verifiedBy' | 'verifiedAt'> {
  /** Who or what wrote the answer. */
  generatedBy: EntryRow['generatedBy'];
  /** The slug of the briefing it is bound to, in the same community; null: to none. */
  briefing: string | null;
  /** Whoever edits signs the answer too. Else a new question, answer or section is one that nobody has verified. */
  verify: boolean;
}

export async function editEntry(
  db: Database,
  { edit, ...name }: EntryName & { edit: EntryEdit },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readLivingEntry(db, name);
  const binding =
    edit.briefing === null
      ? null
      : await readBinding(
          db,
          { communityId: entry.communityId, slug: edit.briefing },
          entry.status === 'PUBLISHED' ? 'PUBLISHED' : 'HEAD',
        );
  const { question, aliases, answer, language, topics, sectionId, reviewIntervalDays } =
    checkEntryContent(edit);
  const written = {
    question,
    aliases,
    answer,
    language,
    topics,
    sectionId,
    reviewIntervalDays,
    generatedBy: edit.generatedBy,
    briefingId: binding?.id ?? null,
    currentSectionHash: sectionHashOf(sectionId, binding?.document),
  };
  const change = { ...written, ...verification(entry, written, edit.verify, act) };
  const more = [...assertBinding(binding), ...composeNames(db.orm, { ...entry, ...change })];
  const { aliases: askedAliases = [] } = edit;
  const wish = { action: 'faq_entry.edit', change, ...difference(entry, change), more, askedAliases };
  return writeEntry(db, entry, wish, act);
}

/** Another way to ask it. */
export async function addAlias(
  db: Database,
  { alias, along, ...name }: EntryName & { alias: string; along?: (entryId: string) => WriteStatement[] },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readLivingEntry(db, name);
  const key = normalizeText(alias);
  const more = along?.(entry.id) ?? [];
  if ([entry.question, ...entry.aliases].some((known) => normalizeText(known) === key)) {
    return leaveEntry(db, entry, act, more);
  }
  return writeAliases(db, entry, { wanted: [...entry.aliases, alias], more }, act);
}

export async function removeAlias(
  db: Database,
  { alias, ...name }: EntryName & { alias: string },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readLivingEntry(db, name);
  const key = normalizeText(alias);
  const aliases = entry.aliases.filter((known) => normalizeText(known) !== key);
  if (aliases.length === entry.aliases.length) {
    throw new NotFoundError(`The FAQ entry "${entry.slug}" has no such alias`, ['alias']);
  }
  return writeAliases(db, entry, { wanted: aliases, more: [] }, act);
}

async function writeAliases(
  db: Database,
  entry: EntryRow,
  { wanted, more: along }: { wanted: string[]; more: readonly WriteStatement[] },
  act: Act,
): Promise<ChangedEntry> {
  const { aliases } = checkAliases(entry, wanted);
  const change = { aliases };
  const more = [...composeNames(db.orm, { ...entry, aliases }), ...along];
  const action = aliases.length > entry.aliases.length ? 'faq_entry.add_alias' : 'faq_entry.remove_alias';
  return writeEntry(db, entry, { action, change, ...difference(entry, change), more }, act);
}

function checkAliases(entry: EntryRow, aliases: string[]) {
  try {
    return checkEntryContent({ ...entry, aliases });
  } catch (error) {
    if (!(error instanceof InvalidInputError) || error.inputPath[0] !== 'aliases') throw error;
    throw new InvalidInputError(
      '"alias" must have 1 to 300 characters with a letter or digit among them, and an entry at most 50 aliases',
      ['alias'],
      { cause: error },
    );
  }
}

/** Its names, and where readers find it. */
function composeNames(orm: Orm, entry: EntryRow): WriteStatement[] {
  const { status, publishedAt } = entry;
  const view =
    status === 'PUBLISHED' && publishedAt !== null ? composeEntryView(orm, { ...entry, publishedAt }) : [];
  return [...claimNames(orm, entry, 'conflict'), ...view];
}

type Written = Pick<
  EntryRow,
  'question' | 'answer' | 'briefingId' | 'sectionId' | 'reviewIntervalDays' | 'currentSectionHash'
>;

/** A signature is for the words it was put under. */
function verification(entry: EntryRow, written: Written, verify: boolean, { actor, now }: Act) {
  const { currentSectionHash, reviewIntervalDays } = written;
  if (verify) {
    const verified = { verifiedBy: signatureOf(actor), verifiedAt: now };
    return {
      ...verified,
      verifiedSectionHash: currentSectionHash,
      reviewDueAt: reviewDueAt({ ...verified, reviewIntervalDays }),
    };
  }
  const signed = ['question', 'answer', 'briefingId', 'sectionId'] as const;
  if (signed.some((name) => written[name] !== entry[name])) {
    return { verifiedBy: null, verifiedAt: null, verifiedSectionHash: null, reviewDueAt: null };
  }
  return { reviewDueAt: reviewDueAt({ verifiedAt: entry.verifiedAt, reviewIntervalDays }) };
}

/** What the audit log keeps of a change: the fields that are different. */
function difference(entry: EntryRow, change: Partial<EntryRow>) {
  const names = SHOWN.filter(
    (name) => name in change && JSON.stringify(change[name]) !== JSON.stringify(entry[name]),
  );
  return {
    before: Object.fromEntries(names.map((name) => [name, entry[name]])),
    after: Object.fromEntries(names.map((name) => [name, change[name]])),
  };
}

const SHOWN = [
  'question',
  'aliases',
  'answer',
  'language',
  'topics',
  'briefingId',
  'sectionId',
  'reviewIntervalDays',
  'generatedBy',
  'verifiedBy',
  'verifiedAt',
] as const satisfies readonly (keyof EntryRow)[];
