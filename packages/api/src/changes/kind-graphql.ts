import { builder } from '../graphql/builder.ts';
import type { ChangeKind } from './table.ts';

export const ChangeKindType = builder.enumType('ChangeKind', {
  description: 'What happened to a piece of content, as readers see it.',
  values: {
    BRIEFING_PUBLISHED: { description: 'A briefing can be read for the first time.' },
    BRIEFING_UPDATED: { description: 'A briefing can be read in a new revision.' },
    BRIEFING_CORRECTED: {
      description: 'A briefing said something wrong; the new revision says what is right.',
    },
    BRIEFING_WITHDRAWN: { description: 'A briefing was taken back.' },
    FAQ_ENTRY_PUBLISHED: { description: 'An FAQ entry can be read for the first time.' },
    FAQ_ENTRY_UPDATED: {
      description: 'An FAQ entry was changed, or what it rests on was, so that it may be stale now.',
    },
    VISIBILITY_CHANGED: {
      description:
        'A server hides other topics or warnings than before: what of the library can be seen there may have come or gone without a change of its own.',
    },
    FAQ_ENTRY_OBSOLETED: { description: 'An FAQ entry is no longer given as an answer.' },
  } satisfies Record<ChangeKind, { description: string }>,
});
