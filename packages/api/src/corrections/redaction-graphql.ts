/** What must go for good, as operators ask for it. */
import { requireOperator } from '../access/require-role.ts';
import { EDITING_ERRORS } from '../briefings/mutations-graphql.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { commonFields } from '../graphql/mutation-inputs.ts';
import { freeText, textOptions } from '../graphql/text-limits.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { redactBriefing, type RedactionResult } from './redact-briefing.ts';
import { redactFaqEntry, type EntryRedactionResult } from './redact-faq-entry.ts';

const erased =
  'True: nothing of it is left in the files of the database. False: another program was reading, so the log beside the file still has it; ask again with the same key in a minute.';

const RedactBriefingInput = builder.inputType('RedactBriefingInput', {
  description: 'What must go for good: a passage or a revision.',
  fields: (t) => ({
    ...commonFields(t),
    passage: t.string(
      freeText(
        textOptions(
          20_000,
          'At least two characters, whatever the case and the line breaks (below five: exactly as they are). Taken out of every revision, of the translations, of the imported articles, of FAQ entries bound to them, of questions that wait for an answer, of reasons and of the audit log; null: a whole revision goes. Slugs stay.',
        ),
      ),
    ),
    revision: t.int({ description: 'Number of the revision that goes; null: a passage goes.' }),
    reason: t.string({
      required: true,
      description: 'Why, for the audit log; never what. 1–1000 characters.',
    }),
  }),
});

const RedactedBriefing = builder
  .objectRef<RedactionResult & { erased: boolean }>('RedactedBriefing')
  .implement({
    description: 'What came of a redaction.',
    fields: (t) => ({
      revisions: t.exposeInt('revisions', {
        description: 'How many revisions were changed, those of translations included.',
      }),
      erased: t.exposeBoolean('erased', { description: erased }),
    }),
  });

const RedactBriefingResult = builder.errorUnion('RedactBriefingResult', {
  description: 'What came of a redaction, or why nothing was changed.',
  types: [RedactedBriefing, ...EDITING_ERRORS],
  resolveType: () => 'RedactedBriefing',
});

const RedactFaqEntryInput = builder.inputType('RedactFaqEntryInput', {
  description: 'What must go for good from an FAQ entry.',
  fields: (t) => ({
    ...commonFields(t),
    passage: t.string({
      required: true,
      ...freeText(
        textOptions(
          20_000,
          'At least two characters, whatever the case and the line breaks (below five: exactly as they are). Taken out of every revision, of the imported article it was found in, of its topics’ names, of reports, of questions that wait for an answer and of the audit log; aliases that have it go. Slugs, and the briefing it is bound to, stay.',
        ),
      ),
    }),
    reason: t.string({
      required: true,
      description: 'Why, for the audit log; never what. 1–1000 characters.',
    }),
  }),
});

const RedactedFaqEntry = builder
  .objectRef<EntryRedactionResult & { erased: boolean }>('RedactedFaqEntry')
  .implement({
    description: 'What came of a redaction.',
    fields: (t) => ({
      revisions: t.exposeInt('revisions', {
        description: 'How many revisions of the entry were changed, the current one included.',
      }),
      erased: t.exposeBoolean('erased', { description: erased }),
    }),
  });

const RedactFaqEntryResult = builder.errorUnion('RedactFaqEntryResult', {
  description: 'What came of a redaction, or why nothing was changed.',
  types: [RedactedFaqEntry, NotAllowedError, NotFoundError, InvalidInputError, ConflictError],
  resolveType: () => 'RedactedFaqEntry',
});

builder.mutationFields((t) => ({
  redactBriefing: t.field({
    type: RedactBriefingResult,
    description:
      'Takes out for good what must not be kept. It is recorded that and why, never what. For operators.',
    args: { input: t.arg({ type: RedactBriefingInput, required: true, description: 'What goes.' }) },
    resolve: async (_root, { input }, context) => {
      const actor = requireOperator(context.viewer);
      const { slug, communityId, passage = null, revision = null, reason } = input;
      const redaction = { slug, communityId: communityId ?? LIBRARY_ID, passage, revision, reason };
      const redacted = await answerOnce(context, { name: 'redactBriefing', actor, input }, (act) =>
        redactBriefing(context.db, redaction, act),
      );
      return { ...redacted, erased: context.db.emptyLog() };
    },
  }),
  redactFaqEntry: t.field({
    type: RedactFaqEntryResult,
    description:
      'Takes out for good what must not be kept of an FAQ entry. It is recorded that and why, never what. For operators.',
    args: { input: t.arg({ type: RedactFaqEntryInput, required: true, description: 'What goes.' }) },
    resolve: async (_root, { input }, context) => {
      const actor = requireOperator(context.viewer);
      const { slug, communityId, passage, reason } = input;
      const redaction = { slug, communityId: communityId ?? LIBRARY_ID, passage, reason };
      const redacted = await answerOnce(context, { name: 'redactFaqEntry', actor, input }, (act) =>
        redactFaqEntry(context.db, redaction, act),
      );
      return { ...redacted, erased: context.db.emptyLog() };
    },
  }),
}));
