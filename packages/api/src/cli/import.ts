import type { Command } from 'commander';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { DomainError } from '../domain-errors.ts';
import { DocumentError } from '../import/errors.ts';
import { checkCommunity } from './check-community.ts';
import type { CommandContext } from './command-context.ts';
import { describeDocument } from './describe-import.ts';
import { findDocuments } from './find-documents.ts';
import { printJsonArray } from './print-json-array.ts';
import { publishBriefingBySlug } from './publish.ts';
import { draftImport, readSources } from './read-import.ts';
import type { ImportedDocument } from './read-import.ts';
import { saveImport } from './save-import.ts';

interface ImportOptions {
  dryRun: boolean;
  json: boolean;
  publish: boolean;
  community: string;
}

export function addImportCommand(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description('turn articles (plain text, Markdown, HTML, feeds) and library files into draft briefings')
    .argument(
      '<paths...>',
      'web addresses, - for standard input, files, and folders to look for .txt, .md and .html files and feeds in',
    )
    .option('--dry-run', 'write nothing, print the drafts as Markdown', false)
    .option('--json', 'print one JSON array, an object for each document', false)
    .option('--publish', 'publish the drafts at once', false)
    .option('--community <id>', 'the community they are for', LIBRARY_ID)
    .action(async (paths: string[], options: ImportOptions) => importDocuments(paths, options, context));
}

async function importDocuments(
  paths: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<void> {
  const results = options.json ? printJsonArray(context.print) : null;
  const importAll = async (take: (document: ImportedDocument) => Promise<object>): Promise<void> => {
    for await (const document of readAll(paths, context)) {
      const result = await attempt(context, document.path, async () => take(document));
      if (result === null) continue;
      results?.add(result);
      if (results === null) for (const note of document.notes) context.note(note);
    }
  };
  if (options.dryRun) {
    await importAll(async (document) => {
      if (!options.json) context.print(document.markdown());
      return asJson(document, 'DRY_RUN');
    });
  } else {
    await context.withDatabase(async (db) => {
      await checkCommunity(db, options.community);
      await importAll(async (document) => saveOne(db, document, options, context));
    });
  }
  results?.end();
}

/** One document after the other, so that thousands of files need the memory of one. */
async function* readAll(paths: readonly string[], context: CommandContext): AsyncGenerator<ImportedDocument> {
  const entries: ImportedDocument[] = [];
  for (const path of paths) {
    const files = await attempt(context, path, async () => findDocuments(path));
    for (const file of files ?? []) {
      const sources = await attempt(context, file, async () => readSources(file, context));
      for (const source of sources ?? []) {
        const document = await attempt(context, source.path, async () =>
          draftImport(source, context.clock.now()),
        );
        if (document?.kind === 'FAQ_ENTRY') entries.push(document);
        else if (document !== null) yield document;
      }
    }
  }
  // An FAQ entry may belong to a briefing of the same import: they come last.
  yield* entries;
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

async function saveOne(
  db: Database,
  document: ImportedDocument,
  options: ImportOptions,
  { clock, print }: CommandContext,
): Promise<object> {
  const communityId = options.community;
  const { publish } = options;
  const saved = await saveImport(db, document, { communityId, publish }, clock.now());
  const target = { communityId, slug: saved.slug };
  const lines = [describeDocument(document, saved)];
  if (publish && document.kind === 'FAQ_ENTRY') {
    lines.push(`Published the FAQ entry "${saved.slug}".`);
  } else if (publish) {
    lines.push(await publishBriefingBySlug(db, target, clock.now()));
  } else if (saved.outcome === 'DRAFTED') {
    const community = communityId === LIBRARY_ID ? '' : ` --community ${communityId}`;
    lines.push(`Next: pnpm communique publish ${saved.slug}${community}`);
  }
  if (!options.json) print(`${lines.join('\n')}\n`);
  return asJson(document, publish ? 'PUBLISHED' : saved.outcome, saved.slug);
}

function asJson(
  { path, title, titleIsProposed, counts, notes, draft }: ImportedDocument,
  outcome: string,
  slug = draft.slug,
): object {
  return { path, title, titleIsProposed, counts, draft: { ...draft, slug, outcome, notes } };
}
