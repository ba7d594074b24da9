import { expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

test.each([
  ['b-plain.txt', 'the-night-ferry-stops'],
  ['night-ferry.txt', 'the-night-ferry-stops'],
  ['2026-06-14.txt', 'the-night-ferry-stops'],
  ['the-last-ferry.txt', 'the-last-ferry'],
  ['The Last Ferry.txt', 'the-night-ferry-stops'],
])('a file called %s gives the slug %s', (fileName, slug) => {
  const text = 'The Night Ferry Stops\n\nIt made its last crossing on Sunday. Few people noticed it.\n';
  expect(draftText(text, fileName).slug).toBe(slug);
});
