import { systemClock } from '@communique/shared/clock';
import { EnvironmentError } from '@communique/shared/environment';
import { DatabaseUnavailableError } from '../database/errors.ts';
import { DomainError } from '../domain-errors.ts';
import { DocumentError } from '../import/errors.ts';
import { allowAddresses } from '../web/is-public-address.ts';
import type { CommandContext } from './command-context.ts';
import { createProgram } from './program.ts';
import { createProgress } from './progress.ts';
import { readCliSettings } from './settings.ts';
import { withDatabase } from './with-database.ts';

/** Reads the arguments the program was started with and does what they say; a mistake is said in words. */
export async function runProgram(env: NodeJS.ProcessEnv): Promise<void> {
  const context = createContext(env);
  // The reader of a pipe may stop reading ("… | head"): that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await createProgram(context).parseAsync();
  } catch (error) {
    if (!isExpected(error)) throw error;
    context.complain(error.message);
  }
}

function createContext(env: NodeJS.ProcessEnv): CommandContext {
  const progress = createProgress(process.stderr);
  return {
    clock: systemClock,
    input: process.stdin,
    web() {
      const { allowLoopbackAddresses: loopback } = readCliSettings(env);
      return { isAllowed: allowAddresses({ loopback }) };
    },
    print: (text) => progress.aside(() => console.log(text)),
    complain(text) {
      progress.aside(() => console.error(text));
      process.exitCode = 1;
    },
    note: (text) => progress.aside(() => console.error(`note: ${text}`)),
    progress,
    async withDatabase(use) {
      const { databaseUrl } = readCliSettings(env);
      return withDatabase(databaseUrl, systemClock.now(), use);
    },
  };
}

function isExpected(error: unknown): error is Error {
  return [DomainError, DocumentError, DatabaseUnavailableError, EnvironmentError].some(
    (kind) => error instanceof kind,
  );
}
