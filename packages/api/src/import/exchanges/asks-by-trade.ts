import { findPublishers } from '../reporting/known-publishers.ts';

const INTERVIEWER_WORDS =
  /\b(?:interviewer|editor|host|moderator|question|reporter|correspondent|journalist)\b/i;

/** "Interviewer", "Senior Editor", a newspaper: of them one question is enough to know who asks. */
export function asksByTrade(name: string): boolean {
  return INTERVIEWER_WORDS.test(name) || findPublishers(name).length > 0;
}
