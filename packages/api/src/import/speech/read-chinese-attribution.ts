import { isChineseName } from './chinese-names.ts';
import type { Person } from './extract-people.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { simplifyChinese } from './simplify-chinese.ts';
import type { SaidBy } from './read-attribution.ts';

const OFFICES =
  '副秘书长|秘书长|副市长|市长|副省长|省长|副县长|县长|副部长|部长|外长|防长|财长|副总统|总统|副总理|总理|首相|副主席|主席|副委员长|委员长|新闻发言人|发言人|大使|领事|特使|特别代表|代表|教授|研究员|学者|专家|分析师|博士|副主任|主任|副局长|局长|副司长|司长|厅长|院长|校长|书记|司令|将军|议员|总裁|董事长|首席执行官|经理|记者|律师|医生|国王|女王|教皇|国务卿|州长|检察官|法官|队长|教练|先生|女士';
const VERBS = '说道|说|表示|称|指出|强调|宣布|透露|回应|认为|介绍|坦言|补充道|补充说|写道';
const SAID = compilePattern(
  `^[\\s，,]*(?<who>[\\p{Script=Han}·]{2,24}?)(?:\\d{1,2}日)?(?:(?:今天|昨天|当天|近日|在\\p{Script=Han}{2,12}[上中时后])[，,]?)?(?:对此)?(?:${VERBS})[\\s：:，,。]*$`,
  'u',
);
const BEFORE_NAME = compilePattern(
  `^(?<body>[\\p{Script=Han}]{0,16}?)(?<office>${OFFICES})(?<name>[\\p{Script=Han}·]{2,15})$`,
  'u',
);
const AFTER_NAME = compilePattern(`^(?<name>[\\p{Script=Han}·]{2,15}?)(?<office>${OFFICES})$`, 'u');
const WITH_OFFICE = new RegExp(OFFICES, 'u');

/** 李华说：“…”, “…，”市长李华表示。, 外交部发言人毛宁说：“…” */
export function readChineseAttribution(text: string): SaidBy | null {
  const who = text.length > 60 ? undefined : SAID.exec(simplifyChinese(text))?.groups?.['who'];
  const speaker = who === undefined ? null : readWho(who);
  return speaker === null ? null : { speaker: inWordsOf(text, speaker), statedOnText: null };
}

/** As the text writes them, whose characters may be traditional ones. */
function inWordsOf(text: string, { name, role }: Person): Person {
  const simple = simplifyChinese(text);
  const asWritten = (words: string): string => {
    const start = simple.indexOf(words);
    return text.slice(start, start + words.length);
  };
  return { name: asWritten(name), role: role === null ? null : asWritten(role) };
}

const OFFICE_ONLY = compilePattern(`^[\\p{Script=Han}]{0,12}(?:${OFFICES})$`, 'u');

/** “…，”市长说。: what somebody is whom nobody names. */
export function readChineseOffice(text: string): string | null {
  const simple = text.length > 60 ? '' : simplifyChinese(text);
  const who = SAID.exec(simple)?.groups?.['who'];
  if (who === undefined || !OFFICE_ONLY.test(who) || who.endsWith('记者')) return null;
  const start = simple.indexOf(who);
  return text.slice(start, start + who.length);
}

/** A name, with an office before it or behind it. */
function readWho(who: string): Person | null {
  const { body = '', office = '', name } = BEFORE_NAME.exec(who)?.groups ?? {};
  if (name !== undefined) {
    // Two offices: two people, and whose words it were, nothing tells.
    if (WITH_OFFICE.test(body) || WITH_OFFICE.test(name) || !isChineseName(name, true)) return null;
    return { name, role: roleOf(`${body}${office}`) };
  }
  const named = AFTER_NAME.exec(who)?.groups;
  if (named !== undefined) {
    const { name: first = '', office: after = '' } = named;
    return isChineseName(first, false) ? { name: first, role: roleOf(after) } : null;
  }
  return isChineseName(who, false) ? { name: who, role: null } : null;
}

function roleOf(office: string): string | null {
  return /^(?:先生|女士)$/.test(office) ? null : office;
}

const REPORTED = compilePattern(
  /^(?:据|根据)?(?<who>[\p{Script=Han}·]{2,24}?)(?<place>\d{1,2}日|在[\p{Script=Han}]{2,10})?(?:介绍|透露|称|表示|指出|说|强调|宣布|认为)[，,：:]/u,
);
const AUTHORITY = compilePattern(
  /^(?:警方|当局|官方|白宫|克里姆林宫|五角大楼|[\p{Script=Han}]{1,12}(?:政府|警方|外交部|国防部|商务部|卫生部|[^\s]部|委员会|法院|检察院|管理局|消防局|海关|使馆))$/u,
);

/** 据市长李华介绍，…; 外交部发言人毛宁表示，…; 据警方称，…: what follows is said by them, not word for word. */
export function readChineseReport(text: string): SaidBy | null {
  const who = REPORTED.exec(text.slice(0, 60))?.groups?.['who'];
  if (who === undefined) return null;
  const speaker = AUTHORITY.test(who) ? { name: who, role: null } : readWho(who);
  return speaker === null ? null : { speaker, statedOnText: null };
}
