import { compilePattern } from '../text/compile-pattern.ts';

/** Words that running text of a language cannot do without. */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for with as on was are by this have from be it not which at you can i we they he our your my an or if how what who when where why do does did has will would but all no so there their about into use',
  de: 'der die das und ist nicht ein eine zu den von mit auf für im dem des sich als auch werden sie in an er es wir ich aus bei nach oder wie was wer wo warum so nur noch wird war kann dass hat haben sind um',
  fr: 'le la les et des est une dans que pour qui sur pas au avec sont ce plus par du ne vous de un en il elle a à se ou où nous je mais si son sa ses aux cette été comment pourquoi quoi',
  es: 'el los las y del que en una por con para no es se su al como más pero sus lo de la a un le o ha este esta son fue qué cómo dónde puede muy ya hay sin sobre',
  it: 'il di che è per una con non sono della nel alla gli dei come più anche questo ma la le lo i a e in un si da ha dal al questa cosa dove perché',
  pt: 'os uma que não para com por dos como mais foi das ao pelo são sua também em no do você de a o e se na um ou ser tem à isso este esta quando onde',
  nl: 'de het een en van is dat op te niet voor met zijn aan bij ook naar worden door maar je in of hoe wat ik kan wordt uit over die deze hij we',
  pl: 'i w nie na się z do że jest to od za po przez oraz są jak dla tym które a o co czy ale tego jej był która',
  cs: 'a v se na je že to s z do o k i ale jako za po jsou pro si by jeho který která při nebo co jak ve ze není jsme',
  sk: 'a v sa na je že to s z do o k aj ale ako za po sú pre si by jeho ktorý ktorá pri alebo',
  hu: 'a az és hogy nem is egy meg van ez de csak már ha mint el volt vagy még kell lehet',
  ro: 'și în la cu un o pe care nu este din pentru ca mai sau sunt au dar prin această de',
  hr: 'i je u na se da za od su s što kao koji nije ali ili bi iz biti',
  sv: 'och att det som en på är av för med den till inte om har de ett var kan från men vi du',
  da: 'og at det som en på er af for med den til ikke om har de et kan fra men vi efter også du',
  no: 'og at det som en på er av for med den til ikke om har de et kan fra men vi etter også du',
  fi: 'ja on ei että se oli mutta kun myös tai ovat joka jos niin sen sekä ole voi tämä',
  ca: 'els i amb és aquest aquesta als són també però més fer perquè hi ha pot ser seva dels de la el en un una que no del les a es per què quan',
  id: 'yang dan di dari untuk dengan ini itu pada tidak adalah dalam akan anda atau juga oleh ke karena',
  vi: 'và của là có không cho được trong một các với này để những người khi đã từ thể bạn',
  tr: 've bir bu için ile da de çok olarak daha gibi ancak kadar olan sonra ise',
  ru: 'и в не на что с по как это из для его но от за к был так все они',
  uk: 'і та не на що з по як це із для його але від за до був так усі вони є',
  bg: 'и на за от да се в с че не е са по като това но който или си',
};
/** Letters and marks that of all these languages only one writes. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  es: 'ñ¿¡',
  pt: 'ãõ',
  de: 'ß',
  pl: 'łśżź',
  cs: 'řěů',
  sk: 'ľĺŕ',
  hu: 'őű',
  ro: 'șț',
  tr: 'ğı',
  uk: 'іїєґ',
  ru: 'ыэё',
};
/** How many Latin letters one letter of the script is worth, and what tells languages of one script apart. */
const SCRIPTS: readonly (readonly [string, RegExp, number])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 6],
  ['ko', /\p{Script=Hangul}/gu, 2],
  ['zh', /\p{Script=Han}/gu, 3],
  ['fa', /[پچژگ]/gu, 12],
  ['ar', /\p{Script=Arabic}/gu, 1],
  ['he', /\p{Script=Hebrew}/gu, 1],
  ['el', /\p{Script=Greek}/gu, 1],
  ['hi', /\p{Script=Devanagari}/gu, 1],
  ['bn', /\p{Script=Bengali}/gu, 1],
  ['ta', /\p{Script=Tamil}/gu, 1],
  ['te', /\p{Script=Telugu}/gu, 1],
  ['si', /\p{Script=Sinhala}/gu, 1],
  ['th', /\p{Script=Thai}/gu, 1],
  ['ka', /\p{Script=Georgian}/gu, 1],
  ['hy', /\p{Script=Armenian}/gu, 1],
];
/** Which languages a word is common in. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(COMMON_WORDS)) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}
const LANGUAGE_OF_LETTER = new Map(
  Object.entries(OWN_LETTERS).flatMap(([language, letters]) =>
    letters.split('').map((letter) => [letter, language] as const),
  ),
);
const OWN_LETTER = new RegExp(`[${Object.values(OWN_LETTERS).join('')}]`, 'gu');
// Some hundred words tell.
const SAMPLE = 4_000;

/** BCP 47 tag of the language a text is written in; "und" (undetermined) where nothing tells. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  // Latin letters alone need no count of the other scripts.
  const script = BEYOND_LATIN.test(sample) ? detectByScript(sample) : null;
  return script ?? detectByWords(sample) ?? 'und';
}

/** Where all those scripts are, and Cyrillic: above the accented letters, but for punctuation. */
const BEYOND_LATIN = /[\u0370-\u1FFF\u2100-\uFFFF]/;

function detectByScript(sample: string): string | null {
  const letters = countMatches(sample, /\p{L}/gu);
  for (const [language, script, weight] of SCRIPTS) {
    const count = countMatches(sample, script);
    const share = (count * weight) / Math.max(letters + count * (weight - 1), 1);
    if (share > 0.4) return language;
  }
  return null;
}

function countMatches(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0;
}

/** No part of an address, of a version or of a name in code; not the "s" of "what's", nor the mark "A:" of an answer. */
const WORD = compilePattern(
  /(?<![\p{L}\p{N}@#/_.-])(?!(?<=\p{L}['’])\p{L}(?!\p{L})|\p{L}[.:)])\p{L}+(?![\p{L}\p{N}@/_-])/gu,
);
const LETTER_WEIGHT = 0.4;
/** Names of other countries hold them, too. */
const OWN_LETTER_WEIGHT = 0.5;

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const CYRILLIC_WORD = /^\p{Script=Cyrillic}/u;

function detectByWords(sample: string): string | null {
  // English names and code stand in many a Russian text, Russian words in no English one.
  const isCyrillic =
    BEYOND_LATIN.test(sample) &&
    countMatches(sample, CYRILLIC) * 2 > countMatches(sample, /\p{Script=Latin}/gu);
  const counts = new Map<string, number>();
  for (const word of sample.match(WORD) ?? []) {
    if (isCyrillic && !CYRILLIC_WORD.test(word)) continue;
    // Single letters are also names of things: "v8", "plan b", a commit's number.
    const weight = word.length === 1 && !isCyrillic ? LETTER_WEIGHT : 1;
    for (const language of LANGUAGES_OF.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + weight);
  }
  for (const letter of sample.match(OWN_LETTER) ?? []) {
    const language = LANGUAGE_OF_LETTER.get(letter) ?? '';
    counts.set(language, (counts.get(language) ?? 0) + OWN_LETTER_WEIGHT);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
