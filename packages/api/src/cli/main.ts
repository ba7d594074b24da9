import { existsSync } from 'node:fs';
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

if (existsSync('.env')) process.loadEnvFile('.env');

const progress = createProgress(process.stderr);

const context: CommandContext = {
  clock: systemClock,
  input: process.stdin,
  web() {
    const { allowLoopbackAddresses: loopback } = readCliSettings(process.env);
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
    const { databaseUrl } = readCliSettings(process.env);
    return withDatabase(databaseUrl, systemClock.now(), use);
  },
};

const program = createProgram(context);

// The reader of a pipe may stop reading ("… | head"): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!isExpected(error)) throw error;
  context.complain(error.message);
}

function isExpected(error: unknown): error is Error {
  return [DomainError, DocumentError, DatabaseUnavailableError, EnvironmentError].some(
    (kind) => error instanceof kind,
  );
}
