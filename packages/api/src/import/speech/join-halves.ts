/** “Never,” she said, “will this town pay”: one quotation that the sentence around it interrupts. */
import { compilePattern } from '../text/compile-pattern.ts';

export interface Quoted {
  /** Indexes of the words within the marks. */
  start: number;
  end: number;
}

/** Halves of what was said, in order; more than one where the attribution stands in the middle. */
export interface QuotedSpeech {
  halves: Quoted[];
  /** Whether all between them only says who speaks. Where it says more, nobody knows whose words go on. */
  isWhole: boolean;
}

/** A half alone may say the opposite: halves are one quotation, or none. */
export function joinHalves(text: string, quoted: readonly Quoted[]): QuotedSpeech[] {
  const speeches: QuotedSpeech[] = [];
  for (const half of quoted) {
    const speech = speeches.at(-1);
    const before = speech?.halves.at(-1);
    if (speech === undefined || before === undefined || !goesOn(text, before, half)) {
      speeches.push({ halves: [half], isWhole: true });
      continue;
    }
    speech.halves.push(half);
    speech.isWhole &&= isInterjection(text.slice(before.end + 1, half.start - 1));
  }
  return speeches;
}

const MARK_OF_PAUSE = /[,，—–-]\s*$/;
const PAUSE_FIRST = /^\s*[,，—–-]/;
const FINISHED = /[.!?…。！？]\s*$/;
const LOWER_CASE = compilePattern(/^[\s…]*\p{Ll}/u);

function goesOn(text: string, before: Quoted, half: Quoted): boolean {
  const words = text.slice(before.start, before.end);
  const between = text.slice(before.end + 1, half.start - 1);
  if (FINISHED.test(words) || FINISHED.test(between)) return false;
  const isOpen = MARK_OF_PAUSE.test(words) || PAUSE_FIRST.test(between);
  // "Never" she said, "will …": without a comma only where the quotation begins the sentence.
  const beginsSentence = text.slice(0, before.start - 1).trim() === '';
  if (!isOpen && !beginsSentence) return false;
  return LOWER_CASE.test(text.slice(half.start, half.end)) || MARK_OF_PAUSE.test(between);
}

const MAX_INTERJECTION = 150;
// A second person, or a second thing said.
const SAYS_MORE = compilePattern(
  /[;:!?]|\.\s|(?<!\p{L})(?:and|but|while|whereas|answered|und|aber|während|et|mais|tandis|y|pero|mientras|и|но|а)(?!\p{L})/iu,
);

function isInterjection(between: string): boolean {
  return between.length <= MAX_INTERJECTION && /\p{L}/u.test(between) && !SAYS_MORE.test(between);
}
