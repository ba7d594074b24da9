import { compilePattern } from '../text/compile-pattern.ts';
import { truncate } from '@communique/shared/text';
import { comparableText } from '../text/comparable-text.ts';
import { capitalize } from '../sections/extract-prompts.ts';
import { isAskedLine, readAskedLine } from '../faq/read-asked-line.ts';
import { splitSentences } from '../speech/split-sentences.ts';

// "article.txt", "index.md", "download (1).txt" name no article.
const NAMELESS =
  /^(?:article|index|document|untitled|download|page|text|file|new|draft|copy|stdin|input|output|readme|\d+|[\da-f]{8,}|\W)+$/i;
const MAX_TITLE = 120;

/** For a text without a title: the words of its file name, or its first heading or sentence. A suggestion, and marked as one. */
export function proposeTitle(text: string, fileName: string, firstHeading: string | null): string {
  const name = fileName
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}-(?=\S)/, '')
    .replace(/[-_+.\s]+/g, ' ')
    .trim();
  if (name.includes(' ') && !NAMELESS.test(name.replaceAll(' ', ''))) {
    return truncate(asWritten(text, name) ?? capitalize(name), MAX_TITLE);
  }
  // "faq.md": nothing says better what it is.
  if (/^faqs?$/i.test(name)) return 'FAQ';
  const first = /^.*[\p{L}\p{N}].*$/mu.exec(text)?.[0] ?? '';
  const words = isAskedLine(first) ? (readAskedLine(first)?.words ?? first) : first;
  const sentence = splitSentences(words)[0]?.text ?? words;
  return truncate((firstHeading ?? sentence).replace(/\s+/g, ' ').trim() || 'Untitled', MAX_TITLE);
}

/** The file is often named after a phrase of the text: then with the capitals the text gives it. */
function asWritten(text: string, name: string): string | null {
  const pattern = comparableText(name).split(' ').join("[\\s'’-]+");
  const match = compilePattern(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'iu').exec(text);
  return match === null || !/^\p{Lu}/u.test(match[0]) ? null : match[0].replace(/\s+/g, ' ');
}
