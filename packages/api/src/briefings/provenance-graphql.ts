/** Who made what. */
import { builder } from '../graphql/builder.ts';
import type { GENERATORS } from './document.ts';

export const GeneratorType = builder.enumType('Generator', {
  description: 'Who or what wrote something.',
  values: {
    HUMAN: { description: 'A person.' },
    MODEL: { description: 'A language model.' },
  } satisfies Record<(typeof GENERATORS)[number], { description: string }>,
});

builder.objectType('Provenance', {
  description: 'Where a revision or a piece of it comes from.',
  fields: (t) => ({
    createdBy: t.exposeString('createdBy', { description: 'Who wrote or imported it.' }),
    reviewedBy: t.exposeString('reviewedBy', {
      nullable: true,
      description: 'Who reviewed it; null: nobody.',
    }),
    importedFrom: t.exposeString('importedFrom', {
      nullable: true,
      description: 'File name or address of the article it was made from; null: written here.',
    }),
    generatedBy: t.field({
      type: GeneratorType,
      description: 'Whether a person or a language model wrote it.',
      resolve: ({ generatedBy = 'HUMAN' }) => generatedBy,
    }),
  }),
});
