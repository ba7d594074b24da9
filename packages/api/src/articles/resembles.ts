import { comparableText } from '../import/text/comparable-text.ts';

interface Text {
  title: string;
  text: string;
}

/** Shorter ones are said in many texts. */
const MIN_SENTENCE = 20;

/** Whether one text may be a later version of the other: it has the same title, or one sentence in five. */
export function resembles(before: Text, after: Text): boolean {
  if (comparableText(before.title) === comparableText(after.title)) return true;
  const known = new Set(sentencesOf(before));
  const own = sentencesOf(after);
  const same = own.filter((sentence) => known.has(sentence)).length;
  return same > 0 && same * 5 >= own.length;
}

function sentencesOf({ text }: Text): string[] {
  return text
    .split(/[.!?…。！？\n]+/)
    .map(comparableText)
    .filter(({ length }) => length >= MIN_SENTENCE);
}
