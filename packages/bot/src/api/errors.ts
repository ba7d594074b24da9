/** The API cannot be reached, did not answer in time, or failed. Whoever asked may try again later. */
export class ApiUnavailableError extends Error {
  override name = 'ApiUnavailableError';

  constructor(reason: string, options?: ErrorOptions) {
    super(`The API is not available: ${reason}`, options);
  }
}

/** Something answered, with neither a result nor a refusal. */
export class StrangeAnswerError extends ApiUnavailableError {
  override name = 'StrangeAnswerError';
}

/** Whatever answers at the API's address, the bot cannot work with it before somebody changes something. */
export class UnusableApiError extends Error {
  override name = 'UnusableApiError';
}

/** The API understood the request and did not carry it out. Trying again unchanged does not help. */
export class ApiRefusedError extends Error {
  override name = 'ApiRefusedError';
  readonly code: string;
  /** The API's own words, meant for people. */
  readonly explanation: string;

  constructor(operation: string, code: string, explanation: string) {
    super(`The API refused ${operation} (${code}): ${explanation}`);
    this.code = code;
    this.explanation = explanation;
  }
}
