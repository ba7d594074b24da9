/** Where a passage stands in a text as whole words: "four" does not stand in "fourteen", nor "4" in "4.5". */

// Letters and digits of scripts that part words by spaces.
const IN_A_WORD =
  /[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]/v
    .source;
const BEGINS_IN_A_WORD = new RegExp(`^${IN_A_WORD}`, 'v');
const ENDS_IN_A_WORD = new RegExp(`${IN_A_WORD}$`, 'v');

/** Matches every place. What begins or ends with a mark ("(four", "four.") ends there by itself. */
export function passagePattern(passage: string): RegExp {
  const before = [
    ...(BEGINS_IN_A_WORD.test(passage) ? [`(?<!${IN_A_WORD})`] : []),
    ...(/^\p{N}/v.test(passage) ? ['(?<!\\p{N}[.,])'] : []),
  ];
  const after = [
    ...(ENDS_IN_A_WORD.test(passage) ? [`(?!${IN_A_WORD})`] : []),
    ...(/\p{N}$/v.test(passage) ? ['(?![.,]\\p{N})'] : []),
  ];
  return new RegExp(`${before.join('')}${RegExp.escape(passage)}${after.join('')}`, 'gv');
}
