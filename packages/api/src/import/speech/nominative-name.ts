/** Russian names in the genitive, as "по словам …" needs them, by the endings that leave no doubt. */
import { compilePattern } from '../text/compile-pattern.ts';

const NAME = compilePattern(/(?<first>\p{Lu}\p{Ll}{1,20})\s+(?<last>\p{Lu}\p{Ll}{2,25})(?=$|\s+\p{Ll})/u);

/** "мэра Ивана Петрова" → "Иван Петров"; null where the nominative cannot be told. */
export function nominativeName(clause: string): string | null {
  const { first = '', last = '' } = NAME.exec(clause.trim())?.groups ?? {};
  const surname = change(last, SURNAMES);
  if (first === '' || surname === null) return null;
  const isFeminine = /[ая]$/.test(surname);
  const name = change(first, isFeminine ? FEMININE : MASCULINE);
  return name === null ? null : `${name} ${surname}`;
}

type Endings = readonly (readonly [RegExp, string])[];

const SURNAMES: Endings = [
  [/(?<=[оеё]в|ин|ын)ой$/, 'а'],
  [/(?<=[цс]к)ой$/, 'ая'],
  [/(?<=[цс]к)ого$/, 'ий'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])а$/, ''],
];
const FEMININE: Endings = [
  [/(?<=[иь])и$/, 'я'],
  [/(?<=[гкхжчшщ])и$/, 'а'],
  [/ы$/, 'а'],
];
const MASCULINE: Endings = [
  [/(?<=[еиа])я$/, 'й'],
  [/(?<=[рл])я$/, 'ь'],
  [/ьи$/, 'ья'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])а$/, ''],
];

function change(word: string, endings: Endings): string | null {
  const found = endings.find(([ending]) => ending.test(word));
  return found === undefined ? null : word.replace(found[0], found[1]);
}
