/** Nothing separates the words of Chinese: what is a name, its characters and what stands beside it tell. */

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠桑荆谌银扬明沙伏岑习胥保和蔺';
const COMPOUND_SURNAMES =
  '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|司空|令狐|宇文|长孙|端木|东方|南宫|独孤|西门|东郭|呼延|亓官|申屠|太史|轩辕|钟离|闻人|鲜于|赫连|澹台|濮阳|公冶|拓跋|百里';
/** The characters that foreign names are written with, by their sound. */
const SOUNDS =
  '希娅姬芙莲黛拉布别彻楚鲍代娅娃柳木吾卜根米斯诺克鲁阿埃艾爱安昂奥澳巴芭拜班贝本比彼宾波伯勃博布查茨达戴丹德登迪蒂丁东杜顿多恩厄尔法范菲费芬佛弗福夫盖甘高戈哥格葛古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉季加贾杰捷金津卡凯坎康考柯科可克肯孔库夸奎坤拉莱赖兰朗劳勒雷黎里理利莉丽连良列琳林龙卢鲁路伦罗洛吕律马玛迈麦曼梅门蒙孟米密敏明摩莫姆穆那纳娜南内尼妮涅宁纽农努诺欧帕派潘庞佩彭皮平珀普浦漆齐奇恰契乔切琴丘饶热荣茹儒瑞若萨塞赛桑森沙莎珊尚舍申生圣施史士斯丝松苏素索塔泰坦汤唐特腾提廷通图托陀瓦万旺威薇韦维魏温文翁沃乌武西锡席夏香肖谢欣辛休雪逊雅亚延扬杨耶叶伊因英永尤约泽扎詹章珍芝朱祖佐';

const FOREIGN = new RegExp(`^[${SOUNDS}]{2,7}$`, 'u');
const DOTTED = /^\p{Script=Han}{1,7}·\p{Script=Han}{1,7}(?:·\p{Script=Han}{1,7})?$/u;
const NATIVE = new RegExp(
  `^(?:[${SURNAMES}]\\p{Script=Han}{1,2}|(?:${COMPOUND_SURNAMES})\\p{Script=Han}{1,2})$`,
  'u',
);
/** Begin like a name, and are words. */
const WORDS =
  /^(?:周[一二三四五六日末边围]|方[面案]|高[度层调兴官管]|马[上方]|任[何务命]|金[额融]|华为|白[宫天]|黄金|严[正厉格]|常[常委]|安[全理]|时[任间]|边防|江[苏西]|石油|雷达|关于|成[员都]|武汉|温州|程序|路透社?|项目|焦点|包括|连[续日]|强[调烈]|文[章件]|明[确天年]|应[当该]|全[体国球]|来[自信]|和[平谈]|都[市是]|向来|官[方员]|单[位方]|商[家会]|计[划算]|原[因则]|台[湾方]|房[东企]|车[主企]|党[委员中]|时候|印方|韩[方国]|俄方|古巴|沙特|宁夏|甘肃|海[关南]|广东|于是|何时|万人|别的|同时)/u;
// Particles, times and plurals: a word of a sentence, and no part of a name.
const RUNNING = /[今昨在对当还也就又则曾已将未不没的了这那其他她它们者并而及等从被把由再后上下午晚会都]/u;

/** A name alone: by its surname, the dot within it, or by sounds. After an office nearly anything is one. */
export function isChineseName(name: string, isAfterOffice: boolean): boolean {
  if (DOTTED.test(name)) return true;
  if (WORDS.test(name)) return false;
  if (NATIVE.test(name)) return !/[们者日号]$/u.test(name);
  if (FOREIGN.test(name)) return isAfterOffice || name.length >= 3;
  return isAfterOffice && /^\p{Script=Han}{2,3}$/u.test(name) && !RUNNING.test(name);
}
