/** Lines with the shape of a heading that no heading is written like. */
import { compilePattern } from '../text/compile-pattern.ts';

const MAX_REMARK = 200;

interface Form {
  /** Without which a line is none of them: the patterns are slower. */
  sign: RegExp;
  pattern: RegExp;
}

const FORMS: readonly Form[] = [
  // "Price: $31.00", "Quay at night - Image: Strait Museum"
  { sign: /[:：].{0,4}\d/, pattern: compilePattern(/^[^:：]{1,40}[:：]\P{L}+$/u) },
  { sign: /: /, pattern: /(?:^|[-–—(] ?)(?:credits?|image|photo|artist): /i },
  // "Great day — Ann (@ann)"
  { sign: /@|\.com/, pattern: /\(@\w{1,30}\)|pic\.twitter\.com\// },
  // "Our guide [", "(Artist: Holm)", "[HTTP]", "Strait Museum[12]"; "[edit]" stands beside real ones.
  {
    sign: /[([\])]$/,
    pattern: compilePattern(/[([]$|^\([^()]*\)$|^\[[^[\]]*\]$|\[(?:\p{N}|\p{L} ?\p{N})[^[\]]{0,6}\]$/u),
  },
  { sign: /^Credit/, pattern: compilePattern(/^Credit\p{Lu}/u) },
  // "Ann Holm/iStock/Getty Images"
  {
    sign: /\/|[Pp]hoto by|^(?:Image|Photo|Play|Save|Enlarge|Loading)/,
    pattern:
      /\/ ?(?:getty|ap|afp|epa|reuters|shutterstock|istock|corbis|alamy|flickr)(?![a-z])|(?:^| )photo by |^(?:image|photo|play|save|enlarge|loading.{0,20})$/i,
  },
  // "Will it last?", Holm asked. “What!”
  { sign: /^["“„«]/, pattern: compilePattern(/^["“„«][^"“”„«»]*(?:[?!.]["”“»]|,["”“»],? \p{Ll})/u) },
  // Below an article of an encyclopedia; a row of a table that was printed.
  { sign: /^\^ |^\*|│/, pattern: /^/ },
  // "Your options are limited: either"
  { sign: / (?:an?|the|and|or|either|of|und|oder|der|die|das|et|ou|la|les|y|el|los|и|или)$/, pattern: / / },
];
// "He will have none of it. It snowed!": more than one sentence. "The U.S. Senate", "St. Holm", "Sen. Holm" are none.
const NEW_SENTENCE = compilePattern(/\p{Ll}{3}[.!?]["”’»)]? ["“„«]?\p{Lu}/u);
const TITLES =
  /(?<![a-z])(?:prof|gov|sen|rep|gen|capt|dept|inc|corp|bros|mrs|hon|rev|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\. /gi;
const MANY_WORDS = 6;

export function isRemark(text: string): boolean {
  if (text.length > MAX_REMARK) return false;
  if (FORMS.some(({ sign, pattern }) => sign.test(text) && pattern.test(text))) return true;
  if (/[!！]$/.test(text) && text.split(' ').length >= MANY_WORDS) return true;
  return /[.!?].* /.test(text) && NEW_SENTENCE.test(text.replace(TITLES, ' '));
}
