/**
 * What a document says and its draft does not. Found by comparing the two, not by what each step of the import
 * believes it took away: so it also finds what got lost where nobody meant to drop anything.
 */
import type { RootContent } from 'mdast';
import type { ArticleDraft } from './draft-article.ts';
import { comparableText } from './comparable-text.ts';
import { findQuotations } from './find-quotations.ts';
import { htmlText } from './html-text.ts';
import { readMastheadLine } from './masthead-lines.ts';
import type { ReadDocument } from './read-document.ts';
import { splitSentences } from './split-sentences.ts';
import { tidyDocument } from './tidy-document.ts';
import { isHtml } from './tidy-html.ts';
import { tidyMarkdown } from './tidy-markdown.ts';
import { cleanText, textOf } from './tree-text.ts';

type Draft = Pick<ArticleDraft, 'document' | 'faq' | 'article'>;

/** Blocks and sentences in reading order. */
export function findLeftOut(read: ReadDocument, draft: Draft): string[] {
  const known = indexDraft(draft);
  return blocksOf(read).flatMap((block) => {
    if (readMastheadLine(block) !== null) return [];
    const isKept = keptWords(block, known);
    const lost = splitSentences(block).filter((sentence) => isLost(sentence, block, isKept, known));
    const all = splitSentences(block).length;
    return lost.length === all && all > 0 ? [block] : lost.map(({ text }) => cleanText(text));
  });
}

/** Of a web page all that a reader sees: what was chosen as the article is a part of it. */
function blocksOf(read: ReadDocument): string[] {
  if (isHtml(read.text, read.fileName)) return htmlText(read.text).split('\n');
  const { root } = tidyDocument(read);
  return blocksIn(root.children);
}

function blocksIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap(partsOf).filter((text) => comparableText(text) !== '');
}

/** Points and cells one by one. */
function partsOf(node: RootContent): string[] {
  if (node.type === 'list') return node.children.map(textOf);
  if (node.type !== 'table') return [textOf(node)];
  return node.children.flatMap((row) => row.children.map(textOf));
}

interface DraftIndex {
  /** Every run of so many words. */
  runs: ReadonlySet<string>;
  /** Every text as a whole: of fewer words than a run, "home" is in many sentences. */
  texts: ReadonlySet<string>;
}

const RUN = 4;

interface DraftText {
  text: string;
  /** Equal for the label and the text of a point, for the cells of a row. */
  owner: unknown;
}

/** Each text, and what stands together in one piece of the draft. */
function* wholes(texts: readonly DraftText[]): Generator<string> {
  let joined = '';
  for (const [index, { text, owner }] of texts.entries()) {
    joined = texts[index - 1]?.owner === owner ? `${joined} ${text}` : text;
    yield text;
    yield joined;
  }
}

function indexDraft({ document, faq, article }: Draft): DraftIndex {
  const { title, byline, publisher } = article;
  const texts = textsIn([
    document,
    faq.map(({ question, answer }) => [question, answer]),
    title,
    byline,
    publisher,
  ]);
  const words = texts.flatMap(({ text }) => wordsOf(text));
  return { runs: new Set(runsOf(words)), texts: new Set([...wholes(texts)].map(comparableText)) };
}

/** Names for machines, and what the import itself adds. */
const NO_TEXT = new Set([
  'id',
  'sectionId',
  'parentId',
  'kind',
  'type',
  'slug',
  'gradings',
  'origin',
  'citations',
]);

/** All texts within a value, in their order; of Markdown what a reader sees of it. */
function textsIn(root: unknown): DraftText[] {
  const texts: DraftText[] = [];
  const open: { value: unknown; owner: unknown }[] = [{ value: root, owner: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, owner } = next;
    if (typeof value === 'string') {
      for (const text of readerTexts(value)) texts.push({ text, owner });
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).filter(([key]) => !NO_TEXT.has(key));
      for (const [, part] of entries.toReversed()) open.push({ value: part, owner: value });
    }
  }
  return texts;
}

function readerTexts(text: string): string[] {
  if (!/[[\]<*_`&\\|\n]/.test(text)) return [text];
  return blocksIn(tidyMarkdown(text).children);
}

function wordsOf(text: string): string[] {
  const comparable = comparableText(text);
  return comparable === '' ? [] : comparable.split(' ');
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

/** For each word of a block whether it stands in the draft among the same neighbours. */
function keptWords(block: string, { runs, texts }: DraftIndex): boolean[] {
  const words = wordsOf(block);
  if (words.length < RUN) return words.map(() => texts.has(words.join(' ')));
  const kept = words.map(() => false);
  for (const [index, run] of runsOf(words).entries()) {
    if (runs.has(run)) kept.fill(true, index, index + RUN);
  }
  return kept;
}

/** A label, or the name of who speaks, may stand elsewhere; more than that is missing. */
function isLost(
  { text, start }: { text: string; start: number },
  block: string,
  kept: readonly boolean[],
  { texts }: DraftIndex,
): boolean {
  // “Words,” she said: the words are a quote of the draft, and who said them its speaker.
  if (findQuotations(text).some((quotation) => texts.has(comparableText(quotation.text)))) return false;
  const first = wordsOf(block.slice(0, start)).length;
  const own = kept.slice(first, first + wordsOf(text).length);
  const missing = own.filter((isKept) => !isKept).length;
  return missing > 0 && missing * 2 > own.length;
}
