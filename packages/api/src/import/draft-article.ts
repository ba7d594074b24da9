import type { RootContent } from 'mdast';
import { isSlug, slugify, truncate } from '@communique/shared/text';
import { keyOfPage } from '../articles/article-key.ts';
import type { ArticleInput } from '../articles/compose-article.ts';
import { hashContent, hashDraft } from '../articles/hash-article.ts';
import type { Provenance } from '../briefings/compose-draft.ts';
import { briefingDocumentSchema, topicSchema } from '../briefings/document.ts';
import type { BriefingDocument, Origin } from '../briefings/document.ts';
import { comparableText } from './text/comparable-text.ts';
import { describeMisfit } from './reading/describe-misfit.ts';
import { draftDocument } from './drafting/draft-document.ts';
import { UnusableDocumentError } from './errors.ts';
import type { ExplainLeftOut } from './left-out/explain-left-out.ts';
import type { FaqPair } from './faq/faq-pair.ts';
import { findLeftOut } from './left-out/find-left-out.ts';
import { indexRuns, RUN } from './left-out/index-runs.ts';
import type { LeftOutPassage } from './left-out/left-out-reasons.ts';
import { createIdRegistry } from './drafting/id-registry.ts';
import { isQuestionHeading } from './faq/faq-headings.ts';
import type { ReadDocument } from './read-document.ts';
import { structureArticle } from './structure-article.ts';
import type { StructuredArticle } from './structure-article.ts';
import { givesNoAnswer } from './faq/gives-no-answer.ts';
import { answerMarkdown } from './faq/answer-markdown.ts';
import { splitQuestions } from './faq/split-questions.ts';

/** What importing an article proposes: nothing of it is written yet. */
export interface ArticleDraft {
  slug: string;
  document: BriefingDocument;
  article: ArticleInput;
  provenance: Provenance;
  faq: DraftedFaq[];
  /** Headings that are questions: an editor may make FAQ entries of them. */
  faqCandidates: FaqCandidate[];
  /** What of the document was not used, and why: for whoever imports it. */
  notes: string[];
  /** What the document says and the draft does not: the page around the article, headings that head nothing. */
  leftOut: LeftOutPassage[];
}

export interface DraftedFaq {
  slug: string;
  question: string;
  /** Other questions that the same answer follows. */
  aliases: string[];
  /** Markdown. */
  answer: string;
  language: string;
  topics: BriefingDocument['topics'];
  origin: Origin;
}

export interface FaqCandidate {
  question: string;
  /** Markdown: what the section says. */
  answer: string;
  sectionId: string;
  origin: Origin;
}

/** A document as it was read → its draft. `now` dates what the import itself adds. */
export function draftArticle(read: ReadDocument, { now }: { now: Date }): ArticleDraft {
  const article = structureArticle(read);
  const { input, sectionIds } = draftDocument(article, now);
  // Without writing code of its own first, which takes the schema longer than the first articles are worth.
  const checked = briefingDocumentSchema.safeParse(input, { jitless: true });
  if (!checked.success) {
    throw new UnusableDocumentError(read.path, describeMisfit(checked.error.issues[0], input));
  }
  const document = checked.data;
  const faq = draftFaq(article, document);
  if (document.sections.length === 0 && faq.length === 0) {
    throw new UnusableDocumentError(
      read.path,
      'it has a title but no text to make a briefing of. Import the article itself.',
    );
  }
  const row = { ...articleRow(read, article), draftHash: hashDraft(document, faq) };
  return {
    slug: proposeSlug(read.fileName, document.title),
    document,
    article: row,
    provenance: { createdBy: 'Import', reviewedBy: null, importedFrom: article.url ?? read.fileName },
    faq,
    faqCandidates: findCandidates(article, sectionIds),
    notes: [...article.notes, ...describeTooLong(read.path, article.faq)],
    leftOut: findLeftOut(article.blocks, { document, faq, article: row }, explainCut(article)),
  };
}

/** Whoever imports it may want to divide the answer. */
function describeTooLong(path: string, faq: readonly FaqPair[]): string[] {
  const long = faq.filter(({ answer }) => answer.length > MAX_ANSWER);
  return long.map(
    ({ question, answer }) =>
      `${path}: the answer to "${truncate(question, 80)}" has ${answer.length} characters, and an FAQ entry at most ${MAX_ANSWER}: it ends there. Divide it, or make it a briefing of its own.`,
  );
}

/** What stands in the article where an answer was too long. */
function explainCut({ faq, explain }: StructuredArticle): ExplainLeftOut {
  const cut = faq.flatMap(({ answer }) => (answer.length > MAX_ANSWER ? [answer.slice(MAX_ANSWER / 2)] : []));
  if (cut.length === 0) return explain;
  const rest = indexRuns(comparableText(cut.join('\n')).split(' '));
  return (passage) => {
    const reason = explain(passage);
    if (reason !== 'UNKNOWN') return reason;
    const words = comparableText(passage).split(' ');
    return words.length >= RUN && rest.wordsIn(words).every(Boolean) ? 'TOO_LONG' : reason;
  };
}

function articleRow({ text, fileName, url, facts }: ReadDocument, article: StructuredArticle): ArticleInput {
  return {
    title: article.title,
    url: article.url,
    urlKey: keyOfPage(article.url, url ?? null),
    fileName,
    publisher: article.publisher,
    byline: article.byline,
    publishedOn: article.publishedOn?.value ?? null,
    language: article.language,
    text,
    facts: facts ?? null,
    contentHash: hashContent(text, facts),
  };
}

const MAX_QUESTION = 300;
const MAX_ANSWER = 20_000;

function draftFaq({ faq, language }: StructuredArticle, { topics }: BriefingDocument): DraftedFaq[] {
  const slugs = createIdRegistry();
  return faq.map(({ question: asked, answer, origin }) => {
    const { question, aliases } = splitQuestions(asked);
    return {
      slug: slugs.unique(faqSlug(question)),
      question: truncate(question, MAX_QUESTION).toWellFormed(),
      aliases: aliases.map((alias) => alias.toWellFormed()),
      answer: truncate(answer, MAX_ANSWER).toWellFormed(),
      language,
      topics,
      origin,
    };
  });
}

function faqSlug(question: string): string {
  const slug = slugify(question, 70);
  return topicSchema.shape.slug.safeParse(slug).success ? slug : 'question';
}

function findCandidates(
  { outline }: StructuredArticle,
  sectionIds: ReadonlyMap<StructuredArticle['outline'][number], string>,
): FaqCandidate[] {
  return outline.flatMap((section) => {
    const sectionId = sectionIds.get(section);
    if (section.heading === null || sectionId === undefined || !isQuestionHeading(section.heading)) return [];
    const answer = answerMarkdown(section.nodes.filter(isAnswer));
    return answer === '' || givesNoAnswer(answer)
      ? []
      : [{ question: section.heading, answer, sectionId, origin: section.origin }];
  });
}

function isAnswer(node: RootContent): boolean {
  return node.type !== 'html' && node.type !== 'definition';
}

/** Of fewer words, "draft-2" and "b-plain" are names of files and of nothing in them. */
const MIN_NAME_WORDS = 3;

/** A file that somebody gave a slug for a name keeps it; else the title makes one. */
function proposeSlug(fileName: string, title: string): string {
  const name = fileName.replace(/\.[^.]{1,10}$/, '');
  const words = name.split('-').filter((word) => /\p{L}/u.test(word));
  const isOwnSlug = words.length >= MIN_NAME_WORDS && isSlug(name);
  const wishes = [isOwnSlug ? name : '', slugify(title), slugify(name)];
  return wishes.find((wish) => topicSchema.shape.slug.safeParse(wish).success) ?? 'article';
}
