import type { Act } from '../audit/actor.ts';
import { checkReason } from '../briefings/check-reason.ts';
import { checkDocument } from '../briefings/compose-draft.ts';
import type { BriefingDocument } from '../briefings/document.ts';
import { keepRecord } from '../briefings/edit-briefing.ts';
import type { BriefingName } from '../briefings/read-head.ts';
import { replaceText } from '../briefings/replace-text.ts';
import { revisePublished, type RevisedBriefing } from '../briefings/revise-published.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError } from '../domain-errors.ts';

export interface CorrectionInput extends BriefingName {
  /** The number of the published revision that has the mistake. */
  expectedRevision: number;
  /** What was wrong and what is right, as the public record says it. */
  wrong: string;
  right: string;
  reason: string;
  /** The whole document put right; null: `wrong` is a passage of it, and `right` takes its place wherever it stands. */
  document: unknown;
}

/** Puts a mistake right for every reader, and says so in public. */
export async function correctBriefing(
  db: Database,
  { communityId, slug, expectedRevision, ...input }: CorrectionInput,
  act: Act,
): Promise<RevisedBriefing> {
  const wrong = checkReason(input.wrong, 'wrong', 5_000);
  const right = checkReason(input.right, 'right', 5_000);
  const reason = checkReason(input.reason);
  const record = { kind: 'CORRECTION' as const, wrong, right, reason };
  const common = { action: 'briefing.correct', expectedRevision, reason, record: () => record };
  const name = { communityId, slug };
  if (input.document === null || input.document === undefined) {
    const replace = (document: BriefingDocument) => replaceText(document, { passage: wrong, by: right });
    const change = (document: BriefingDocument) => {
      const replaced = replace(document);
      if (replaced === null) {
        throw new InvalidInputError(
          'The published text does not have this passage: copy it as it stands there, or send the whole document',
          ['wrong'],
        );
      }
      return checkDocument(replaced);
    };
    const carry = (draft: BriefingDocument) => checkDocument(replace(draft) ?? draft);
    return revisePublished(db, name, { ...common, change, carry }, act);
  }
  const corrected = checkDocument(input.document);
  const change = (document: BriefingDocument) => keepRecord(document, corrected);
  return revisePublished(db, name, { ...common, change, carry: null }, act);
}
