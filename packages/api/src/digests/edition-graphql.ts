import { seesDelivery } from '../access/visibility.ts';
import { builder } from '../graphql/builder.ts';
import { findDeliveryOf } from './find-deliveries.ts';
import { openFrozen, type FrozenOpenEdition, type OpenEdition } from './open-edition.ts';

const EditionItem = builder.objectRef<OpenEdition['items'][number]>('EditionItem').implement({
  description: 'One briefing of an edition.',
  fields: (t) => ({
    briefing: t.expose('briefing', {
      type: 'Briefing',
      description: 'The briefing at the revision that was frozen, whatever has been published since.',
    }),
  }),
});

const EditionContent = builder.interfaceRef<OpenEdition>('EditionContent').implement({
  description: 'The content of one digest, posted or not.',
  fields: (t) => ({
    cutOffAt: t.expose('cutOffAt', {
      type: 'DateTime',
      description: 'What was published later is not in it.',
    }),
    items: t.expose('items', { type: [EditionItem], description: 'Its briefings, the newest first.' }),
    prompt: t.expose('prompt', {
      type: 'Prompt',
      nullable: true,
      description:
        'A question to open the discussion with: the first of its briefings that is known to take no side (`stanceNeutral`); null where none is.',
    }),
  }),
});

export const EditionType = builder.objectRef<FrozenOpenEdition>('Edition');

builder.node(EditionType, {
  description:
    'The content of one digest, frozen when it was due: whatever shows this digest shows the same. A briefing that was withdrawn since, or is hidden in its server by now, is left out. Readable by whoever may read its delivery.',
  interfaces: [EditionContent],
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, { db, viewer }) => {
    const delivery = await findDeliveryOf(db, id);
    return delivery !== null && seesDelivery(viewer, delivery) ? openFrozen(db, delivery) : null;
  },
});

export const EditionPreviewType = builder.objectRef<OpenEdition>('EditionPreview').implement({
  description: 'The content that a digest would have if it ran now. It is kept nowhere, so it has no id.',
  interfaces: [EditionContent],
});
