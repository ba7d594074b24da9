import { compilePattern } from '../text/compile-pattern.ts';

const INTERVIEW = compilePattern(
  /(?<!\p{L})(?:interviews?|(?:in )?(?:a )?conversation with|q ?& ?a (?:with|mit|con|avec)|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|a few|some) questions (?:for|to|with)|(?:im|ein) gespräch mit|(?:drei|vier|fünf|sechs|sieben|acht|neun|zehn) fragen an|(?:trois|quatre|cinq|dix) questions à|entretien|entrevista|intervista|interviu|интервью|беседа с)(?!\p{L})|采访|专访|访谈|インタビュー/iu,
);

/** Words say that somebody was asked. */
export function namesInterview(text: string): boolean {
  return INTERVIEW.test(text);
}

// "What he said in an interview", "The Mayor's interview: what do we know?"
const ABOUT_INTERVIEW = /(?:['’]s?|\b(?:in|in an|in the|his|her|their|after|from|the)) interview/i;

/** A title says that the article is an interview, and not that it tells of one. */
export function isInterviewTitle(title: string): boolean {
  return namesInterview(title) && !ABOUT_INTERVIEW.test(title);
}
