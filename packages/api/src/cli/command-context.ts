import type { Clock } from '@communique/shared/clock';
import type { WebOptions } from '../web/get-resource.ts';
import type { Database } from '../database/client.ts';
import type { Progress } from './progress.ts';

/** What a command is given from outside. */
export interface CommandContext {
  clock: Clock;
  /** What was piped in. */
  input: AsyncIterable<Uint8Array>;
  /** How pages on the web may be asked for. */
  web(this: void): WebOptions;
  /** A line of the result. */
  print(this: void, text: string): void;
  /** A line about what went wrong; the command ends with exit code 1, after everything else was done. */
  complain(this: void, text: string): void;
  /** A line the user should know about; nothing went wrong. */
  note(this: void, text: string): void;
  /** How far the command is, for a person who waits; silent where nobody does. */
  progress: Pick<Progress, 'expect' | 'step' | 'end'>;
  /** Opens the database, brings it up to date, and closes it when `use` is done. */
  withDatabase<Result>(use: (db: Database) => Promise<Result>): Promise<Result>;
}
