/** Whether a clause tells what is over, what is unsure, or only that somebody spoke; what is to come, `isToCome` tells. */
import { compilePattern } from '../text/compile-pattern.ts';
import { SPEECH_VERBS, VERBS_OF_SAYING } from '../speech/speech-verbs.ts';

/** A day between others, one of many, or one on which something only may have been. */
const UNSURE =
  /(?<!\p{L})(?:every|each|(?:was|were|had been) (?:set|slated|due|scheduled|supposed|expected|planned|meant)|always|usually|if|unless|could|might|may|before|after|since|until|till|jeden?|jedes|immer|wenn|falls|könnten?|käme|ob|whether|hieß es|vor|nach|seit|bis|cada|siempre|si|podría|desde|hasta|antes|если|каждый|после|до)(?!\p{L})/iu;
const SAYS = new RegExp(
  `(?<!\\p{L})(?:${SPEECH_VERBS}|${VERBS_OF_SAYING.join('|')}|shared|ankündigte|mitteilte|sagten|informó|reported|reports)(?!\\p{L})`,
  'iu',
);
// By its words over: the forms of verbs, as far as one can tell them from other words.
const OVER = compilePattern(
  '(?<!\\p{L})(?:was|were|had|\\p{L}{3,14}ed|met|won|lost|held|broke|began|went|came|took|fell|found|left|fled|struck|shot|cut|hit|put|made|gave|a été|ont été|s.est|se sont|fue|fueron|hubo|\\p{L}{0,9}ш(?:ла|ло|ли|[её]л)|war|waren|wurden?|hatten?|kam(?:en)?|ging(?:en)?|gab(?:en)?|fand(?:en)?|lief(?:en)?|wies(?:en)?|traf(?:en)?|fiel(?:en)?|starb(?:en)?|begann(?:en)?|schloss(?:en)?|beschloss(?:en)?|stimm(?:te|ten)|hat|haben|ist|sind|\\p{L}{2,14}ó|\\p{L}{2,14}(?:aron|ieron)|\\p{L}{2,14}[аеиоуыя]л(?:а|о|и)?(?:с[ья])?)(?![\\p{L}-])|(?:举行|召开|开幕|签署|发生|通过|结束|抵达|通车|会晤|会谈)了|(?:已|曾)[^未将]',
  'iu',
);

export function isOver(clause: string): boolean {
  return OVER.test(clause);
}

export function isUnsure(clause: string): boolean {
  return UNSURE.test(clause);
}

export function tellsOfSpeech(clause: string): boolean {
  return SAYS.test(clause);
}
