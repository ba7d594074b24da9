/** What becomes of FAQ entries: verified, pinned, obsolete, restored. Each begins with the check of who may. */
import { InvalidInputError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { markEntryObsolete, pinEntry, restoreEntry, verifyEntry } from './change-entry.ts';
import { ChangeFaqEntryResult, changeOnce } from './changed-entry-graphql.ts';
import {
  MarkFaqEntryObsoleteInput,
  PinFaqEntryInput,
  RestoreFaqEntryInput,
  VerifyFaqEntryInput,
} from './mutation-inputs-graphql.ts';

/** Null: never again; undefined: as before. */
function readInterval({
  reviewIntervalDays,
  neverAgain,
}: typeof VerifyFaqEntryInput.$inferInput): number | null | undefined {
  if (!neverAgain) return reviewIntervalDays ?? undefined;
  if (typeof reviewIntervalDays !== 'number') return null;
  throw new InvalidInputError('It is either to be checked again after some days or never: leave out one', [
    'neverAgain',
  ]);
}

builder.mutationFields((t) => ({
  verifyFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description: 'Says that the answer is right as of now, and signs it. For those who edit its community.',
    args: { input: t.arg({ type: VerifyFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'verifyFaqEntry', input, (entry, act) =>
        verifyEntry(context.db, { ...entry, reviewIntervalDays: readInterval(input) }, act),
      ),
  }),
  pinFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Shows an entry to everybody who asks for nothing in particular. For those who edit its community.',
    args: { input: t.arg({ type: PinFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'pinFaqEntry', input, (entry, act) =>
        pinEntry(context.db, { ...entry, pinned: input.pinned }, act),
      ),
  }),
  markFaqEntryObsolete: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Takes an entry from readers; who asks for it is led to what replaces it. For those who edit its community.',
    args: { input: t.arg({ type: MarkFaqEntryObsoleteInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'markFaqEntryObsolete', input, (entry, act) =>
        markEntryObsolete(context.db, { ...entry, replacedBy: input.replacedBy ?? null }, act),
      ),
  }),
  restoreFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Makes an obsolete entry a draft again, unless another entry has its wording by now. For those who edit its community.',
    args: { input: t.arg({ type: RestoreFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'restoreFaqEntry', input, (entry, act) => restoreEntry(context.db, entry, act)),
  }),
}));
