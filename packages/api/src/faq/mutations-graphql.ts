/** How FAQ entries come to be and are changed. Each begins with the check of who may. */
import { requireEditor } from '../access/require-role.ts';
import { signatureOf } from '../audit/actor.ts';
import { builder } from '../graphql/builder.ts';
import { answerAsThen } from '../idempotency/answer-once.ts';
import { captureEntry } from './as-then.ts';
import { ChangeFaqEntryResult, changeOnce } from './changed-entry-graphql.ts';
import { addAlias, editEntry, removeAlias } from './edit-entry.ts';
import {
  CreateFaqEntryInput,
  EditFaqEntryInput,
  FaqAliasInput,
  PublishFaqEntryInput,
} from './mutation-inputs-graphql.ts';
import { publishEntry } from './publish-entry.ts';
import { saveEntry } from './save-entry.ts';

/** What was left out, as the rules take it. */
function readEntryInput(
  input: typeof EditFaqEntryInput.$inferInput | typeof CreateFaqEntryInput.$inferInput,
) {
  const { question, aliases, answer, language, topics, generatedBy } = input;
  const { briefing = null, sectionId = null, reviewIntervalDays = null } = input;
  return {
    question,
    aliases,
    answer,
    language,
    topics,
    briefing,
    sectionId,
    reviewIntervalDays,
    generatedBy,
  };
}

builder.mutationField('createFaqEntry', (t) =>
  t.field({
    type: ChangeFaqEntryResult,
    description:
      'Begins an FAQ entry, as a draft or for readers at once. A wording that the community has an answer to is refused with that entry. For those who edit its community.',
    args: { input: t.arg({ type: CreateFaqEntryInput, required: true, description: 'The entry.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const mutation = { name: 'createFaqEntry', actor, input: { ...input, communityId } };
      return answerAsThen(context, { ...mutation, remember: captureEntry }, (act) =>
        saveEntry(
          context.db,
          {
            ...readEntryInput(input),
            communityId,
            ...(typeof input.slug === 'string' ? { slug: input.slug } : { slugTaken: 'suffix' }),
            publish: input.publish,
            provenance: {
              createdBy: signatureOf(actor),
              importedFrom: null,
              generatedBy: input.generatedBy,
            },
            verifiedBy: input.verify ? signatureOf(actor) : null,
            verifiedAt: input.verify ? act.now : null,
          },
          act,
        ),
      );
    },
  }),
);

builder.mutationFields((t) => ({
  editFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Changes what an entry says; readers of a published one have the new text at once. For those who edit its community.',
    args: { input: t.arg({ type: EditFaqEntryInput, required: true, description: 'The new text.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'editFaqEntry', input, (entry, act) =>
        editEntry(context.db, { ...entry, edit: { ...readEntryInput(input), verify: input.verify } }, act),
      ),
  }),
  publishFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Gives readers a draft. The briefing it is bound to must be published. For those who edit its community.',
    args: { input: t.arg({ type: PublishFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'publishFaqEntry', input, (entry, act) => publishEntry(context.db, entry, act)),
  }),
  addFaqAlias: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Another way to ask the question; one that it has already changes nothing. For those who edit its community.',
    args: { input: t.arg({ type: FaqAliasInput, required: true, description: 'The alias.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'addFaqAlias', input, (entry, act) =>
        addAlias(context.db, { ...entry, alias: input.alias }, act),
      ),
  }),
  removeFaqAlias: t.field({
    type: ChangeFaqEntryResult,
    description: 'Takes an alias away. For those who edit its community.',
    args: { input: t.arg({ type: FaqAliasInput, required: true, description: 'The alias.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'removeFaqAlias', input, (entry, act) =>
        removeAlias(context.db, { ...entry, alias: input.alias }, act),
      ),
  }),
}));
