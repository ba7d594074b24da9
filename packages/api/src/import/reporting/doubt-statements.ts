/** Sentences that say of a statement that nobody could check it, and which statement they mean. */
import { compilePattern } from '../text/compile-pattern.ts';
import type { Attribution } from '../speech/extract-claims.ts';
import {
  DOUBTED,
  DOUBTFUL,
  DOUBTFUL_ADVERBS,
  DOUBTFUL_CHINESE,
  HEARSAY,
  NUMBER_WORDS,
  REFERS_BACK,
  REFERS_BACK_CHINESE,
  UNVERIFIED,
} from './languages-of-reporting.ts';

const UNVERIFIED_TEXT = compilePattern(Object.values(UNVERIFIED).flat().join('|'), 'iu');
/** One of which every sentence of doubt has: the patterns are slow. */
const DOUBT_SIGN =
  /verif|confirm|corrobor|alleged|purported|angeblich|bestätig|überprüf|vérifi|prétend|presunt|supuest|неподтвер|подтвер|проверить|supposedly|якобы|证实|核实|确认|验证/i;
const DOUBTS_ITSELF = compilePattern(`(?<!\\p{L})(?:${DOUBTED.join('|')})(?!\\p{L})`, 'iu');
const NUMBER = compilePattern(`(?<!\\p{L})(?:${NUMBER_WORDS.join('|')})(?!\\p{L})`, 'iu');
/** After the name of who made them. */
export const ALL_STATEMENTS =
  /^(?:['’]s?)?\s+(?:\w+\s+)?(?:statements|claims|remarks|comments|words|assertions|allegations|accounts)\b/i;

export function isDoubt(text: string): boolean {
  return DOUBT_SIGN.test(text) && UNVERIFIED_TEXT.test(text);
}

/** "The mayor will allegedly resign": what a sentence tells is in doubt by its own words. */
export function doubtsItself(text: string): boolean {
  return DOUBT_SIGN.test(text) && DOUBTS_ITSELF.test(text);
}

const BACK = `(?:(?:${REFERS_BACK.join('|')})|${REFERS_BACK_CHINESE})`;
// "However, the claim has not been verified", "Reuters could not verify these figures"
const SUBJECT_BACK = compilePattern(`^(?:\\p{L}{2,9},?\\s+){0,2}?${BACK}`, 'iu');
const OBJECT_BACK = compilePattern(
  `(?:verify|confirm|corroborate|vérifier|confirmer|verificar|confirmar|проверить|подтвердить|证实|核实)\\s*${BACK}`,
  'iu',
);

/** Whether a sentence of doubt is about the one before it: "the claim", "these figures", "it"; a decision nobody has to verify. */
export function refersBack(text: string): boolean {
  return SUBJECT_BACK.test(text) || OBJECT_BACK.test(text);
}

const DOUBTFUL_TEXT = compilePattern(
  `(?<!\\p{L})(?:${DOUBTFUL.join('|')})(?!\\p{L})|${DOUBTFUL_CHINESE}`,
  'iu',
);
const HEARSAY_TEXT = compilePattern(`(?<!\\p{L})(?:${HEARSAY.join('|')})(?!\\p{L})`, 'iu');
const DIRECTS = compilePattern(
  /\?["”’»)]*$|^(?:if|when|please|make sure|wenn|falls|si|если|cuando)(?!\p{L})|\byou(?:r)?\b/iu,
);
// "The mayor will allegedly resign"; not "a man arrested for allegedly …", nor anything in a clause or in marks further on.
const MAIN_CLAUSE = compilePattern(
  `^(?:(?!(?:that|which|who|what|for|after|before|because|while|que|qui|para)\\s)[\\p{L}\\p{N}.'’-]+\\s+){0,9}?(?:${DOUBTFUL_ADVERBS.join('|')})\\s`,
  'iu',
);
const BOUNDARY = /(?:[;,—–]\s|\s(?=(?:but|though|although|aber|mais|pero)\s))/gu;

/** "Unconfirmed reports say that the bridge has fallen": a statement that is doubted as it is made, whoever made it. */
export function isDoubtful(text: string): boolean {
  if (!DOUBT_SIGN.test(text) || DIRECTS.test(text)) return false;
  if (DOUBTFUL_TEXT.test(text) || MAIN_CLAUSE.test(text)) return true;
  return doubtsWhatItTells(text) && HEARSAY_TEXT.test(text);
}

const MIN_TOLD = 25;
const MAX_BOUNDARIES = 12;

/** "The town has fallen, he said, but that could not be verified": one clause tells, the other one doubts. */
export function doubtsWhatItTells(text: string): boolean {
  if (!isDoubt(text)) return false;
  return [...text.matchAll(BOUNDARY)].slice(0, MAX_BOUNDARIES).some(({ index, 0: mark }) => {
    const tail = text.slice(index + mark.length);
    return index >= MIN_TOLD && isDoubt(tail) && refersBack(tail) && !isDoubt(text.slice(0, index));
  });
}

/** Whether a sentence can be what the next one doubts. */
export function canBeDoubted(text: string): boolean {
  return !DIRECTS.test(text) && !isDoubt(text);
}

/** What the sentence right before attributes; "these figures" are of the last one of that paragraph that has any. */
export function doubtedBy(
  text: string,
  { claims, last }: { claims: readonly Attribution[]; last: readonly Attribution[] },
): readonly Attribution[] {
  const [first] = last;
  if (first === undefined || !NUMBER.test(text) || last.some(hasNumber)) return last;
  const numbered = claims
    .slice(-MAX_BEFORE)
    .findLast((claim) => claim.node === first.node && hasNumber(claim));
  return numbered === undefined ? last : [numbered];
}

const MAX_BEFORE = 10;

function hasNumber({ text }: Attribution): boolean {
  return /\d/.test(text);
}
