/**
 * What a document says and its draft does not. Found by comparing the two, not by what each step of the import
 * believes it took away: so it also finds what got lost where nobody meant to drop anything.
 */
import { blocksIn } from './blocks-in.ts';
import { comparableText, holdsWords } from '../text/comparable-text.ts';
import type { ArticleDraft } from '../draft-article.ts';
import type { ExplainLeftOut } from './explain-left-out.ts';
import type { LeftOutPassage } from './left-out-reasons.ts';
import { findQuotations } from '../speech/find-quotations.ts';
import { indexRuns, RUN, type RunIndex } from './index-runs.ts';
import { PERMALINK } from '../sections/extract-outline.ts';
import { readTopicLine } from '../page/extract-hashtags.ts';
import { readMastheadLine, readMastheadName } from '../page/masthead-lines.ts';
import { readAskedLine } from '../faq/read-asked-line.ts';
import { readSpeaker } from '../exchanges/read-speaker.ts';
import { splitSentences, type Sentence } from '../speech/split-sentences.ts';
import { tidyMarkdown } from '../markdown/tidy-markdown.ts';
import { cleanText } from '../text/tree-text.ts';

type Draft = Pick<ArticleDraft, 'document' | 'faq' | 'article'>;

/** Blocks and sentences in reading order. `blocks`: what a reader sees of the document. */
export function findLeftOut(
  blocks: readonly string[],
  draft: Draft,
  explain: ExplainLeftOut,
): LeftOutPassage[] {
  const said = textsOf(draft);
  const whole = new Set(said.map(({ text }) => text));
  // Nearly all stand in the draft as they are: only for others words are compared.
  const others = blocks.filter((block) => !whole.has(block));
  const known = indexTexts(others.length === 0 ? [] : said);
  return others.flatMap((block) => {
    const kept = keptWords(block, known);
    if (!kept.includes(false) || isKeptWithoutMark(block, known)) return [];
    if (isMasthead(block, draft)) return [];
    const sentences = splitSentences(block);
    const lost = lostSentences(block, sentences, kept, known).filter(({ text }) => !isNumbering(text));
    if (lost.length === 0) return [];
    const passages = lost.length === sentences.length ? [block] : lost.map(({ text }) => cleanText(text));
    return passages.map((text) => ({ text, reason: explain(text) }));
  });
}

/** Who wrote the article, and when: what such lines say stands in the draft in fields of its own. */
function isMasthead(block: string, { article, document }: Draft): boolean {
  if (readMastheadLine(block) !== null) return true;
  const topics = readTopicLine(block);
  if (topics.length > 0) return topics.every((topic) => document.topics.some(({ name }) => name === topic));
  const byline = article.byline ?? null;
  if (byline === null) return false;
  // Author and day, each on a line of its own, are one block.
  const rest = block.startsWith(byline) ? block.slice(byline.length).trim() : '';
  return readMastheadName(block)?.byline === byline || (rest !== '' && readMastheadLine(rest) !== null);
}

const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,5})[.)]\s+/;

/** "1.2.", "IV.", before a heading or a question: the order of the draft says as much. */
function isNumbering(text: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[IVX]{1,5}[.)])$/.test(text.trim());
}

interface DraftIndex {
  runs: RunIndex;
  /** Every text as a whole: of fewer words than a run, "home" is in many sentences. */
  texts: ReadonlySet<string>;
}

interface DraftText {
  text: string;
  /** Equal for the label and the text of a point, for the cells of a row. */
  owner: unknown;
}

/** Each text, and the few words that stand together in one piece of the draft. */
function* wholes(texts: readonly DraftText[]): Generator<string> {
  let joined = '';
  for (const [index, { text, owner }] of texts.entries()) {
    const isMore = texts[index - 1]?.owner === owner && joined.length < MAX_JOINED;
    joined = isMore ? `${joined} ${text}`.trim() : text;
    yield text;
    if (isMore) yield joined;
  }
}

/** Longer than any block that is no run of words. */
const MAX_JOINED = 200;

function textsOf({ document, faq, article }: Draft): DraftText[] {
  const { title, byline, publisher } = article;
  return textsIn([
    document,
    faq.map(({ question, aliases, answer }) => [question, aliases, answer]),
    title,
    byline,
    publisher,
  ]);
}

function indexTexts(said: readonly DraftText[]): DraftIndex {
  const texts = said.map(({ text, owner }) => ({ text: comparableText(text), owner }));
  return {
    runs: indexRuns(texts.flatMap(({ text }) => wordsIn(text))),
    texts: new Set(wholes(texts)),
  };
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
      for (const [key, part] of entries.toReversed()) {
        open.push({ value: part, owner: value });
        // The name of a column may be made of names that stood below each other.
        if (key === 'label' && typeof part === 'string' && part.includes(' – '))
          open.push({ value: part.split(' – '), owner: value });
      }
    }
  }
  return texts;
}

function readerTexts(text: string): string[] {
  if (!MARKUP.test(text)) return [text];
  // Lines of a verse, of an address or of code are blocks of a page, and one block of an answer.
  const lines = text.includes('\n') ? text.split('\n').filter((line) => line.length <= MAX_LINE) : [];
  // "<html>" in a paragraph is text; in an answer it is markup.
  const whole = text.includes('<') ? [text] : [];
  return [...whole, ...lines, ...blocksIn(tidyMarkdown(text).children)].flatMap((block) => {
    // "Term: meaning" in an answer was two blocks of a page.
    const label = LABEL.exec(block)?.[0];
    return label === undefined ? [block] : [block, label, block.slice(label.length)];
  });
}

/** What Markdown may read otherwise than it is written; "Tanks & Towers" it does not. */
const MARKUP = /[[\]<*_`\\|\n]|&(?:#|[A-Za-z0-9]+;)/;
const MAX_LINE = 100;
const LABEL = /^[^:.!?]{1,80}:(?=\s)/;

function wordsOf(text: string): string[] {
  return wordsIn(comparableText(text));
}

function wordsIn(comparable: string): string[] {
  return comparable === '' ? [] : comparable.split(' ');
}

/** For each word of a block whether it stands in the draft among the same neighbours. */
function keptWords(block: string, { runs, texts }: DraftIndex): boolean[] {
  const words = wordsOf(block);
  return words.length < RUN ? words.map(() => texts.has(words.join(' '))) : runs.wordsIn(words);
}

/** "Q: Who pays?", "Holm: We do.", "2. Who pays?": who asks, who answers and in which order stands elsewhere, or nowhere. */
function isKeptWithoutMark(block: string, known: DraftIndex): boolean {
  const asked = readAskedLine(block);
  const speaker = readSpeaker(block);
  const spoken = speaker === null ? '' : block.slice(speaker.wordsAt);
  const numbered = NUMBERING.exec(block)?.[0] ?? '';
  const own = numbered === '' ? spoken || block.replace(PERMALINK, '') : block.slice(numbered.length);
  const parts = asked === null ? [own] : [asked.words, asked.answer ?? ''];
  const said = parts.filter(holdsWords);
  return said.length > 0 && said.every((part) => !keptWords(part, known).includes(false));
}

function lostSentences(
  block: string,
  sentences: readonly Sentence[],
  kept: readonly boolean[],
  known: DraftIndex,
): Sentence[] {
  let place = 0;
  let first = 0;
  return sentences.filter(({ text, start }) => {
    first += wordsOf(block.slice(place, start)).length;
    place = start;
    return isLost(text, kept.slice(first, first + wordsOf(text).length), known);
  });
}

/** A label, or the name of who speaks, may stand elsewhere; more than that is missing. */
function isLost(text: string, kept: readonly boolean[], { texts }: DraftIndex): boolean {
  const missing = kept.filter((isKept) => !isKept).length;
  // A sentence of few words that is a piece of its own has no neighbours there.
  if (missing * 2 <= kept.length || texts.has(comparableText(text))) return false;
  // “Words,” she said: the words are a quote of the draft, and who said them its speaker.
  return !findQuotations(text).some((quotation) => texts.has(comparableText(quotation.text)));
}
