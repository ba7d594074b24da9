/** Claims: who said it, who reported it, and how sure we are. */
import type { ClaimLineFragment, ClaimStatus } from '../api/generated/graphql.ts';
import { formatWhen } from './dates.ts';
import { escapeLine } from './markdown.ts';

const STATUSES: readonly { status: ClaimStatus; sign: string; word: string }[] = [
  { status: 'VERIFIED', sign: '✅', word: 'verified' },
  { status: 'CORROBORATED', sign: '☑️', word: 'corroborated' },
  { status: 'UNVERIFIED', sign: '❓', word: 'unverified' },
  { status: 'DISPUTED', sign: '⚠️', word: 'disputed' },
  { status: 'FALSE', sign: '❌', word: 'false' },
  { status: 'RETRACTED', sign: '🚫', word: 'retracted' },
];

/** "9 claims: ✅ 2 verified · ❓ 7 unverified". */
export function claimCounts(claims: readonly { status: ClaimStatus }[]): string {
  if (claims.length === 0) return 'no claim graded yet';
  const counts = STATUSES.flatMap(({ status, sign, word }) => {
    const count = claims.filter((claim) => claim.status === status).length;
    return count === 0 ? [] : [`${sign} ${count} ${word}`];
  });
  return `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}: ${counts.join(' · ')}`;
}

/** The claim as a quotation with its origin below: two lines or more, each beginning with ">". */
export function claimQuote(claim: ClaimLineFragment): string {
  const text = escapeLine(claim.text);
  const said = claim.verbatim ? `“${text}”` : text;
  return [`> ${said}`, `> ${claimOrigin(claim)}`].join('\n');
}

function claimOrigin(claim: ClaimLineFragment): string {
  const status = STATUSES.find((known) => known.status === claim.status);
  const origin = [
    speaker(claim),
    formatWhen(claim.statedOn, claim.statedOnText),
    claim.reportedBy.length === 0 ? null : `reported by ${claim.reportedBy.map(escapeLine).join(', ')}`,
    `${status?.sign ?? ''} **${status?.word ?? claim.status}**`,
    numbers(claim.sources),
  ].filter((piece) => piece !== null && piece !== '');
  return `— ${origin.join(' · ')}`;
}

function speaker(claim: ClaimLineFragment): string | null {
  const role = claim.speakerRole === null ? null : escapeLine(claim.speakerRole);
  const named = claim.speaker === null ? null : `**${escapeLine(claim.speaker)}**`;
  // "mayor": who it was, nobody says.
  const who = [named, role].filter((part) => part !== null).join(', ');
  if (who === '') return claim.verbatim ? 'speaker not named' : null;
  return claim.verbatim ? who : `${who} (paraphrased)`;
}

/** "[1] [3]": the numbers of sources, as the list of sources shows them. */
export function numbers(sources: readonly { number: number }[]): string {
  return sources.map(({ number }) => `[${number}]`).join(' ');
}
