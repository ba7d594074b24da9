/** A question that was asked gets its entry: a new one, or one that is there. */
import { signatureOf, type Act } from '../audit/actor.ts';
import { findCommunity } from '../communities/find-community.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { DomainError, InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { addAlias } from '../faq/edit-entry.ts';
import { checkQuestion } from '../faq/entry-content.ts';
import { findEntry } from '../faq/find-entries.ts';
import { readLivingEntry } from '../faq/read-entry.ts';
import { saveEntry } from '../faq/save-entry.ts';
import { leaveEntry, type ChangedEntry } from '../faq/write-entry.ts';
import { closeQuestion, readUndecided, whyNotClosed } from './close-question.ts';
import type { Question } from './list-questions.ts';

/** An entry to be written. */
export interface NewAnswer {
  /** Markdown. */
  answer: string;
  /** Null: the community's. */
  language: string | null;
  publish: boolean;
  verify: boolean;
}

/** An entry that is there. */
export interface KnownAnswer {
  slug: string;
  addAlias: boolean;
}

export interface Answering {
  communityId: string;
  questionId: string;
  /** How readers are to find it; null: as it was asked. */
  wording: string | null;
  by: NewAnswer | KnownAnswer;
}

export async function answerQuestion(
  db: Database,
  { by, wording: given, ...name }: Answering,
  act: Act,
): Promise<ChangedEntry> {
  const question = await readUndecided(db, name);
  const wording = given === null ? question.words : checkQuestion(given);
  try {
    return 'answer' in by
      ? await writeAnswer(db, question, { ...by, wording: needed(wording) }, act)
      : await nameAnswer(db, question, { ...by, wording }, act);
  } catch (error) {
    throw whyNotClosed(error);
  }
}

function needed(wording: string | null): string {
  if (wording !== null) return wording;
  throw new InvalidInputError(
    '"question" must say what was asked: whoever asked has not handed in the words',
    ['question'],
  );
}

async function writeAnswer(
  db: Database,
  question: Question,
  { wording, answer, publish, verify, language }: NewAnswer & { wording: string },
  act: Act,
): Promise<ChangedEntry> {
  const { communityId } = question;
  const entry = {
    communityId,
    question: wording,
    answer,
    language: language ?? (await languageOf(db, communityId)),
    slugTaken: 'suffix' as const,
    publish,
    verifiedBy: verify ? signatureOf(act.actor) : null,
    verifiedAt: verify ? act.now : null,
    along: (entryId: string) => closeQuestion(db.orm, question, { status: 'ANSWERED', entryId }, act),
  };
  return saveEntry(db, entry, act);
}

async function languageOf(db: Database, communityId: string): Promise<string> {
  const community = await findCommunity(db, communityId);
  return new Intl.Locale(community?.ownLocale ?? community?.locale ?? 'en').language;
}

async function nameAnswer(
  db: Database,
  question: Question,
  { slug, addAlias: asAlias, wording }: KnownAnswer & { wording: string | null },
  act: Act,
): Promise<ChangedEntry> {
  const { communityId } = question;
  const along = (entryId: string) => closeQuestion(db.orm, question, { status: 'ANSWERED', entryId }, act);
  try {
    if (asAlias) return await addAlias(db, { communityId, slug, alias: needed(wording), along }, act);
    const entry = await findKnown(db, communityId, slug);
    return await leaveEntry(db, entry, act, along(entry.id));
  } catch (error) {
    throw namedHere(error);
  }
}

/** Of the community, in whatever state; else of the library, as readers have it. */
async function findKnown(db: Database, communityId: string, slug: string) {
  if (communityId === LIBRARY_ID) return readLivingEntry(db, { communityId, slug });
  try {
    return await readLivingEntry(db, { communityId, slug });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return findEntry(db, communityId, slug);
  }
}

/** What it is called in the input of the answer. */
const INPUT_NAMES: Readonly<Record<string, string>> = {
  slug: 'faqEntry',
  alias: 'question',
  aliases: 'question',
};

function namedHere(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const [name = ''] = error.inputPath;
  const known = INPUT_NAMES[name];
  if (known !== undefined) error.inputPath = [known];
  return error;
}
