import type { RootContent } from 'mdast';
import { comparableText } from '../text/comparable-text.ts';
import type { OutlineSection } from '../sections/extract-outline.ts';
import type { FaqPair } from './faq-pair.ts';
import { textOf } from '../text/tree-text.ts';

/** What only lists questions that are asked and answered elsewhere in the document: its contents, or those of a part. */
export function findListedQuestions(
  sections: readonly OutlineSection[],
  pairs: readonly FaqPair[],
): RootContent[] {
  const questions = pairs.flatMap(({ question }) => question.split(' / ')).map(wordsOf);
  const asked = Map.groupBy(
    questions.filter(({ length }) => length > 1),
    beginningOf,
  );
  if (asked.size < MIN_LISTED) return [];
  return sections.flatMap(({ nodes }) => nodes.filter((node) => listsQuestions(node, asked)));
}

const MIN_LISTED = 2;

/** Questions by their first words, as many of six as they have. */
type Asked = ReadonlyMap<string, readonly string[][]>;

function wordsOf(text: string): string[] {
  return comparableText(text).split(' ').filter(isNoNumber);
}

/** Contents number what they list. */
function isNoNumber(word: string): boolean {
  return word !== '' && !/^\d+$/.test(word);
}

function beginningOf(words: readonly string[]): string {
  return words.slice(0, MAX_BEGINNING).join(' ');
}

const MAX_BEGINNING = 6;

/** Nearly all of its words are those of such questions. */
function listsQuestions(node: RootContent, asked: Asked): boolean {
  if (node.type !== 'list' && node.type !== 'paragraph' && node.type !== 'code') return false;
  const words = wordsOf(textOf(node));
  let listed = 0;
  let others = 0;
  for (let at = 0; at < words.length;) {
    const length = listedAt(words, at, asked);
    if (length > 0) listed += 1;
    else others += 1;
    // Most texts have said so much else after their first sentences.
    if (others * 4 > words.length) return false;
    at += Math.max(1, length);
  }
  return listed >= MIN_LISTED;
}

/** Questions that begin alike and are worth comparing. */
const MAX_ALIKE = 50;

/** How many words the question has that begins here. */
function listedAt(words: readonly string[], at: number, asked: Asked): number {
  for (let length = MAX_BEGINNING; length > 1; length -= 1) {
    const alike = asked.get(beginningOf(words.slice(at, at + length))) ?? [];
    const found = alike
      .slice(0, MAX_ALIKE)
      .find((question) => question.every((word, index) => words[at + index] === word));
    if (found !== undefined) return found.length;
  }
  return 0;
}
