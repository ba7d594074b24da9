/** A value that does not fit its scalar, in the place of the value, until `check-arguments.ts` says so with the name of the field. */
export class Misfit {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** Typed as the value it stands for: no resolver ever sees it. */
export function misfit(message: string): never {
  // What a scalar returns is typed by its value; there is no other way past the executor.
  return new Misfit(message) as never;
}
