import type { Act } from '../audit/actor.ts';
import { checkReason } from '../briefings/check-reason.ts';
import { checkDocument } from '../briefings/compose-draft.ts';
import type { BriefingDocument, Correction } from '../briefings/document.ts';
import { keepRecord } from '../briefings/edit-briefing.ts';
import type { BriefingName } from '../briefings/read-head.ts';
import { replaceText } from '../briefings/replace-text.ts';
import { revisePublished, type RevisedBriefing, type Revising } from '../briefings/revise-published.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { matchesChange } from './matches-change.ts';
import { followGradings, regradeChangedQuotes } from '../claims/regrade-claims.ts';

export interface CorrectionInput extends BriefingName {
  /** The number of the published revision that has the mistake. */
  expectedRevision: number;
  /** What was wrong and what is right, as the public record says it. */
  wrong: string;
  right: string;
  reason: string;
  /** The whole document put right; null: `wrong` is a passage of it, and `right` takes its place wherever it stands as whole words. */
  document: unknown;
}

/**
 * Puts a mistake right for every reader, and says so in public. What the public is told must be what is changed, and a quotation whose
 * words change is to be judged anew.
 */
export async function correctBriefing(
  db: Database,
  { communityId, slug, expectedRevision, ...input }: CorrectionInput,
  act: Act,
): Promise<RevisedBriefing> {
  const told: Told = {
    wrong: checkReason(input.wrong, 'wrong', 5_000),
    right: checkReason(input.right, 'right', 5_000),
    reason: checkReason(input.reason),
  };
  if (told.wrong === told.right) {
    throw new InvalidInputError('What is right is what was wrong: nothing would change', ['right']);
  }
  const record = { kind: 'CORRECTION' as const, ...told };
  const common = { action: 'briefing.correct', expectedRevision, reason: told.reason, record: () => record };
  const { document } = input;
  const change =
    document === null || document === undefined
      ? correctPassage(told, act)
      : takeDocument(document, told, act);
  return revisePublished(db, { communityId, slug }, { ...common, ...change }, act);
}

type Told = Pick<Correction, 'wrong' | 'right' | 'reason'>;
type Change = Pick<Revising, 'change' | 'carry'>;

function correctPassage({ wrong, right, reason }: Told, act: Act): Change {
  const replace = (document: BriefingDocument) => replaceText(document, { passage: wrong, by: right });
  return {
    change(document) {
      const replaced = replace(document);
      if (replaced.found !== 'AS_WORDS') throw new InvalidInputError(NOT_FOUND[replaced.found], ['wrong']);
      return regradeChangedQuotes(document, checkDocument(replaced.document), reason, act);
    },
    carry(draft, revised) {
      const replaced = replace(draft);
      const corrected = replaced.found === 'AS_WORDS' ? checkDocument(replaced.document) : draft;
      return followGradings(corrected, revised, reason, act);
    },
  };
}

const NOT_FOUND = {
  NOWHERE:
    'The published text does not have this passage: copy it as it stands there, or send the whole document',
  INSIDE_WORDS:
    'The published text has this only as a part of longer words or numbers: name the whole words, or send the whole document',
} as const;

function takeDocument(document: unknown, told: Told, act: Act): Change {
  const written = checkDocument(document);
  return {
    change(published) {
      const corrected = keepRecord(published, written);
      if (!matchesChange(published, corrected, told)) {
        throw new InvalidInputError(
          'The document does not change this: neither are the wrong words gone from the text, nor are the right ones new in it. Name both as the text words them',
          ['wrong'],
        );
      }
      return regradeChangedQuotes(published, corrected, told.reason, act);
    },
    carry: null,
  };
}
