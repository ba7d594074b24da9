/** What was asked and nobody has answered, each with what a moderator can do about it. */
import { ButtonStyle } from 'discord-api-types/v10';
import { truncate } from '@communique/shared/text';
import type { ListQuestionsQuery } from '../api/generated/graphql.ts';
import { button, buttonRows } from './build-message.ts';
import { COLOURS } from './colours.ts';
import { formatCustomId } from './custom-ids.ts';
import { fitMessage } from './fit-message.ts';
import { escapeLine, small, timestamp } from './markdown.ts';
import type { MessageBody, Part } from './message.ts';

export type ListedQuestion = ListQuestionsQuery['questions']['edges'][number]['node'];

/** Each takes four components, of the forty a message has. */
const PAGE = 5;

export interface QuestionListOptions {
  /** From 0; a page beyond the end is the last one. */
  page: number;
  /** There are more than these. */
  hasMore: boolean;
  /** Discord Markdown above all. */
  first?: string | undefined;
}

export function questionList(
  questions: readonly ListedQuestion[],
  { page: wanted, hasMore, first }: QuestionListOptions,
): MessageBody {
  const pages = Math.max(1, Math.ceil(questions.length / PAGE));
  const page = Math.min(wanted, pages - 1);
  const shown = questions.slice(page * PAGE, (page + 1) * PAGE);
  const parts: Part[] = [
    ...(first === undefined ? [] : [text(first)]),
    text('## Questions nobody has answered yet'),
    ...(questions.length === 0 ? [text('There is none. What /faq does not find can be asked here.')] : []),
    ...shown.flatMap((question, at) => entry(question, page * PAGE + at + 1)),
    ...(pages > 1
      ? [text(small(`page ${page + 1} of ${pages}${hasMore ? ', and there are more' : ''}`))]
      : []),
    ...buttonRows([
      ...(page > 0 ? [turn('← Back', page - 1)] : []),
      ...(page < pages - 1 ? [turn('Go on →', page + 1)] : []),
    ]),
  ];
  return fitMessage(parts, { accent: COLOURS.plain, more: () => small('Shortened to fit') }).body;
}

function entry({ id: questionId, words, timesAsked, lastAskedAt }: ListedQuestion, number: number): Part[] {
  const often = timesAsked === 1 ? 'asked once' : `asked ${timesAsked} times`;
  return [
    {
      kind: 'text',
      text: `**${number}.** ${escapeLine(truncate(words ?? '', 300))}\n${small(`${often} · last ${timestamp(lastAskedAt, 'R')}`)}`,
      spaced: true,
    },
    ...buttonRows([
      button(`Answer ${number}`, formatCustomId({ kind: 'answer-question', questionId }), {
        style: ButtonStyle.Primary,
      }),
      button(`Dismiss ${number}`, formatCustomId({ kind: 'dismiss-question', questionId })),
    ]),
  ];
}

function turn(label: string, page: number) {
  return button(label, formatCustomId({ kind: 'questions', page }));
}

function text(content: string): Part {
  return { kind: 'text', text: content };
}
