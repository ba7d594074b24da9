import type { DocumentError } from '../import/errors.ts';
import type { ImportedDocument } from '../import/interpret-document.ts';

export interface Refusal {
  code: 'INVALID_INPUT';
  message: string;
}

/** What a file, or an item of one, was understood to say; or why it cannot be used. */
export type Interpreted = { name: string; document: ImportedDocument } | { name: string; error: Refusal };

export function refusalOf({ message }: DocumentError): Refusal {
  return { code: 'INVALID_INPUT', message };
}
