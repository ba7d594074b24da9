/** Says of a briefing that is there already which one it translates, or that it translates none. */
import { eq, sql } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { assertOriginal } from './compose-publication.ts';
import { assertUnmoved, insertRevision, moveHead, revisionRow } from './compose-revision.ts';
import type { EditedBriefing } from './create-briefing.ts';
import type { BriefingDocument } from './document.ts';
import { keepProvenance } from './keep-provenance.ts';
import { assertLanguageFree, checkLanguageFree } from './language-of-family.ts';
import { unpublishedOriginal } from './publish-briefing.ts';
import {
  checkHead,
  conflictAt,
  provenanceOf,
  readHead,
  type BriefingName,
  type BriefingRow,
  type Head,
} from './read-head.ts';
import { readOriginal, translatedRevisionOf } from './read-original.ts';
import { revisePublished } from './revise-published.ts';
import { briefings } from './table.ts';

export interface TranslationLink extends BriefingName {
  /** The number of the published revision that was looked at; of the head, where readers have nothing. */
  expectedRevision: number;
  /** Slug of the briefing of the same community it translates; null: none. */
  translationOf: string | null;
  /** Number of the revision of that one it says the same as; null: what readers have of it, else the latest. */
  translatedRevision: number | null;
}

export async function linkTranslation(
  db: Database,
  { communityId, slug, expectedRevision, ...wanted }: TranslationLink,
  act: Act,
): Promise<EditedBriefing> {
  const name = { communityId, slug };
  const head = await readHead(db, name);
  const link = await readLink(db, head, wanted);
  await checkFamily(db, head, link);
  const run = head.briefing.status === 'PUBLISHED' ? linkPublished : linkDraft;
  return run(db, { name, head, expectedRevision, link }, act);
}

interface Link {
  /** Null: it translates none. */
  originalId: string | null;
  translatedRevision: number | null;
}

interface Linking {
  name: BriefingName;
  head: Head;
  expectedRevision: number;
  link: Link;
}

async function readLink(
  db: Database,
  { briefing }: Head,
  { translationOf, translatedRevision }: Pick<TranslationLink, 'translationOf' | 'translatedRevision'>,
): Promise<Link> {
  if (translationOf === null) {
    if (translatedRevision === null) return { originalId: null, translatedRevision: null };
    throw new InvalidInputError('What translates nothing is made from no revision', ['translatedRevision']);
  }
  const original = await readOriginal(db, { communityId: briefing.communityId, slug: translationOf });
  if (original.id === briefing.id) {
    throw new InvalidInputError(
      'A briefing does not translate itself, nor what translates it: name the original',
      ['translationOf'],
    );
  }
  const revision = translatedRevisionOf(original, translatedRevision);
  if (briefing.status === 'PUBLISHED') checkPublished(briefing, original.published, revision);
  return { originalId: original.id, translatedRevision: revision };
}

/** Readers of a translation are told what it translates, so they must have it. */
function checkPublished({ slug }: BriefingRow, published: number | null, revision: number): void {
  if (published === null) throw unpublishedOriginal(slug);
  if (revision <= published) return;
  throw new ConflictError(
    `"${slug}" is published, and readers have the original at revision ${published} only: publish revision ${revision} of that one first`,
    ['translatedRevision'],
  );
}

/** What has translations is an original: else those would translate a translation. */
async function checkFamily(
  db: Database,
  { briefing: { id, slug }, published, revision }: Head,
  { originalId }: Link,
): Promise<void> {
  if (originalId === null) return;
  const [translation] = await db.orm
    .select({ slug: briefings.slug })
    .from(briefings)
    .where(eq(briefings.translationOf, id))
    .limit(1);
  if (translation !== undefined) {
    throw new ConflictError(
      `"${slug}" is translated itself, by "${translation.slug}": link that one to the original first`,
      ['translationOf'],
    );
  }
  const { language } = (published ?? revision).document;
  await checkLanguageFree(db, { id, translationOf: originalId }, { language, path: ['translationOf'] });
}

/** Its readers are told what it translates at once, as of every change of what is published. */
async function linkPublished(
  db: Database,
  { name, head: { briefing, published, revision }, expectedRevision, link }: Linking,
  act: Act,
): Promise<EditedBriefing> {
  const change = (document: BriefingDocument) => linkDocument(document, link);
  const document = change((published ?? revision).document);
  const { briefingId, revisionId } = await revisePublished(
    db,
    name,
    {
      action: ACTION,
      expectedRevision,
      reason: REASON,
      change,
      carry: change,
      record: () => null,
      also: {
        statements: [
          ...linkRow(db.orm, briefing, link, document),
          ...assertOriginal({ briefing: { translationOf: link.originalId }, revision: { document } }),
        ],
        before: { translationOf: briefing.translationOf },
        after: { translationOf: link.originalId },
      },
    },
    act,
  );
  return { briefingId, revisionId };
}

async function linkDraft(
  db: Database,
  { name, head, expectedRevision, link }: Linking,
  act: Act,
): Promise<EditedBriefing> {
  checkHead(head, expectedRevision);
  const { briefing } = head;
  const { orm } = db;
  const provenance = { ...provenanceOf(head.revision), createdBy: signatureOf(act.actor), reviewedBy: null };
  const document = keepProvenance(
    { document: head.revision.document, provenance: provenanceOf(head.revision) },
    { document: linkDocument(head.revision.document, link), provenance },
  );
  const number = expectedRevision + 1;
  const revision = revisionRow(
    { briefingId: briefing.id, number, document, provenance, reason: REASON },
    act,
  );
  try {
    return await commit(db, act, {
      statements: [
        assertUnmoved(briefing),
        ...linkRow(orm, briefing, link, document),
        insertRevision(orm, revision),
        moveHead(orm, briefing, revision, 'DRAFT'),
        recordAct(act, {
          communityId: name.communityId,
          action: ACTION,
          subjectId: briefing.id,
          details: { slug: name.slug },
          before: { revision: expectedRevision, translationOf: briefing.translationOf },
          after: { revision: number, translationOf: link.originalId },
        }),
      ],
      result: { briefingId: briefing.id, revisionId: revision.id },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw await conflictAt(db, name, head.revision, error);
  }
}

const ACTION = 'briefing.link_translation';
const REASON = 'What it translates';

function linkDocument(document: BriefingDocument, { translatedRevision }: Link): BriefingDocument {
  return { ...document, translatedRevision };
}

/** What was checked before must hold when it is written, too. */
function linkRow(
  orm: Orm,
  { id }: BriefingRow,
  { originalId }: Link,
  { language }: BriefingDocument,
): WriteStatement[] {
  const update = orm.update(briefings).set({ translationOf: originalId }).where(eq(briefings.id, id));
  if (originalId === null) return [update];
  const isOriginal = sql`exists (select 1 from ${briefings} where ${briefings.translationOf} = ${id})`;
  return [
    assertThat('it is not translated itself', sql`not ${isOriginal}`),
    assertLanguageFree({ id, translationOf: originalId }, language),
    update,
  ];
}
