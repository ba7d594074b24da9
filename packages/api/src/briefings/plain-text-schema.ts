import { z } from 'zod';

// Control characters (but tab and line feed) and lone surrogates never enter a document: clients cannot show them.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F]/;

/** A text of one to `maxLength` UTF-16 units that every client can show. */
export function plainText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((text) => text.isWellFormed() && !UNPRINTABLE.test(text), 'must hold no control characters');
}
