import { canonicalLanguageTag } from '@communique/shared/language-tag';
import { z } from 'zod';

/** The language that content is written in: BCP 47, kept in its one form. */
export const languageSchema = z
  .string()
  .overwrite((tag) => canonicalLanguageTag(tag) ?? tag)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "en" or "pt-BR"');
