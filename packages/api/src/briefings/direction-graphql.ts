import type { TextDirection } from '@communique/shared/text-direction';
import { builder } from '../graphql/builder.ts';

export const Direction = builder.enumType('TextDirection', {
  description: 'Which way a text is written.',
  values: {
    LTR: { description: 'From left to right.' },
    RTL: { description: 'From right to left: Arabic, Hebrew, Persian, Urdu, …' },
  } satisfies Record<TextDirection, { description: string }>,
});
