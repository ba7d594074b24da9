import { compilePattern } from './compile-pattern.ts';
import type { SaidBy } from './read-attribution.ts';

// Nothing separates the words: a name is known by its family name, or by the dot within it.
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const OFFICES =
  '市长|副市长|省长|部长|副部长|外长|防长|总统|副总统|总理|首相|主席|副主席|发言人|大使|特使|教授|博士|主任|局长|司令|将军|议员|秘书长';
const VERBS = '说道|说|表示|称|指出|强调|宣布|透露|回应';
const SAID = compilePattern(
  `^[\\s，,]*(?:(?<body>\\p{Script=Han}{0,10}?)(?<office>${OFFICES}))?(?<name>[${SURNAMES}]\\p{Script=Han}{1,2}?|\\p{Script=Han}{1,6}·\\p{Script=Han}{1,6}(?:·\\p{Script=Han}{1,6})?)(?<after>${OFFICES}|先生|女士)?(?:${VERBS})[\\s：:，,。]*$`,
  'u',
);

const WITH_OFFICE = new RegExp(OFFICES, 'u');

/** 李华说：“…”, “…，”市长李华表示。, 外交部发言人毛宁说：“…” */
export function readChineseAttribution(text: string): SaidBy | null {
  const { name, body = '', office, after } = SAID.exec(text.slice(0, 60))?.groups ?? {};
  // Two offices: two people, and whose words it were, nothing tells.
  if (name === undefined || text.length > 60 || WITH_OFFICE.test(body)) return null;
  const role =
    office !== undefined
      ? `${body}${office}`
      : after !== undefined && !/先生|女士/.test(after)
        ? after
        : null;
  return { speaker: { name, role }, statedOnText: null };
}

const REPORTED = compilePattern(
  /^(?:据|根据)?(?<who>[\p{Script=Han}·]{2,24}?)(?<place>\d{1,2}日|在[\p{Script=Han}]{2,10})?(?:介绍|透露|称|表示|指出|说|强调|宣布)[，,：:]/u,
);
const WHO = compilePattern(
  `^(?<body>[\\p{Script=Han}]{0,16}?)(?<office>${OFFICES})(?<name>[${SURNAMES}]\\p{Script=Han}{1,2}|\\p{Script=Han}{1,6}·\\p{Script=Han}{1,6})$`,
  'u',
);
const AUTHORITY = compilePattern(
  /^(?:警方|当局|官方|[\p{Script=Han}]{1,12}(?:政府|警方|外交部|国防部|商务部|卫生部|[^\s]部|委员会|法院|检察院|管理局|消防局|海关|使馆))$/u,
);

/** 据市长李华介绍，…; 外交部发言人毛宁表示，…; 据警方称，…: what follows is said by them, not word for word. */
export function readChineseReport(text: string): SaidBy | null {
  const who = REPORTED.exec(text.slice(0, 60))?.groups?.['who'];
  if (who === undefined) return null;
  const { body = '', office, name } = WHO.exec(who)?.groups ?? {};
  if (name !== undefined && office !== undefined) {
    return { speaker: { name, role: `${body}${office}` }, statedOnText: null };
  }
  return AUTHORITY.test(who) ? { speaker: { name: who, role: null }, statedOnText: null } : null;
}
