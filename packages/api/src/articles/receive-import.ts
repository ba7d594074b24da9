/** POST /import: files of articles as they lie on somebody's disk. Each is taken or refused on its own. */
import { requireEditor } from '../access/require-role.ts';
import { UnauthenticatedError } from '../access/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { requireCommunity } from '../communities/require-community.ts';
import type { Database } from '../database/client.ts';
import { DomainError } from '../domain-errors.ts';
import { DocumentError } from '../import/errors.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { Meter } from '../graphql/meter-cost.ts';
import { saveDocuments, type DocumentOutcome } from './save-documents.ts';
import { refusalOf, type Interpreted } from './interpreted.ts';
import { readImportOptions } from './read-import-options.ts';
import { shortenLeftOut } from './shorten-left-out.ts';
import { readUploads, UploadError, type Upload } from './read-uploads.ts';

interface Identity {
  viewer: Viewer;
  /** Whose budget it is taken off. */
  client: string;
}

export interface ImportReceiver {
  db: Database;
  clock: Clock;
  logger: Logger;
  meter: Pick<Meter, 'charge'>;
  importWork: ImportWork;
  /** Who asks; throws what is to be told to whoever may not. */
  identify: () => Promise<Identity>;
}

export interface ImportAnswer {
  status: number;
  headers?: Record<string, string>;
  body: object;
}

/** Never rejects: whatever goes wrong has its status and says why. */
export async function receiveImport(request: Request, receiver: ImportReceiver): Promise<ImportAnswer> {
  try {
    return await receive(request, receiver);
  } catch (error) {
    if (error instanceof UploadError) return refuse(error.status, error.code, error.message);
    if (error instanceof UnauthenticatedError) {
      return { ...refuse(401, error.code, error.message), headers: { 'WWW-Authenticate': 'Bearer' } };
    }
    if (error instanceof DomainError) {
      return refuse(error.code === 'NOT_ALLOWED' ? 403 : 400, error.code, error.message);
    }
    receiver.logger.error({ err: error }, 'An import failed');
    return refuse(
      500,
      'INTERNAL_SERVER_ERROR',
      'Something went wrong here, and files without an answer were not taken: send them again. If it goes on, report it with the header X-Request-Id.',
    );
  }
}

async function receive(request: Request, receiver: ImportReceiver): Promise<ImportAnswer> {
  if (request.method !== 'POST') {
    return { ...refuse(405, 'INVALID_INPUT', 'Files are sent with POST.'), headers: { Allow: 'POST' } };
  }
  const identity = await receiver.identify();
  const { viewer } = identity;
  if (viewer.kind === 'anonymous') {
    throw new UnauthenticatedError('Send the token of an editor in the header Authorization');
  }
  const { community, overEdits, sameName, name } = readImportOptions(new URL(request.url).searchParams);
  const { communityId, actor } = requireEditor(viewer, community);
  await requireCommunity(receiver.db, communityId, ['community']);
  const tooMuch = await spend(request, identity, receiver);
  if (tooMuch !== null) return tooMuch;
  const now = receiver.clock.now();
  const interpreted: Interpreted[] = [];
  for (const upload of await readUploads(request, name)) {
    interpreted.push(...(await interpret(upload, now, receiver.importWork)));
  }
  const documents = interpreted.flatMap((each) => ('document' in each ? [each.document] : []));
  const outcomes = await saveDocuments(
    receiver.db,
    documents,
    { communityId, overEdits, sameName },
    { now, actor },
  );
  const files = interpreted.map((each) =>
    'document' in each ? describe(each, outcomes[documents.indexOf(each.document)]) : each,
  );
  return { status: files.some((file) => 'outcome' in file) ? 200 : 422, body: { files } };
}

/** A file that is too much work never takes the others along. */
async function interpret(upload: Upload, now: Date, importWork: ImportWork): Promise<Interpreted[]> {
  try {
    return await importWork.interpretUpload({ upload, now });
  } catch (error) {
    if (error instanceof DocumentError) return [{ name: upload.name, error: refusalOf(error) }];
    throw error;
  }
}

/** A byte costs what a field costs: a token's minute is enough for some megabytes. */
async function spend(
  request: Request,
  identity: Identity,
  { meter }: ImportReceiver,
): Promise<ImportAnswer | null> {
  const cost = 1_000 + Number(request.headers.get('content-length') ?? 0);
  const { allowed, limit, resetSeconds, headers } = await meter.charge(identity, cost);
  if (allowed) return null;
  const next = cost > limit ? 'Send less at once' : `Send it again in ${resetSeconds} seconds`;
  const message = `That is more than this token may send in a minute. ${next}.`;
  return { ...refuse(429, 'RATE_LIMITED', message), headers };
}

function describe(
  { name, document }: Extract<Interpreted, { document: unknown }>,
  outcome: DocumentOutcome | undefined,
): object {
  if (outcome === undefined) throw new TypeError('Every document has an outcome');
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    return { name, error: { code, message } };
  }
  const { slug, outcome: what, message, article } = outcome.saved;
  const { title, titleIsProposed, counts, notes, leftOut } = document;
  return {
    name,
    outcome: what,
    message,
    slug,
    articleId: article?.articleId ?? null,
    revision: article === null ? 1 : article.revision,
    title,
    titleIsProposed,
    counts,
    notes,
    leftOut: shortenLeftOut(leftOut),
  };
}

function refuse(status: number, code: string, message: string): ImportAnswer {
  return { status, body: { errors: [{ message, extensions: { code } }] } };
}
