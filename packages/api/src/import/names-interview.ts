import { compilePattern } from './compile-pattern.ts';

const INTERVIEW = compilePattern(
  /(?<!\p{L})(?:interviews?|in conversation with|im gespräch mit|entretien|entrevista|intervista|interviu|интервью|беседа с)(?!\p{L})|采访|专访|访谈|インタビュー/iu,
);

/** Words say that somebody was asked. */
export function namesInterview(text: string): boolean {
  return INTERVIEW.test(text);
}
