import type { CORRECTION_KINDS } from '../briefings/document.ts';
import { builder } from '../graphql/builder.ts';

export const CorrectionKind = builder.enumType('CorrectionKind', {
  description: 'What kind of correction it is.',
  values: {
    CORRECTION: { description: 'A mistake was put right.' },
    GRADING: { description: 'A claim was judged anew.' },
  } satisfies Record<(typeof CORRECTION_KINDS)[number], { description: string }>,
});
