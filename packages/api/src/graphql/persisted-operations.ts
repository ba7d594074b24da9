/** Operations that clients name instead of writing them: from a file, by the SHA-256 of their text. */
import { readFile } from 'node:fs/promises';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { Plugin } from 'graphql-yoga';
import { z } from 'zod';
import operations from '../../bot-operations.json' with { type: 'json' };

/** The file cannot be used. Thrown when the program starts; the message says what to do. */
export class OperationsUnreadableError extends Error {
  override name = 'OperationsUnreadableError';
}

/** What the bot asks: always known. `pnpm generate:operations` writes the file. */
export const botOperations: ReadonlyMap<string, string> = new Map(Object.entries(operations));

export type Operations = ReadonlyMap<string, string>;

const operationsFile = z.record(z.string(), z.string());

export async function readOperations({
  persistedOperations: path,
}: {
  persistedOperations: string | undefined;
}): Promise<Operations> {
  if (path === undefined) return botOperations;
  try {
    return new Map([
      ...botOperations,
      ...Object.entries(operationsFile.parse(JSON.parse(await readFile(path, 'utf8')))),
    ]);
  } catch (error) {
    throw new OperationsUnreadableError(
      `PERSISTED_OPERATIONS "${path}" is no readable JSON file of operations by their ids: see docs/api.md, "Known operations".`,
      { cause: error },
    );
  }
}

export function useOperations(operations: Operations, { persistedOnly }: { persistedOnly: boolean }): Plugin {
  return usePersistedOperations({
    allowArbitraryOperations: !persistedOnly,
    getPersistedOperation: (id) => operations.get(id) ?? null,
    customErrors: {
      notFound: {
        message:
          'This server does not know the operation of this id: client and server are of different versions. Send the text of the operation, or give the server the client’s new file.',
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 400 } },
      },
      keyNotFound: {
        message:
          'There is no operation in this request: send "query", or the id of a known operation in "extensions.persistedQuery" as { "version": 1, "sha256Hash": "…" }.',
        extensions: { code: 'INVALID_INPUT', http: { status: 400 } },
      },
      persistedQueryOnly: {
        message:
          'This server runs known operations only: send the id of one in "extensions.persistedQuery" instead of "query".',
        extensions: { code: 'PERSISTED_QUERY_ONLY', http: { status: 400 } },
      },
    },
  });
}
