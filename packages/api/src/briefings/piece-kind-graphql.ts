import { builder } from '../graphql/builder.ts';
import type { PieceKind } from './list-pieces.ts';

export const PIECE_KINDS = {
  TITLE: { description: 'Its title.' },
  SUMMARY: { description: 'Its summary.' },
  DETAILS: { description: 'Its language, importance, content warnings and topics.' },
  SECTION: { description: 'A heading with its place; its blocks are pieces of their own.' },
  BLOCK: { description: 'A block of a section.' },
  CLAIM: { description: 'A claim.' },
  SOURCE: { description: 'A source.' },
  STAKEHOLDER: { description: 'A stakeholder.' },
  EVENT: { description: 'A point of the timeline.' },
  SCENARIO: { description: 'A scenario.' },
  PERSPECTIVE: { description: 'A perspective.' },
  PROMPT: { description: 'A prompt.' },
} satisfies Record<PieceKind, { description: string }>;

export const PieceKindType = builder.enumType('PieceKind', {
  description: 'What a piece of a briefing is.',
  values: PIECE_KINDS,
});
