/** How sure we are of a briefing as a whole: derived from what was judged piece by piece, by a method that is public. */
import type { RELIABILITIES } from './document.ts';
import type { ReadableDocument } from './readable-document.ts';

export interface Credibility {
  /** Middle one of the judged claims, 1 confirmed … 5 improbable; null: none was judged. */
  claims: number | null;
  /** Middle one of the judged sources, A … E; null: none was judged. */
  sources: (typeof RELIABILITIES)[number] | null;
  judgedClaims: number;
  judgedSources: number;
}

/** 6 and F mean "cannot be judged": they count as not judged. Of two middle ones the worse is taken. */
export function judgeCredibility({ claims, sources }: ReadableDocument): Credibility {
  const credibilities = claims.map(({ credibility }) => credibility).filter((credibility) => credibility < 6);
  const reliabilities = sources
    .map(({ reliability }) => reliability)
    .filter((reliability) => reliability !== null && reliability !== 'F');
  return {
    claims: middle(credibilities),
    sources: middle(reliabilities),
    judgedClaims: credibilities.length,
    judgedSources: reliabilities.length,
  };
}

/** Both scales sort from best to worst. */
function middle<Grade extends number | string>(grades: readonly Grade[]): Grade | null {
  return grades.toSorted((one, other) => (one < other ? -1 : 1))[Math.floor(grades.length / 2)] ?? null;
}
