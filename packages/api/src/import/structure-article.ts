import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Dated } from '../briefings/document.ts';
import { comparableText } from './text/comparable-text.ts';
import { demoteHeadings } from './sections/demote-headings.ts';
import { detectLanguage } from './page/detect-language.ts';
import { explainLeftOut } from './left-out/explain-left-out.ts';
import type { DroppedNode, ExplainLeftOut } from './left-out/explain-left-out.ts';
import { extractFaq } from './faq/extract-faq.ts';
import type { ExtractedFaq } from './faq/extract-faq.ts';
import type { FaqPair } from './faq/faq-pair.ts';
import { toTopics } from './page/extract-hashtags.ts';
import type { Topic } from './page/extract-hashtags.ts';
import { extractMasthead } from './page/extract-masthead.ts';
import type { Masthead } from './page/extract-masthead.ts';
import { readDateline } from './page/read-dateline.ts';
import { dropEmptySections, extractOutline } from './sections/extract-outline.ts';
import type { OutlineSection } from './sections/extract-outline.ts';
import { extractPrompts } from './sections/extract-prompts.ts';
import type { ExtractedPrompt } from './sections/extract-prompts.ts';
import { findDates } from './events/find-dates.ts';
import { isSourceAlone } from './drafting/is-source-alone.ts';
import { extractPublisher, isPublisherName } from './page/extract-publisher.ts';
import { canonicalPublisher } from './reporting/known-publishers.ts';
import { readMastheadLine } from './page/masthead-lines.ts';
import { isInterviewTitle, namesInterview } from './exchanges/names-interview.ts';
import { isKicker } from './page/kickers.ts';
import { joinQuestions } from './faq/join-questions.ts';
import { emboldenQuestions } from './exchanges/embolden-questions.ts';
import { findClosingLines } from './page/find-closing-lines.ts';
import { findListedQuestions } from './faq/find-listed-questions.ts';
import { isFaqTitle, judgeFaqDocument } from './faq/judge-faq-document.ts';
import { proposeTitle } from './page/propose-title.ts';
import type { ReadDocument } from './read-document.ts';
import { sampleProse } from './page/sample-prose.ts';
import { separatePage } from './page/separate-page.ts';
import { tidyDocument } from './tidy-document.ts';
import type { TidyDocument } from './tidy-document.ts';
import { isHtml } from './html/tidy-html.ts';
import { textOf } from './text/tree-text.ts';

/** The article taken apart: what it says of itself, its sections, and what is no section. */
export interface StructuredArticle {
  title: string;
  titleIsProposed: boolean;
  /** Where the text says it; null: it does not. */
  titleNode: RootContent | null;
  summary: string | null;
  /** The paragraph of the text that the summary was. */
  standfirst: RootContent | null;
  byline: string | null;
  publisher: string | null;
  publishedOn: Dated | null;
  language: string;
  url: string | null;
  topics: Topic[];
  outline: OutlineSection[];
  /** All that stands in the sections, without what became FAQ pairs or prompts. */
  nodes: RootContent[];
  faq: FaqPair[];
  /** What the text's footnotes say, by name. */
  footnotes: ReadonlyMap<string, FootnoteDefinition>;
  prompts: ExtractedPrompt[];
  /** What of the document was not used, and why. */
  notes: string[];
  /** All that a reader sees of the document, block by block. */
  blocks: readonly string[];
  /** Why a passage of it is not in the draft. */
  explain: ExplainLeftOut;
}

export function structureArticle(read: ReadDocument): StructuredArticle {
  const tidy = tidyDocument(read);
  const { root, frontMatter, blocks } = tidy;
  const { judged, page, publisher, nodes, closing } = takePage(read, tidy);
  const masthead = extractMasthead(nodes, {
    title: frontMatter.title,
    mayLackTitle: judged.mayLackTitle,
  });
  const { prompts, invitations } = extractPrompts(masthead.body);
  const body = demoteHeadings(
    masthead.body.filter((node) => !invitations.has(node) && !isReference(node)),
    masthead.title,
  );
  const ownTitle = masthead.title;
  const calledIt = [ownTitle ?? '', ...page.chrome.map(({ node }) => textOf(node)).filter(isKicker)];
  const isInterview = !judged.isFaq && calledIt.some(isInterviewTitle);
  const outline = extractOutline(isInterview ? emboldenQuestions(body) : body);
  const title =
    ownTitle ?? proposeTitle(page.article.map(textOf).join('\n'), read.fileName, firstHeading(outline));
  const isFaq = judged.isFaq || isFaqTitle(title);
  const { pairs, rest, contents } = takeQuestions(outline, tidy, {
    isFaqDocument: isFaq,
    isInterview: !isFaq && calledIt.some(namesInterview),
  });
  const explain = explainLeftOut({
    chrome: [...page.chrome, ...closing.dropped, ...contents],
    outline,
    invitations,
    title,
    isPage: isHtml(read.text, read.fileName),
  });
  const sections = dropEmptySections(rest);
  return {
    title,
    titleIsProposed: ownTitle === null,
    titleNode: masthead.titleNode,
    summary: masthead.standfirst === null ? frontMatter.summary : textOf(masthead.standfirst),
    standfirst: masthead.standfirst,
    byline: fullByline(masthead, frontMatter) ?? closing.byline,
    publisher: frontMatter.publisher ?? publisher ?? masthead.publisher,
    publishedOn:
      frontMatter.publishedOn ?? masthead.publishedOn ?? datelineOf(masthead) ?? dayOfName(read, root),
    language: frontMatter.language ?? detectLanguage(sampleProse(root.children)),
    url: frontMatter.url,
    topics: toTopics([...frontMatter.topics, ...masthead.hashtags]),
    outline: sections,
    nodes: sections.flatMap(({ nodes }) => nodes),
    faq: pairs,
    prompts,
    notes: [...(read.notes ?? []), ...frontMatter.notes],
    blocks,
    explain,
    footnotes: footnotesIn(root),
  };
}

/** What the page calls the author ends where the name ends; on a line the name of the paper may follow. */
function fullByline({ byline }: Masthead, { byline: known }: TidyDocument['frontMatter']): string | null {
  const rest = known !== null && byline?.startsWith(`${known} `) === true ? byline.slice(known.length) : '';
  return rest !== '' && !/^ (?:and|und|et|y|e|&|и|mit|with) /.test(rest) ? known : (byline ?? known);
}

function footnotesIn({ children }: Root): ReadonlyMap<string, FootnoteDefinition> {
  const notes = children.filter((node) => node.type === 'footnoteDefinition');
  return new Map(notes.map((note) => [note.identifier, note]));
}

/** The article without what its page put around it, and without the lines that close it. */
function takePage(read: ReadDocument, { root, frontMatter }: TidyDocument) {
  const content = root.children.filter((node) => node.type !== 'yaml');
  const judged = judgeFaqDocument(content, read, frontMatter.title);
  const page = separatePage(
    content.filter((node) => !isLogo(node)),
    { isFaqDocument: judged.isFaq },
  );
  const { publisher, nodes } = takeSiteName(
    page.article,
    extractPublisher(page.chrome.map(({ node }) => node)),
  );
  const closing = findClosingLines(nodes, { isFaqDocument: judged.isFaq });
  const ended = new Set(closing.dropped.map(({ node }) => node));
  return { judged, page, publisher, closing, nodes: nodes.filter((node) => !ended.has(node)) };
}

interface TakenQuestions extends ExtractedFaq {
  /** What only listed them. */
  contents: DroppedNode[];
}

function takeQuestions(
  outline: readonly OutlineSection[],
  { questions }: TidyDocument,
  context: Parameters<typeof extractFaq>[1],
): TakenQuestions {
  const { pairs, rest } = joinQuestions(extractFaq(outline, context), questions);
  const listed = new Set(findListedQuestions(rest, pairs));
  for (const section of rest) section.nodes = section.nodes.filter((node) => !listed.has(node));
  return { pairs, rest, contents: [...listed].map((node) => ({ node, reason: 'TABLE_OF_CONTENTS' })) };
}

/** "PORT VALE, 12 June 2025 (Reuters) – …": the day it was written. */
function datelineOf({ standfirst, body }: Masthead): Dated | null {
  const first = standfirst ?? body.find(({ type }) => type !== 'heading');
  return first?.type === 'paragraph'
    ? (readDateline(textOf(first).slice(0, 300))?.publishedOn ?? null)
    : null;
}

/** "2025-03-05-the-quay.md": generators of sites know the day of a post by the name of its file. */
function dayOfName({ fileName }: ReadDocument, { children: [first] }: Root): Dated | null {
  const day = first?.type === 'yaml' ? /^\d{4}-\d{2}-\d{2}(?=-)/.exec(fileName)?.[0] : undefined;
  return day === undefined ? null : (findDates(day)[0]?.dated ?? null);
}

/** "Harbour Herald", above the headline: whose page it is, and no title. */
function takeSiteName(
  nodes: RootContent[],
  publisher: string | null,
): { publisher: string | null; nodes: RootContent[] } {
  const [first, ...rest] = nodes;
  if (first?.type !== 'heading' || !rest.some(({ type }) => type === 'heading')) return { publisher, nodes };
  const name = textOf(first);
  const isKnown = publisher !== null && comparableText(name) === comparableText(publisher);
  if (isKnown || (publisher === null && isPublisherName(name) && isHeadline(rest)))
    return { publisher: publisher ?? canonicalPublisher(name), nodes: rest };
  return { publisher, nodes };
}

/** A heading, and above or below it a byline or a date. */
function isHeadline(nodes: readonly RootContent[]): boolean {
  const title = nodes.findIndex(({ type }) => type === 'heading');
  const above = nodes.slice(0, title);
  const below = nodes.slice(title + 1, title + 4);
  if (title === -1 || title > 2 || !above.every(isMastheadNode)) return false;
  return above.length > 0 || below.some(isMastheadNode);
}

function isMastheadNode(node: RootContent): boolean {
  return node.type === 'paragraph' && readMastheadLine(textOf(node)) !== null;
}

/** A heading of a picture alone: it names nothing. */
function isLogo(node: RootContent): boolean {
  return node.type === 'heading' && textOf(node) === '';
}

/** Link targets stand anywhere in a Markdown file and belong to no section, nor do footnotes of which a source says all. */
function isReference(node: RootContent): boolean {
  return node.type === 'definition' || (node.type === 'footnoteDefinition' && isSourceAlone(node));
}

/** A heading after an introduction is about a part only. */
function firstHeading(outline: readonly OutlineSection[]): string | null {
  return outline[0]?.heading ?? null;
}
