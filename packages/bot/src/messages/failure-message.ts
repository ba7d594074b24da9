/** A failure in words for the person who waits for an answer, with what to do next. */
import { ApiRefusedError, ApiUnavailableError } from '../api/errors.ts';
import { escapeMarkdown } from './markdown.ts';
import type { MessageBody } from './message.ts';
import { problemMessage } from './problem-message.ts';

/** `reference` finds the failure in the log. */
export function failureMessage(error: unknown, reference: string): MessageBody {
  if (error instanceof ApiUnavailableError)
    return problemMessage(['**The briefing service is not answering right now.**', 'Try again in a minute.']);
  if (error instanceof ApiRefusedError && error.code === 'NOT_ALLOWED')
    return problemMessage(['**You may not do that here.**', escapeMarkdown(error.explanation)]);
  if (error instanceof ApiRefusedError && error.code === 'INVALID_INPUT')
    return problemMessage(['**That did not work.**', escapeMarkdown(error.explanation)]);
  return problemMessage([
    '**Something went wrong on our side.**',
    `Try again. If it happens again, tell whoever runs this bot the code \`${reference}\`.`,
  ]);
}
