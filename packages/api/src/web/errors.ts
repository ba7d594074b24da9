import { DocumentError } from '../import/errors.ts';

/** A page on the web that cannot be had, or must not be asked for. The message names the host, never a query. */
export class UnreachablePageError extends DocumentError {
  override name = 'UnreachablePageError';
}
