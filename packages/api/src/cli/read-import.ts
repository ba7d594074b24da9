import { documentsIn } from '../import/reading/documents-in.ts';
import { decodeSource } from '../import/drafting/draft-source.ts';
import { readDocument, type ReadDocument } from '../import/read-document.ts';
import { isWebAddress, readWebSource } from '../web/read-web-source.ts';
import type { CommandContext } from './command-context.ts';
import { readInput } from './read-input.ts';

/** What a path means: one document, or every item of a feed. */
export async function readSources(path: string, context: CommandContext): Promise<ReadDocument[]> {
  return documentsIn({ ...(await readFrom(path, context)), path });
}

/** "-" is standard input; a file of that name is "./-". */
async function readFrom(path: string, { input, web }: CommandContext): Promise<ReadDocument> {
  if (path === '-') return readInput(input);
  return isWebAddress(path) ? decodeSource(await readWebSource(path, web())) : readDocument(path);
}
