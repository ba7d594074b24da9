import type { ErrorCode } from '../api/generated/graphql.ts';
import { escapeMarkdown } from './markdown.ts';
import type { MessageBody } from './message.ts';
import { problemMessage } from './problem-message.ts';

interface Problem {
  code: ErrorCode;
  message: string;
  /** Of the field in the API's input, outermost first. */
  path: readonly string[];
}

/** What the API says about an input, next to the option it is about. `advice` is Discord Markdown. */
export function inputProblem(
  problem: Problem,
  options: Readonly<Record<string, string>> = {},
  advice: readonly string[] = [],
): MessageBody {
  const option = problem.path.map((field) => options[field]).find((name) => name !== undefined);
  const sentence = escapeMarkdown(problem.message);
  return problemMessage([
    option === undefined ? sentence : `**${option}:** ${withoutField(sentence)}`,
    ...advice,
  ]);
}

/** The API names its field first; who reads this knows the option. */
function withoutField(sentence: string): string {
  return sentence.replace(/^\\?"[\w.]+\\?" /, '');
}
