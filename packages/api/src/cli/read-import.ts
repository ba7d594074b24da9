import { interpretDocument, type ImportedDocument } from '../import/interpret-document.ts';
import { readDocument, type ReadDocument } from '../import/read-document.ts';
import { isWebAddress, readWebDocument } from '../web/read-web-document.ts';
import type { CommandContext } from './command-context.ts';
import { readInput } from './read-input.ts';

export async function readImport(path: string, context: CommandContext): Promise<ImportedDocument> {
  const read = await readFrom(path, context);
  return interpretDocument({ ...read, path }, { now: context.clock.now() });
}

/** "-" is standard input; a file of that name is "./-". */
async function readFrom(path: string, { input, web }: CommandContext): Promise<ReadDocument> {
  if (path === '-') return readInput(input);
  return isWebAddress(path) ? readWebDocument(path, web()) : readDocument(path);
}
