import { InvalidInputError } from '../domain-errors.ts';
import { createBlackOut, type BlackOut } from './black-out.ts';

/** What takes the passage out, once it is clear that the reason, which is kept, does not have it. */
export function checkPassage(passage: string, reason: string): BlackOut {
  if (passage.trim().length < 2) {
    throw new InvalidInputError('"passage" must have at least two characters', ['passage']);
  }
  const blackOut = createBlackOut(passage);
  if (blackOut(reason) === reason) return blackOut;
  throw new InvalidInputError('"reason" is kept: say why it goes, not what goes', ['reason']);
}
