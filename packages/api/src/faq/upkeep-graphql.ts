/** What becomes of FAQ entries: verified, pinned, obsolete, restored. Each begins with the check of who may. */
import { builder } from '../graphql/builder.ts';
import { markEntryObsolete, pinEntry, restoreEntry, verifyEntry } from './change-entry.ts';
import { ChangeFaqEntryResult, changeOnce } from './changed-entry-graphql.ts';
import {
  MarkFaqEntryObsoleteInput,
  PinFaqEntryInput,
  RestoreFaqEntryInput,
  VerifyFaqEntryInput,
} from './mutation-inputs-graphql.ts';

builder.mutationFields((t) => ({
  verifyFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description: 'Says that the answer is right as of now, and signs it. For those who edit its community.',
    args: { input: t.arg({ type: VerifyFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'verifyFaqEntry', input, (entry, act) =>
        verifyEntry(context.db, { ...entry, reviewIntervalDays: input.reviewIntervalDays ?? undefined }, act),
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
