/** What the inputs of all mutations on content have in common. */
import type { builder } from './builder.ts';
import { communityIdOptions } from './text-limits.ts';

export type InputFields = PothosSchemaTypes.InputFieldBuilder<
  typeof builder.$inferSchemaTypes,
  'InputObject'
>;

/** Names the thing and the wish. */
export function commonFields(t: InputFields) {
  return {
    slug: t.field({ type: 'Slug', required: true, description: 'Its slug.' }),
    communityId: t.string(
      communityIdOptions(
        'The Discord guild it belongs to, or "library"; null: the own server for moderators, else the library.',
      ),
    ),
    ...keyField(t),
  };
}

export function keyField(t: InputFields) {
  return {
    idempotencyKey: t.field({
      type: 'UUID',
      required: true,
      description:
        'A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict.',
    }),
  };
}

export function expectedRevision(t: InputFields, which: 'head' | 'published') {
  return t.int({
    required: true,
    description: `Number of the ${which} revision that was looked at: when it is another by now, nothing happens and the current one is answered.`,
  });
}
