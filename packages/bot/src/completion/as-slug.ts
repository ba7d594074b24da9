import { isSlug, slugify } from '@communique/shared/text';

const MAX_LENGTH = 80;

/** A picked slug as it is, a title typed by hand as the slug it would have; empty when there is nothing in it. */
export function asSlug(text: string): string {
  const trimmed = text.trim();
  return isSlug(trimmed) && trimmed.length <= MAX_LENGTH ? trimmed : slugify(trimmed);
}
