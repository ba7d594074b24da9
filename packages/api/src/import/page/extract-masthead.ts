import type { Heading, RootContent } from 'mdast';
import type { Dated } from '../../briefings/document.ts';
import { classifySection } from '../sections/classify-section.ts';
import { comparableText } from '../text/comparable-text.ts';
import { readBareByline, readBareBylines } from './extract-byline.ts';
import { endsInQuestionMark, isFaqHeading } from '../faq/faq-headings.ts';
import { readTopicLine } from './extract-hashtags.ts';
import { readDatedLines } from '../events/read-dated-lines.ts';
import { isKicker } from './kickers.ts';
import { isMailField, readMastheadName } from './masthead-lines.ts';
import { beginsWithDateline } from './read-dateline.ts';
import { readMastheadNode } from './read-masthead-node.ts';
import type { MastheadLine } from './masthead-lines.ts';
import { isMarked } from '../faq/faq-marks.ts';
import { endsSentence } from '../plain-text/plain-text-lines.ts';
import { splitSentences } from '../speech/split-sentences.ts';
import { lineOf, textOf } from '../text/tree-text.ts';

/** What stands at the head of an article, and the article without it. */
export interface Masthead {
  title: string | null;
  /** Where the text says it; null: it does not. */
  titleNode: RootContent | null;
  /** The one sentence below the title that says what the article says. */
  standfirst: RootContent | null;
  byline: string | null;
  publisher: string | null;
  publishedOn: Dated | null;
  hashtags: string[];
  body: RootContent[];
}

/** With a title known from elsewhere only a main heading is one: every other heading heads a section. */
export function extractMasthead(
  nodes: readonly RootContent[],
  { title: knownTitle, mayLackTitle }: { title: string | null; mayLackTitle: boolean },
): Masthead {
  const { hashtags, rest } = takeHashtags(nodes);
  const isUntitled = mayLackTitle && (beginsAsking(rest) || beginsWithPart(rest));
  const titleNode = isUntitled ? null : findTitle(rest, knownTitle !== null);
  const title = titleNode === null ? knownTitle : textOf(titleNode);
  const head: Head = { ...NO_HEAD, title, isTitleKnown: knownTitle !== null };
  const { entries: timeline } = readDatedLines(rest);
  const titleIndex = titleNode === null ? -1 : rest.indexOf(titleNode);
  const body: RootContent[] = [];
  let isInSections = false;
  let isLead = false;
  let isBelowByline = false;
  for (const [index, node] of rest.entries()) {
    if (node === titleNode) continue;
    if (title !== null && !isInSections && isShort(node) && isSame(textOf(node), title)) continue;
    const isOfHead = !timeline.has(node);
    if (isOfHead && body.length === 0 && isMastheadNode(rest, index, head)) continue;
    if (isOfHead && isBelowTeaser(rest, index, { body, head }) && isMastheadNode(rest, index, head)) {
      isLead = body.length === 1;
      continue;
    }
    isBelowByline ||= body.length === 0 && head.lastIndex !== null && head.lastIndex > titleIndex;
    body.push(node);
    isInSections ||= node.type === 'heading';
  }
  const standfirst = title === null ? null : findStandfirst(body, { isLead, isBelowByline });
  return {
    title,
    titleNode,
    standfirst,
    byline: head.byline,
    publisher: head.publisher,
    publishedOn: head.publishedOn,
    hashtags,
    body: body.filter((node) => node !== standfirst),
  };
}

/** "Von Jonas Weber, 3. Mai 2025", and what belongs to it, below the paragraph that leads into the article, or two short ones. */
function isBelowTeaser(
  nodes: readonly RootContent[],
  index: number,
  { body, head }: { body: readonly RootContent[]; head: Head },
): boolean {
  const node = nodes[index];
  if (!body.every(({ type }) => type === 'paragraph') || node === undefined || !isShort(node)) return false;
  const isAllShort = body.every((teaser) => isShort(teaser) && !endsSentence(textOf(teaser)));
  if (body.length === 0 || body.length > (isAllShort ? 2 : 1)) return false;
  const line = readMastheadNode(node);
  if (isBesideMasthead(nodes, index, head)) return line !== null || isName(node, head);
  // A date alone may begin what a text tells day by day, but not below words that are no sentence.
  return line !== null && (line.byline !== null || (isAllShort && body.length === 1));
}

function isName(node: RootContent, { byline }: Head): boolean {
  if (node.type !== 'paragraph') return false;
  return readNameNode(node) !== null || (byline === null && readBareBylines(textOf(node)) !== null);
}

/** Right below a line of the masthead, or right above one. */
function isBesideMasthead(nodes: readonly RootContent[], index: number, head: Head): boolean {
  const next = nodes[index + 1];
  return (
    head.lastIndex === index - 1 ||
    (next !== undefined && isShort(next) && (readMastheadNode(next) ?? readNameNode(next)) !== null)
  );
}

function readNameNode(node: RootContent): MastheadLine | null {
  return node.type === 'paragraph' ? readMastheadName(textOf(node)) : null;
}

interface Head {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  publishedOn: Dated | null;
  /** Line of the file. */
  bylineEndsAt: number | null;
  /** Of the last node that belongs to the masthead. */
  lastIndex: number | null;
  isTitleKnown: boolean;
}

const NO_HEAD: Head = {
  title: null,
  byline: null,
  publisher: null,
  publishedOn: null,
  bylineEndsAt: null,
  lastIndex: null,
  isTitleKnown: false,
};

function takeHashtags(nodes: readonly RootContent[]): { hashtags: string[]; rest: RootContent[] } {
  const hashtags: string[] = [];
  const rest = nodes.filter((node) => {
    const names = node.type === 'paragraph' && isShort(node) ? readTopicLine(textOf(node)) : [];
    hashtags.push(...names);
    return names.length === 0;
  });
  return { hashtags, rest };
}

/** The first heading asks, and others beside it do: the questions of a file that has no title. */
function beginsAsking(nodes: readonly RootContent[]): boolean {
  const [first, ...others] = nodes.filter((node) => node.type === 'heading');
  if (first === undefined || !endsInQuestionMark(textOf(first))) return false;
  return others.some((node) => node.depth === first.depth && endsInQuestionMark(textOf(node)));
}

/** The first heading names a part: headings below it, and others beside it. */
function beginsWithPart(nodes: readonly RootContent[]): boolean {
  const [first, second, ...others] = nodes.filter((node) => node.type === 'heading');
  if (first === undefined || second === undefined || isFaqHeading(textOf(first))) return false;
  return second.depth > first.depth && others.some((node) => node.depth === first.depth);
}

/** The heading before all prose. A Markdown file's only "#" is the title even below a badge or a note. */
function findTitle(nodes: readonly RootContent[], isKnown: boolean): RootContent | null {
  const first = nodes.find((node) => node.type === 'heading');
  if (first === undefined || isFirstOfNumbered(nodes, first)) return null;
  const isOnlyTop =
    first.depth === 1 && !nodes.some((node) => node !== first && node.type === 'heading' && node.depth === 1);
  // "# Summary", below a title in the front matter.
  if (isOnlyTop && isKnown && isPartName(textOf(first))) return null;
  // Several main headings, and a title known from elsewhere: they head the parts of the document.
  if (isOnlyTop) return first;
  if (isKnown) return null;
  for (const [index, node] of nodes.entries()) {
    if (node === first) return first;
    if (isMailField(textOf(node))) continue;
    if (!isMastheadNode(nodes, index, { ...NO_HEAD })) return null;
  }
  return null;
}

/** "1. The ban" and, further down, "2. The reasons": sections of a text without a title. */
function isFirstOfNumbered(nodes: readonly RootContent[], first: Heading): boolean {
  const isNumbered = (heading: Heading, number: number, pattern: RegExp): boolean =>
    heading.data?.number === number || pattern.test(textOf(heading));
  if (!isNumbered(first, 1, /^(?:1|I)[.)]\s/)) return false;
  return nodes.some(
    (node) => node.type === 'heading' && node.depth === first.depth && isNumbered(node, 2, /^(?:2|II)[.)]\s/),
  );
}

/** One word that many articles have a section of. */
function isPartName(text: string): boolean {
  return !/\s/.test(text.trim()) && /^(?:OVERVIEW|BACKGROUND)$/.test(classifySection(text));
}

/** Byline, rubric, date and teaser; what they say goes into `head`. */
function isMastheadNode(nodes: readonly RootContent[], index: number, head: Head): boolean {
  const node = nodes[index];
  if (node?.type === 'thematicBreak' || node?.type === 'html' || node?.type === 'definition') return true;
  if (node === undefined || !isShort(node)) return false;
  const text = textOf(node);
  if (text === '') return true;
  const isBeside = isBesideMasthead(nodes, index, head);
  const line = readMastheadNode(node) ?? (isBeside ? readNameNode(node) : null);
  if (line !== null) {
    head.byline ??= line.byline;
    head.publisher ??= line.publisher;
    head.publishedOn ??= line.publishedOn;
    head.lastIndex = index;
    head.bylineEndsAt = lineOf(node);
    return true;
  }
  if (isBeside && isKicker(text)) return true;
  const following = nodes[index + 1];
  // Where the title is known from elsewhere, a heading above the first words heads a section.
  const headsNothing = node.type === 'heading' && following?.type === 'heading' && !head.isTitleKnown;
  if (headsNothing || (node.type === 'paragraph' && text.length <= 50)) {
    const isNamed = head.byline !== null;
    const name = isNamed ? null : isBeside ? readBareBylines(text) : readBareByline(text);
    const byline = name === null || isInTitle(name, head) ? null : name;
    if (byline !== null) {
      head.byline = byline;
      head.lastIndex = index;
      head.bylineEndsAt = lineOf(node);
      return true;
    }
    // "Analytical Breakdown", right below the author's name: a rubric or a job title.
    const isRightBelow = head.bylineEndsAt !== null && lineOf(node) === head.bylineEndsAt + 1;
    if (isRightBelow && text.length <= 50 && !endsSentence(text)) return true;
  }
  return isTeaser(text, nodes.slice(index + 1));
}

/** Whom the title names is whom the article is about: below it stands what a picture shows. */
function isInTitle(text: string, { title }: Head): boolean {
  return title !== null && ` ${comparableText(title)} `.includes(` ${comparableText(text)} `);
}

/** The beginning of a later paragraph, cut off with "...", as lists of articles show it. */
function isTeaser(text: string, later: readonly RootContent[]): boolean {
  const match = /\s*(?:\.{3,}|…)$/.exec(text.slice(-10));
  if (match === null) return false;
  const beginning = comparableText(text.slice(0, text.length - match[0].length));
  return (
    beginning.length > 20 &&
    later.some((node) => node.type === 'paragraph' && comparableText(textOf(node)).startsWith(beginning))
  );
}

/**
 * One sentence, and after it the byline, or a paragraph of several before the first section: it sums up, it does not begin. Below the
 * byline the article has begun.
 */
function findStandfirst(
  body: readonly RootContent[],
  { isLead, isBelowByline }: { isLead: boolean; isBelowByline: boolean },
): RootContent | null {
  const [first, second] = body;
  if (first?.type !== 'paragraph' || second?.type !== 'paragraph') return null;
  const text = textOf(first);
  // What somebody says sums nothing up.
  if (/^\s*["“„«「]/.test(text) || beginsWithDateline(text)) return null;
  if (text.length > 300 || splitSentences(text).length !== 1) return null;
  if (isLead) return first;
  if (isBelowByline) return null;
  const sumsUp = text.length >= 40 && /[.!?。！？]$/.test(text);
  return sumsUp && splitSentences(textOf(second)).length > 1 ? first : null;
}

function isSame(text: string, title: string): boolean {
  return comparableText(text) === comparableText(title);
}

const MAX_LINE = 2_000;

function isShort(node: RootContent): boolean {
  if (isMarked(node)) return false;
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  return (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0) <= MAX_LINE;
}
