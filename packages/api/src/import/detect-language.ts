/** Words that running text of a language cannot do without. */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for with as on was are by this have from be it not which at',
  de: 'der die das und ist nicht ein eine zu den von mit auf für im dem des sich als auch werden',
  fr: 'le la les et des est une dans que pour qui sur pas au avec sont ce plus par du ne',
  es: 'el los las y del que en una por con para no es se su al como más pero sus lo',
  it: 'il di che è per una con non sono della nel alla gli dei come più anche questo ma',
  pt: 'os uma que não para com por dos como mais foi das ao pelo são sua também em no do',
  nl: 'de het een en van is dat op te niet voor met zijn aan bij ook naar worden door maar',
  pl: 'i w nie na się z do że jest to od za po przez oraz są jak dla tym które',
  ru: 'и в не на что с по как это из для его но от за к был так все они',
  uk: 'і та не на що з по як це із для його але від за до був так усі вони є',
  tr: 've bir bu için ile da de çok olarak daha gibi ancak kadar olan sonra ise',
};
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];
/** Which languages a word is common in. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(COMMON_WORDS)) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}
// Some hundred words tell.
const SAMPLE = 4_000;

/** BCP 47 tag of the language a text is written in; "und" (undetermined) where nothing tells. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  return detectByScript(sample) ?? detectByWords(sample) ?? 'und';
}

function detectByScript(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / Math.max(letters, 1);
    // Japanese is mostly written in Chinese characters.
    if (share > (language === 'ja' ? 0.1 : 0.3)) return language;
  }
  return null;
}

function detectByWords(sample: string): string | null {
  const counts = new Map<string, number>();
  for (const [word] of sample.matchAll(/\p{L}+/gu)) {
    for (const language of LANGUAGES_OF.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
