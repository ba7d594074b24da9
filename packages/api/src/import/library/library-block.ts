import type { BlockOf } from '../../briefings/document.ts';
import type { LibraryBody } from './read-library-sections.ts';

/** Without an id it is called by its place. */
type WithoutId<Block> = Block extends unknown ? Omit<Block, 'id'> & { id?: string | undefined } : never;
export type LibraryBlock = WithoutId<
  BlockOf<'PARAGRAPH'> | BlockOf<'POINTS'> | BlockOf<'TABLE'> | BlockOf<'QUOTE'> | BlockOf<'EXCHANGE'>
>;

/** What a file says around its blocks. */
export type LibraryFile = Pick<LibraryBody, 'text' | 'path' | 'claims'>;

const HINTS = { priority: 3, shortForm: null };

/** What a block says of itself where the file says nothing else. */
export function plain(citations: number[]): { citations: number[]; hints: typeof HINTS; origin: null } {
  return { citations, hints: { ...HINTS }, origin: null };
}
