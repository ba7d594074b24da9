/** A value that does not fit its scalar, in the place of the value, until `check-arguments.ts` says so with the name of the field. */
import { quoted } from '@communique/shared/text';

export class Misfit {
  /** What would fit, and what was given, in words that follow the name of the field. */
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** Typed as the value it stands for: no resolver ever sees it. */
export function misfit(rule: string, given: string): never {
  // What a scalar returns is typed by its value; there is no other way past the executor.
  return new Misfit(`must be ${rule}, not ${quoted(given)}`) as never;
}
