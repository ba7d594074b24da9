/** What the mutations of FAQ entries take. */
import { TopicInput } from '../briefings/document-input-graphql.ts';
import { GeneratorType } from '../briefings/provenance-graphql.ts';
import { builder } from '../graphql/builder.ts';
import { commonFields, keyField, type InputFields } from '../graphql/mutation-inputs.ts';

/** The whole of what an entry says. */
function contentFields(t: InputFields) {
  return {
    question: t.string({
      required: true,
      description: 'The question, plain text of 1–300 characters, with a letter or digit in it.',
    }),
    aliases: t.stringList({
      required: true,
      defaultValue: [],
      description:
        'Other ways to ask it, at most 50 of 1–300 characters; one that repeats the question or another, apart from case, accents and punctuation, is left out.',
    }),
    answer: t.string({ required: true, description: 'The answer in Markdown, 1–20 000 characters.' }),
    generatedBy: t.field({
      type: GeneratorType,
      required: true,
      defaultValue: 'HUMAN',
      description: 'Whether a person or a language model wrote the answer.',
    }),
    language: t.field({ type: 'LanguageTag', required: true, description: 'Language of its texts: BCP 47.' }),
    topics: t.field({
      type: [TopicInput],
      required: true,
      defaultValue: [],
      description: 'What it is about, at most 50.',
    }),
    briefing: t.field({
      type: 'Slug',
      description:
        'Slug of the briefing of the same community it is bound to; null: none. What readers have can only be bound to what they have.',
    }),
    sectionId: t.string({
      description:
        'Id of the section of that briefing the answer rests on, at most 80 characters: a new text of it makes the answer stale. Null: none in particular.',
    }),
    reviewIntervalDays: t.int({
      description: 'How many days after it was verified it is to be checked again, 1–3650; null: never.',
    }),
  };
}

const verify = 'True: whoever writes it has checked the answer and signs it.';

export const CreateFaqEntryInput = builder.inputType('CreateFaqEntryInput', {
  description: 'A new FAQ entry.',
  fields: (t) => ({
    ...keyField(t),
    communityId: commonFields(t).communityId,
    slug: t.field({
      type: 'Slug',
      description: 'Its slug, which nothing may have yet; null: made of the question.',
    }),
    ...contentFields(t),
    publish: t.boolean({
      required: true,
      defaultValue: false,
      description: 'True: readers have it at once. False: it is a draft.',
    }),
    verify: t.boolean({ required: true, defaultValue: false, description: verify }),
  }),
});

/** For what takes nothing from an entry that somebody else may have written meanwhile. */
function seenRevision(t: InputFields, why: string) {
  return t.int({
    description: `The revision that was looked at: when it is another by now, nothing happens and the current entry is answered. Null: whatever is there; ${why}`,
  });
}

function requiredRevision(t: InputFields) {
  return t.int({
    required: true,
    description:
      'The revision that was looked at: when it is another by now, nothing happens and the current entry is answered.',
  });
}

export const EditFaqEntryInput = builder.inputType('EditFaqEntryInput', {
  description: 'The whole new text of an entry.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: requiredRevision(t),
    ...contentFields(t),
    verify: t.boolean({
      required: true,
      defaultValue: false,
      description: `${verify} False: a new question, answer, briefing or section is one that nobody has verified.`,
    }),
  }),
});

export const PublishFaqEntryInput = builder.inputType('PublishFaqEntryInput', {
  description: 'A draft to publish.',
  fields: (t) => ({ ...commonFields(t), expectedRevision: requiredRevision(t) }),
});

export const FaqAliasInput = builder.inputType('FaqAliasInput', {
  description: 'A way to ask the question of an entry.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: seenRevision(t, 'one alias more or less leaves the others as they are.'),
    alias: t.string({
      required: true,
      description: '1–300 characters; case, accents and punctuation do not count.',
    }),
  }),
});

export const VerifyFaqEntryInput = builder.inputType('VerifyFaqEntryInput', {
  description: 'An entry whose answer was checked.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: requiredRevision(t),
    reviewIntervalDays: t.int({
      description: 'How many days from now it is to be checked again, 1–3650; null: as many as before.',
    }),
    neverAgain: t.boolean({
      required: true,
      defaultValue: false,
      description:
        'True: it is not to be checked again, unless its section changes; `reviewIntervalDays` is null then. False: as that says.',
    }),
  }),
});

export const PinFaqEntryInput = builder.inputType('PinFaqEntryInput', {
  description: 'An entry to pin, or to unpin.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: seenRevision(t, 'its text stays as it is.'),
    pinned: t.boolean({ required: true, description: 'False: unpin it.' }),
  }),
});

export const MarkFaqEntryObsoleteInput = builder.inputType('MarkFaqEntryObsoleteInput', {
  description: 'An entry that is not to be found any more.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: requiredRevision(t),
    replacedBy: t.field({
      type: 'Slug',
      description:
        'Slug of the published entry that answers instead, of the same community or of the library; null: none does.',
    }),
  }),
});

export const RestoreFaqEntryInput = builder.inputType('RestoreFaqEntryInput', {
  description: 'An obsolete entry to take up again.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: seenRevision(t, 'its text stays as it is, and readers do not have it.'),
  }),
});
