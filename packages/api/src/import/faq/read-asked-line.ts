import { compilePattern } from '../text/compile-pattern.ts';
import { endsInQuestionMark } from './faq-headings.ts';

export interface AskedLine {
  letter: 'Q' | 'A';
  words: string;
  /** "Q: … A: …" on one line: the answer. */
  answer: string | null;
}

const QUESTION_MARK =
  /^(?:q(?:uestion)?|frage|f|pregunta|p|вопрос|в|问|問)\s?(?:\d{1,3})?(?:\s?\([^()]{1,40}\))?\s*(?:[:：]|[.)](?=\s))\s*/i;
const ANSWER_MARK =
  /^(?:a(?:nswer)?|antwort|r(?:éponse|espuesta)?|ответ|о|答)\s?(?:\d{1,3})?\s*(?:[:：]|[.)](?=\s))\s*/i;
// Within a paragraph: Markdown joins two lines without a blank one between them.
// "R:" begins a name as often, and "A." another sentence: they answer only what asks.
const ANSWER_WITHIN =
  /\s(?:A(?:nswer)?|Antwort|Réponse|Respuesta|Ответ|О|答)\s?\d{0,3}\s*[:：]\s*|(?<=[?？]["'”’»)]?)\s+(?:R\s?\d{0,3}\s*[:：]\s*|[AR]\s?\d{0,3}\.\s+(?!\p{Lu}[\p{L}'’-]{1,30}[:：]))/u;

// "Q: What is it? Q: What is it for? A: …"
const ASKED_AGAIN = /(?<=[?？])\s+Q\s?\d{0,3}[:：]\s*(?=\S)/g;

// "A. Ott: …", "F. de la Cruz: …": who speaks, by an initial.
const INITIALLED = compilePattern(
  /^\p{Lu}\.\s?(?:\p{Lu}\.\s?)*(?:\p{Ll}{1,4}\s){0,2}\p{Lu}[\p{L}'’-]{1,30}\s?[:：]/u,
);

/** "Q: …" and "A: …", also spelled out and in other languages. */
export function readAskedLine(text: string): AskedLine | null {
  if (text[1] === '.' && INITIALLED.test(text.slice(0, 60))) return null;
  const question = QUESTION_MARK.exec(text.slice(0, 60));
  if (question !== null) {
    const words = text.slice(question[0].length).trim().replace(ASKED_AGAIN, ' / ');
    const answer = ANSWER_WITHIN.exec(words);
    if (answer === null) return { letter: 'Q', words, answer: null };
    return {
      letter: 'Q',
      words: words.slice(0, answer.index).trim(),
      answer: words.slice(answer.index + answer[0].length).trim(),
    };
  }
  const mark = readAnswerMark(text);
  return mark === 0 ? null : { letter: 'A', words: text.slice(mark).trim(), answer: null };
}

/** Length of "A: " and the like; 0: none. */
export function readAnswerMark(text: string): number {
  if (text[1] === '.' && INITIALLED.test(text.slice(0, 60))) return 0;
  return ANSWER_MARK.exec(text.slice(0, 30))?.[0].length ?? 0;
}

const MARK = compilePattern(/^(?:\p{L}+\s?\d{0,3}(?:\s?\([^()]{1,40}\))?\s*[:：]|\p{L}\d{1,3}[.)])/u);
const LETTERED = compilePattern(/^\p{L}[.)]\s/u);

/** Begins with a mark that nothing but a question or an answer begins with: "A. Berg" is a name, "A1.", "A:" and "Q. Why?" are none. */
export function isAskedLine(text: string): boolean {
  const isMark = MARK.test(text.slice(0, 30));
  const isLettered = LETTERED.test(text) && endsInQuestionMark(text);
  if (!isMark && !isLettered) return false;
  const asked = readAskedLine(text);
  return asked !== null && (isMark || asked.letter === 'Q');
}
