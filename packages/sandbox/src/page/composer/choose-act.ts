/** What a key does in the composer; null when it only types. */
export type ComposerAct = 'CLEAR' | 'END_REPLY' | 'NEXT' | 'PREVIOUS' | 'PICK' | 'ENTER' | 'ERASE';

/** How the composer stands when the key is pressed. */
interface Situation {
  /** How many suggestions are listed, and which of them is marked; -1 for none. */
  count: number;
  marked: number;
  isCommand: boolean;
  isReply: boolean;
  /** Nothing stands where the caret is. */
  isEmptyHere: boolean;
}

export function chooseAct(
  { key, shiftKey, isComposing }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing'>,
  situation: Situation,
): ComposerAct | null {
  if (isComposing) return null;
  const hasList = situation.count > 0;
  switch (key) {
    case 'Escape':
      if (situation.isCommand) return 'CLEAR';
      return situation.isReply ? 'END_REPLY' : null;
    case 'ArrowDown':
      return hasList ? 'NEXT' : null;
    case 'ArrowUp':
      return hasList ? 'PREVIOUS' : null;
    case 'Tab':
      return !shiftKey && isMarked(situation) ? 'PICK' : null;
    case 'Enter':
      if (shiftKey) return null;
      return isMarked(situation) ? 'PICK' : 'ENTER';
    case 'Backspace':
      return situation.isEmptyHere ? 'ERASE' : null;
    default:
      return null;
  }
}

function isMarked({ count, marked }: Situation): boolean {
  return marked >= 0 && marked < count;
}
