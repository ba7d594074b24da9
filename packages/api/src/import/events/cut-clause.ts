import type { FoundTime } from './find-rough-dates.ts';

const CLAUSE_BEGINS =
  /(?:;|\s(?:that|which|who|because|although|while|whereby|and|but|und|aber|dass|weil|während))\s/gi;
const CLAUSE_ENDS =
  /[,;:]\s|\s(?:and|but|while|although|because|which|that|who|when|whereby|und|aber|während|dass)\s/i;

/** "made a discovery in 1898 that would change the town": whether it was still to come, only the clause with its day tells. */
export function cutClause(text: string, { start, end }: Pick<FoundTime, 'start' | 'end'>): string {
  const from = [...text.slice(0, start).matchAll(CLAUSE_BEGINS)].at(-1)?.index ?? 0;
  // "On 3 May, the council …": its own comma ends no clause.
  const opening = start - from <= MAX_OPENING ? (/^,\s/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  const rest = text.slice(end + opening);
  return text.slice(from, end + opening + (CLAUSE_ENDS.exec(rest)?.index ?? rest.length));
}

const MAX_OPENING = 10;
