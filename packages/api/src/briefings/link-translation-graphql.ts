/** Which briefing another one translates. */
import { builder } from '../graphql/builder.ts';
import { commonFields } from '../graphql/mutation-inputs.ts';
import { linkTranslation } from './link-translation.ts';
import { EditBriefingResult, editOnce } from './mutations-graphql.ts';

const LinkTranslationInput = builder.inputType('LinkTranslationInput', {
  description: 'A briefing that is there already, and which one it translates.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: t.int({
      required: true,
      description:
        'Number of the published revision that was looked at; of the head, where readers have nothing of it. When it is another by now, nothing happens and the current one is answered.',
    }),
    translationOf: t.field({
      type: 'Slug',
      description:
        'Slug of the briefing of the same community it translates; of another translation: what that one translates. Null: it translates none any more.',
    }),
    translatedRevision: t.int({
      description:
        'Number of the revision of that one it says the same as; null: what readers have of it, else the latest.',
    }),
  }),
});

builder.mutationField('linkTranslation', (t) =>
  t.field({
    type: EditBriefingResult,
    description:
      'Makes a briefing that is there already, an imported one for example, the translation of another, or an original again. A new revision says so: where it is published, for readers at once. In a language that the original or another translation has, it is a `TranslationTakenError`. For those who edit its community.',
    args: {
      input: t.arg({ type: LinkTranslationInput, required: true, description: 'What translates what.' }),
    },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'linkTranslation', input, (briefing, act) => {
        const { expectedRevision, translationOf = null, translatedRevision = null } = input;
        return linkTranslation(
          context.db,
          { ...briefing, expectedRevision, translationOf, translatedRevision },
          act,
        );
      }),
  }),
);
