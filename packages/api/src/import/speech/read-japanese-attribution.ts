import { compilePattern } from '../text/compile-pattern.ts';
import type { SaidBy } from './read-attribution.ts';

const OFFICES =
  '市長|町長|村長|知事|首相|総理|大統領|大臣|外相|財務相|防衛相|長官|官房長官|報道官|教授|准教授|博士|社長|会長|議員|議長|代表|監督|選手|所長|委員長|弁護士|医師|記者';
const VERBS =
  '述べ|語|話し|話す|言っ|言う|説明し|強調し|訴え|明らかにし|コメントし|指摘し|主張し|答え|振り返';
const SAYS = new RegExp(`^[^「」。、]{0,12}?(?:${VERBS})`, 'u');
const NAME = '[\\p{Script=Han}]{3,6}?|[ァ-ヺー]{2,12}(?:・[ァ-ヺー]{2,12}){1,2}';
const WITH_OFFICE_BEHIND = compilePattern(`^(?<name>${NAME})(?<office>${OFFICES}|氏|さん)$`, 'u');
const WITH_OFFICE_BEFORE = compilePattern(
  `^(?<office>[^「」。、]{0,14}?(?:${OFFICES}))の(?<name>${NAME})(?:氏|さん)?$`,
  'u',
);
const AFTER = /^[\s、]*と(?<who>[^「」。、\s]{3,30}?)[はがも](?<rest>.{2,40})$/u;
const AROUND = /^[\s、]*(?<who>[^「」。、\s]{3,30}?)[はがも]、?\s*$/u;

/** 「…」と山田太郎市長は述べた。, 市長の山田太郎氏は「…」と語った。 */
export function readJapaneseAttribution(before: string, after: string): SaidBy | null {
  if (before.trim() === '') {
    const { who = '', rest = '' } = AFTER.exec(after)?.groups ?? {};
    return SAYS.test(rest) ? readWho(who) : null;
  }
  const who = AROUND.exec(before)?.groups?.['who'];
  return who !== undefined && after.startsWith('と') && SAYS.test(after.slice(1)) ? readWho(who) : null;
}

/** By his office, or by what is put behind the name of a person: without, it may be anything. */
function readWho(who: string): SaidBy | null {
  const found = WITH_OFFICE_BEFORE.exec(who)?.groups ?? WITH_OFFICE_BEHIND.exec(who)?.groups;
  if (found === undefined) return null;
  const { name = '', office = '' } = found;
  return { speaker: { name, role: /^(?:氏|さん)$/u.test(office) ? null : office }, statedOnText: null };
}
