import { slugify } from '@communique/shared/text';

const SLUG = /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** A picked slug as it is, a title typed by hand as the slug it would have; empty when there is nothing in it. */
export function asSlug(text: string): string {
  const trimmed = text.trim();
  return SLUG.test(trimmed) ? trimmed : slugify(trimmed);
}
