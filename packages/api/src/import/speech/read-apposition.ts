import { compilePattern } from '../text/compile-pattern.ts';
import { isVerbOfSaying } from './speech-verbs.ts';
import { endsName, OPEN_WORD, pronounOf } from './words-beside-names.ts';

const APPOSITION = compilePattern(
  /^(?:,\s+\d{1,3}(?=,))?,\s+(?:(?:an?|the|une?|un|una|le|la|el|der|die|das|ein|eine)\s+)?((?:\p{L}|C[EFOT]O)(?:[^,.;:()“”"«»„\n]|(?<=\p{Lu})\.|\.(?=\p{L})){2,119})(?=[,.]|$)/u,
);
const ARTICLE = /^(?:,\s+\d{1,3})?,\s+(?:an?|the|une?|un|una|der|die|das|ein|eine)\s/iu;
/** Of a sentence that goes on. */
const GOES_ON =
  /^(?:\p{L}+(?:ing|ed)(?!\p{L})|his|her|its|their|he|she|it|they|we|i|you|this|there|said|told|und|et|y|и|er|sie|il|elle|он|она|saying|adding)/iu;

/** ", a baker from the islands.": what somebody is, between his name and the next mark. */
export function readApposition(after: string): string | null {
  const role = APPOSITION.exec(after.slice(0, 200))?.[1]?.replace(RELATIVE, '').trim() ?? null;
  if (role === null || !isRoleText(role)) return null;
  const [, second] = role.split(/\s+/);
  // ", der lange in Bern wohnte"
  if (/^(?:,\s+\d{1,3})?,\s+(?:der|die|das)\s/u.test(after) && /\s\p{Ll}\S*$/u.test(role)) return null;
  const hasArticle = ARTICLE.test(after);
  // ", leader of the union": in small letters, and more than one word.
  const isRole =
    hasArticle || (/^(?:\p{Ll}|C[EFOT]O|MEP|MP)/u.test(role) && second !== undefined && !GOES_ON.test(role));
  return isRole ? role : null;
}

/** What is told of somebody besides what he is. */
export const RELATIVE = /,?\s+(?:who|which|that|whose|whom|qui|que|который|которая)\s.*$/u;

const TELLS_MORE = /^(?:he|she|er|il|elle|él|ella|он|она)$/u;

/** Whether words behind a name, or before it, can tell what somebody is: no clause, and nobody says anything in them. */
export function isRoleText(role: string): boolean {
  const words = role.split(/\s+/);
  const [first = ''] = words;
  return (
    !endsName(first.toLowerCase()) &&
    !OPEN_WORD.test(first) &&
    pronounOf(first, '') === null &&
    !words.some((word) => isVerbOfSaying(word) || TELLS_MORE.test(word))
  );
}
