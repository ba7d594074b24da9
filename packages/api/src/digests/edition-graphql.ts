import { builder } from '../graphql/builder.ts';
import type { OpenEdition } from './open-edition.ts';

const EditionItem = builder.objectRef<OpenEdition['items'][number]>('EditionItem').implement({
  description: 'One briefing of an edition.',
  fields: (t) => ({
    briefing: t.expose('briefing', {
      type: 'Briefing',
      description: 'The briefing at the revision that was frozen, whatever has been published since.',
    }),
  }),
});

export const EditionType = builder.objectRef<OpenEdition>('Edition').implement({
  description:
    'The content of one digest, frozen when it was due: preview, post and "read more" all show the same. A briefing that was withdrawn since, or is hidden in its server by now, is left out.',
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
