/** The traditional characters of surnames, offices and verbs of saying, each where its simplified one stands. */
const TRADITIONAL =
  '張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭許呂蘇盧蔣賈閻葉鍾譚鄒陸龍萬錢湯賴龔龐蘭顏嚴溫蘆魯韋聶叢項莊畢關費紀鄧閔強達總統發書長員縣財務國會議報導師醫說稱調佈認為紹補寫現問對檢軍隊練將學專親論華';
const SIMPLIFIED =
  '张刘陈杨赵黄吴孙马罗郑谢韩冯萧许吕苏卢蒋贾阎叶钟谭邹陆龙万钱汤赖龚庞兰颜严温芦鲁韦聂丛项庄毕关费纪邓闵强达总统发书长员县财务国会议报导师医说称调布认为绍补写现问对检军队练将学专亲论华';
// None of them is a pair of units.
const PAIRS = new Map(
  Array.from(TRADITIONAL, (character, index) => [character, SIMPLIFIED[index] ?? character]),
);
const SIGN = new RegExp(`[${TRADITIONAL}]`, 'gu');

/** As long as the text was: an index in one is an index in the other. */
export function simplifyChinese(text: string): string {
  return text.replace(SIGN, (character) => PAIRS.get(character) ?? character);
}
