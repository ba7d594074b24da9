import { LEFT_OUT_REASONS } from '../import/left-out/left-out-reasons.ts';
import { Option, type Command } from 'commander';
import { truncate } from '@communique/shared/text';
import { signDraft } from '../articles/sign-draft.ts';
import { saveDocuments, type DocumentOutcome, type SavedDocument } from '../articles/save-documents.ts';
import { SAME_NAME, type SameName } from '../articles/article-draft.ts';
import { operator } from '../audit/actor.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { DomainError } from '../domain-errors.ts';
import { DocumentError } from '../import/errors.ts';
import { interpretDocument, type ImportedDocument } from '../import/interpret-document.ts';
import { writeDocument } from '../import/library/write-document.ts';
import { batchesOf } from './batches.ts';
import { checkCommunity } from './check-community.ts';
import type { CommandContext } from './command-context.ts';
import { describeDocument } from './describe-import.ts';
import { findDocuments } from './find-documents.ts';
import { printJsonArray, type JsonArray } from './print-json-array.ts';
import { orderEntries, type ImportedEntry } from './order-entries.ts';
import { publishBriefingBySlug } from './publish.ts';
import { readSources } from './read-import.ts';

interface ImportOptions {
  dryRun: boolean;
  json: boolean;
  publish: boolean;
  overEdits: boolean;
  sameName: Lowercase<SameName>;
  community: string;
}

export function addImportCommand(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description(
      'turn articles (plain text, Markdown, reStructuredText, HTML, feeds) and library files into draft briefings',
    )
    .argument(
      '<paths...>',
      'web addresses, - for standard input, files, and folders to look for .txt, .md, .rst and .html files and feeds in',
    )
    .option('--dry-run', 'write nothing, print the drafts as Markdown', false)
    .option('--json', 'print one JSON array, an object for each document', false)
    .option('--publish', 'publish the drafts at once', false)
    .option(
      '--over-edits',
      'a later version of an article follows even a briefing that editors have changed since',
      false,
    )
    .addOption(
      new Option(
        '--same-name <what>',
        'another text in a file of the same name as one that was imported before: ask (it waits in the inbox where it looks like a later version), update (it is one) or new (it is another article)',
      )
        .choices(['ask', 'update', 'new'])
        .default('ask'),
    )
    .option('--community <id>', 'the community they are for', LIBRARY_ID)
    .action(async (paths: string[], options: ImportOptions) => importDocuments(paths, options, context));
}

async function importDocuments(
  paths: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<void> {
  const json = options.json ? printJsonArray(context.print) : null;
  try {
    if (options.dryRun) await showAll(paths, json, context);
    else {
      await context.withDatabase(async (db) => {
        await checkCommunity(db, options.community);
        await saveAll(db, { paths, options, json }, context);
      });
    }
  } finally {
    context.progress.end();
  }
  json?.end();
}

async function showAll(
  paths: readonly string[],
  json: JsonArray | null,
  context: CommandContext,
): Promise<void> {
  for await (const document of readAll(paths, context)) {
    if (json === null) {
      context.print(writeDocument(signed(document)));
      tellNotes(document, context);
      tellLeftOut(document, context);
    } else json.add(asJson(document, 'DRY_RUN'));
  }
}

async function saveAll(
  db: Database,
  { paths, options, json }: { paths: readonly string[]; options: ImportOptions; json: JsonArray | null },
  context: CommandContext,
): Promise<void> {
  const { community: communityId, overEdits, publish } = options;
  const sameName = SAME_NAME.find((each) => each.toLowerCase() === options.sameName) ?? 'ASK';
  const act = () => ({ now: context.clock.now(), actor: operator });
  for await (const documents of batchesOf(readAll(paths, context), context.clock)) {
    const outcomes = await saveDocuments(db, documents, { communityId, overEdits, publish, sameName }, act());
    for (const [index, document] of documents.entries()) {
      await attempt(context, document.path, async () => {
        const saved = savedOf(outcomes[index]);
        const { outcome, lines } = await finish(db, { document, saved }, options, context);
        if (json !== null) return json.add(asJson(document, outcome, saved.slug));
        context.print(`${[describeDocument(document, saved), ...lines].join('\n')}\n`);
        tellNotes(document, context);
      });
    }
  }
}

/** One document after the other, so that thousands of files need the memory of few. */
async function* readAll(paths: readonly string[], context: CommandContext): AsyncGenerator<ImportedDocument> {
  const { progress } = context;
  const entries: ImportedEntry[] = [];
  const files: string[] = [];
  for (const path of paths) {
    const found = await attempt(context, path, async () => findDocuments(path));
    for (const file of found ?? []) files.push(file);
  }
  progress.expect(files.length);
  for (const file of files) {
    const sources = await attempt(context, file, async () => readSources(file, context));
    // A feed is as many documents as it has items.
    if (sources === null) progress.step(false);
    else progress.expect(sources.length - 1);
    for (const source of sources ?? []) {
      const document = await attempt(context, source.path, async () =>
        interpretDocument(source, { now: context.clock.now() }),
      );
      progress.step(document !== null);
      if (document?.kind === 'FAQ_ENTRY') entries.push(document);
      else if (document !== null) yield document;
    }
  }
  // An FAQ entry may belong to a briefing of the same import: they come last.
  yield* orderEntries(entries);
}

/** One bad file is named and never keeps the others from coming in. */
async function attempt<Result>(
  context: CommandContext,
  path: string,
  act: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DocumentError) context.complain(error.message);
    else if (error instanceof DomainError) context.complain(`${path}: ${error.message}`);
    else throw error;
    return null;
  }
}

function savedOf(outcome: DocumentOutcome | undefined): SavedDocument {
  if (outcome === undefined) throw new TypeError('Every document has an outcome');
  if ('error' in outcome) throw outcome.error;
  return outcome.saved;
}

interface Done {
  document: ImportedDocument;
  saved: SavedDocument;
}

/** What is said of a document at the end: also that it was published, where that was asked for. */
async function finish(
  db: Database,
  { document, saved }: Done,
  { publish, community: communityId }: ImportOptions,
  { clock }: CommandContext,
): Promise<{ outcome: string; lines: string[] }> {
  if (!publish || saved.outcome === 'HELD') {
    return { outcome: saved.outcome, lines: nextSteps(saved, communityId) };
  }
  const { slug } = saved;
  if (document.kind === 'FAQ_ENTRY') {
    return saved.isPublished
      ? { outcome: 'PUBLISHED', lines: [`Published the FAQ entry "${slug}".`] }
      : { outcome: saved.outcome, lines: [saved.message] };
  }
  const line = await publishBriefingBySlug(db, { communityId, slug }, clock.now());
  return { outcome: 'PUBLISHED', lines: [line] };
}

function nextSteps({ outcome, slug, article }: SavedDocument, communityId: string): string[] {
  const community = communityId === LIBRARY_ID ? '' : ` --community ${communityId}`;
  if (outcome === 'HELD' && typeof article?.namesake === 'string') {
    return [
      'Import it again with --same-name update where it is a later version, else with --same-name new.',
    ];
  }
  if (outcome === 'HELD') return ['To put it in their place all the same: import it with --over-edits.'];
  return outcome === 'KNOWN' ? [] : [`Next: pnpm communique publish ${slug}${community}`];
}

function tellNotes({ notes }: ImportedDocument, context: CommandContext): void {
  for (const note of notes) context.note(note);
}

const MAX_TOLD = 20;

function tellLeftOut({ path, leftOut }: ImportedDocument, context: CommandContext): void {
  for (const { text, reason } of leftOut.slice(0, MAX_TOLD)) {
    context.note(`${path}: left out: “${truncate(text, 160)}”. ${LEFT_OUT_REASONS[reason].description}`);
  }
  if (leftOut.length > MAX_TOLD) {
    context.note(`${path}: left out: ${leftOut.length - MAX_TOLD} more. --json lists them all.`);
  }
}

function asJson(document: ImportedDocument, outcome: string, slug = document.draft.slug): object {
  const { path, title, titleIsProposed, counts, notes, leftOut } = document;
  const draft = { ...signed(document).draft, slug, outcome, notes, leftOut };
  return { path, title, titleIsProposed, counts, draft };
}

/** As it is saved. A file of our own format says who made it. */
function signed(document: ImportedDocument): ImportedDocument {
  if (document.kind === 'FAQ_ENTRY' || document.draft.article === null) return document;
  return { ...document, draft: signDraft(document.draft, operator) };
}
