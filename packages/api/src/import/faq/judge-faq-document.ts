import type { Heading, RootContent } from 'mdast';
import { endsInQuestionMark, isFaqHeading, isQuestionHeading } from './faq-headings.ts';
import type { ReadDocument } from '../read-document.ts';
import { originOf, textOf } from '../text/tree-text.ts';

export interface FaqJudgement {
  /** It is nothing but questions and answers. */
  isFaq: boolean;
  /** Its first heading, if it asks or names a part, is no title. */
  mayLackTitle: boolean;
}

/** By its title or its name; where its folder or its first words say so, most headings have to ask; without any word of it, all of many. */
export function judgeFaqDocument(
  nodes: readonly RootContent[],
  { text, path, url, fileName }: ReadDocument,
  knownTitle: string | null,
): FaqJudgement {
  const headings = nodes.filter((node) => node.type === 'heading');
  const isFile = isFaqName(fileName);
  const isFolder = isFaqFolder(url ?? path);
  const isAsked = knownTitle === null && isNothingButQuestions(nodes, text);
  const isAnnounced = isFolder || announces(nodes);
  return {
    isFaq:
      isFile ||
      isAsked ||
      isFaqTitle(knownTitle ?? (headings[0] === undefined ? '' : textOf(headings[0]))) ||
      (isAnnounced && mostlyAsk(headings)),
    mayLackTitle: isFile || isAsked || (isFolder && mostlyAsk(headings)),
  };
}

export function isFaqTitle(title: string): boolean {
  return title.length <= 100 && isFaqHeading(title);
}

/** "FAQ.md", "ferry-faqs.html" */
function isFaqName(name: string): boolean {
  return /(?:^|[^a-z])faqs?(?:[^a-z]|$)/i.test(name);
}

/** "docs/faq/tickets.md", "https://ferry.example/faq/tickets" */
function isFaqFolder(path: string): boolean {
  return /(?:^|[/\\])(?:[a-z]{1,20}[-_])?faqs?(?:[-_][a-z]{1,20})?[/\\][^/\\?#]{0,200}(?:[?#].*)?$/i.test(
    path.slice(-400),
  );
}

const MIN_ASKING = 2;
const OPENING = 3;
const MAX_OPENING = 200;

/** "Here are answers to frequently asked questions." */
function announces(nodes: readonly RootContent[]): boolean {
  return nodes
    .slice(0, OPENING)
    .some((node) => node.type === 'paragraph' && isFaqHeading(textOf(node).slice(0, MAX_OPENING)));
}

/** All headings, or those of parts: what an answer is divided by need not ask. */
function mostlyAsk(headings: readonly Heading[]): boolean {
  const [first, ...others] = headings;
  const depth = others.reduce((least, heading) => Math.min(least, heading.depth), Infinity);
  const parts = others.filter((heading) => heading.depth === depth);
  return (
    isMostlyQuestions(headings) || (first !== undefined && first.depth < depth && isMostlyQuestions(parts))
  );
}

function isMostlyQuestions(headings: readonly Heading[]): boolean {
  const asking = headings.filter((heading) => endsInQuestionMark(textOf(heading))).length;
  return asking >= MIN_ASKING && asking * 2 >= headings.length;
}

/** An article may be headed by questions, too: of its title, which asks as they do, only their marks or the indentation of answers tell them. */
const MIN_UNANNOUNCED = 5;

function isNothingButQuestions(nodes: readonly RootContent[], text: string): boolean {
  const headings = nodes.filter((node) => node.type === 'heading');
  const [first] = headings;
  return (
    first !== undefined &&
    nodes[0] === first &&
    headings.length >= MIN_UNANNOUNCED &&
    headings.every((heading) => heading.depth === first.depth && isQuestionHeading(textOf(heading))) &&
    (text.startsWith('#', originOf(first).start) || areIndented(nodes, text))
  );
}

function areIndented(nodes: readonly RootContent[], text: string): boolean {
  return nodes.every(
    (node) => node.type !== 'paragraph' || /[ \t]/.test(text.charAt(originOf(node).start - 1)),
  );
}
