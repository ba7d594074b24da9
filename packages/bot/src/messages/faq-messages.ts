/** One question with its answer: who verified it and when, or why to be careful with it. */
import type { FaqAnswerFragment, QuestionStatus } from '../api/generated/graphql.ts';
import { truncate } from '@communique/shared/text';
import { readButton } from './briefing-overview.ts';
import { sectionButton } from './briefing-section.ts';
import { button, buttonRows } from './build-message.ts';
import { COLOURS } from './colours.ts';
import { formatCustomId } from './custom-ids.ts';
import { escapeLine, small, timestamp } from './markdown.ts';
import type { ControlsPart, MessageBody, Part } from './message.ts';
import { pagedList } from './paged-list.ts';
import { problemMessage } from './problem-message.ts';
import { askButton } from './question-forms.ts';
import { renderMarkdown } from './render-markdown.ts';
import { reportButton } from './report-form.ts';
import { splitPages } from './split-pages.ts';

export interface FaqSuggestion {
  slug: string;
  title: string;
}

const MAX_SUGGESTIONS = 5;

export function faqAnswer(
  entry: FaqAnswerFragment,
  options: { page?: number; others?: readonly FaqSuggestion[] } = {},
): MessageBody {
  const { briefing } = entry;
  const others = (options.others ?? []).filter(({ slug }) => slug !== entry.slug);
  return pagedList({
    heading: [`## ${escapeLine(entry.question)}`],
    pages: splitPages(renderMarkdown(entry.answer)),
    spaced: true,
    page: options.page ?? 0,
    pageId: (page) => formatCustomId({ kind: 'faq', slug: entry.slug, page }),
    footer: [standing(entry), ...otherQuestions(others)],
    buttons: [
      ...(briefing === null ? [] : [readButton(briefing.slug, truncate(`Briefing: ${briefing.title}`, 60))]),
      ...(briefing === null || entry.sectionId === null
        ? []
        : [sectionButton(briefing.slug, { id: entry.sectionId }, 'The passage it rests on')]),
      reportButton('faq', entry.slug),
    ],
    accent: entry.stale ? COLOURS.stale : COLOURS.fresh,
  });
}

function standing(entry: FaqAnswerFragment): Part {
  const verified =
    entry.verifiedAt === null
      ? `not verified yet · updated ${timestamp(entry.updatedAt, 'D')}`
      : `verified ${entry.verifiedBy === null ? '' : `by ${escapeLine(truncate(entry.verifiedBy, 80))} `}on ${timestamp(entry.verifiedAt, 'D')}`;
  const text = entry.stale
    ? `⏳ **This answer is due for a review:** what it rests on may have changed.\n${small(verified)}`
    : small(entry.verifiedAt === null ? verified : `✔ ${verified}`);
  return { kind: 'text', text, spaced: true };
}

function otherQuestions(others: readonly FaqSuggestion[]): Part[] {
  if (others.length === 0) return [];
  return [{ kind: 'text', text: 'Did you mean something else?', spaced: true }, ...suggestionButtons(others)];
}

function suggestionButtons(suggestions: readonly FaqSuggestion[]): ControlsPart[] {
  return buttonRows(
    suggestions
      .slice(0, MAX_SUGGESTIONS)
      .map(({ slug, title }) => button(title, formatCustomId({ kind: 'faq', slug, page: 0 }))),
  );
}

/** What became of a question when it was asked; null: it was not counted. */
export type Asked = QuestionStatus | null;

/** Nobody has answered that yet. */
export function faqMiss(
  asked: string,
  suggestions: readonly FaqSuggestion[],
  status: Asked = null,
): MessageBody {
  const question = escapeLine(truncate(asked, 200));
  const mayHandIn = status === 'MISSED' || status === 'OPEN';
  return problemMessage(
    [
      `**Nobody has answered “${question}” yet.**`,
      ...(status === 'ANSWERED' ? ['The moderators have an answer in the works.'] : []),
      suggestions.length === 0
        ? 'Try other words, or ask in the channel: somebody may know.'
        : 'Try other words, or look at one of these:',
    ],
    [...suggestionButtons(suggestions), ...(mayHandIn ? buttonRows([askButton(asked)]) : [])],
  );
}
