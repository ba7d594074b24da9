/** Authorities that speak as one: "police said", "according to the port authority", "informó el Banco Central". */
import { CAPITALIZED_NAME, isInstitution, trimName } from './capitalized-name.ts';
import { compilePattern } from './compile-pattern.ts';
import { AFTER_INSTITUTION, BEFORE_INSTITUTION, INSTITUTIONS } from './languages-of-reporting.ts';
import type { SaidBy } from './read-attribution.ts';

const ARTICLES = "(?:(?:[Dd]er|[Dd]ie|[Dd]as|dem|den|[Ll]a|[Ll]e|les|[Ee]l|los|las)\\s+|[Ll][’'])?";

/** At the beginning of a text, behind its article. */
export const INSTITUTION = compilePattern(`^${ARTICLES}(?<name>(?:${INSTITUTIONS}))(?![\\p{L}-])`, 'u');

// "the town council", "police", "the state news department": in small letters only what is one.
const SMALL =
  "(?:[a-z]{3,12}\\s+){0,2}?(?:police|ministry|government|parliament|council|embassy|authority|department|military|army|navy|coast\\s+guard|central\\s+bank|fire\\s+(?:service|brigade|department)|sheriff[’']s\\s+office)";
const SAID = '(?:said|says|stated|announced|confirmed|denied|warned|added|noted|insisted|reported)';
const ACCORDING = compilePattern(
  `(?<!\\p{L})[Aa]ccording\\s+to\\s+(?:the\\s+)?(?:(?<small>${SMALL})|(?<name>${CAPITALIZED_NAME}))(?=[,;)]|\\.?$)`,
  'u',
);
const SUBJECT = compilePattern(
  `^(?:The\\s+)?(?:(?<small>Police|${SMALL})|(?<name>${CAPITALIZED_NAME}))\\s+(?:also\\s+|later\\s+|has\\s+|have\\s+)?${SAID}\\s+(?!(?:an?|its|his|her|their)\\s)`,
  'u',
);
const LAST = compilePattern(
  `,\\s+(?:the\\s+)?(?:(?<small>${SMALL})|(?<name>${CAPITALIZED_NAME}))\\s+${SAID}(?:\\s+(?:on\\s+)?\\w+day)?\\.?$`,
  'u',
);
const SIGN =
  /[Aa]ccording to|said|says|stated|announced|confirmed|denied|warned|added|noted|insisted|reported/;
const OTHERS = [
  compilePattern(`(?<!\\p{L})(?:${BEFORE_INSTITUTION})(?<name>${INSTITUTIONS})(?![\\p{L}-])`, 'u'),
  compilePattern(`^${ARTICLES}(?<name>${INSTITUTIONS})\\s+(?:${AFTER_INSTITUTION})(?!\\p{L})`, 'u'),
];
const OTHER_SIGN =
  /teilte|klärte|meldete|sagte|beton|bestätigte|\bont?\s|\ba\s|informó|informaron|indicó|señaló|confirmó|anunció|dijo|aseguró|precisó|сообщил|заявил|рассказали|отметили|уточнил/;

export function readInstitution(text: string): SaidBy | null {
  const name = readEnglish(text) ?? readOther(text);
  return name === null ? null : { speaker: { name, role: null }, statedOnText: null };
}

function readEnglish(text: string): string | null {
  if (!SIGN.test(text)) return null;
  const head = text.slice(0, MAX_HEAD);
  for (const match of [ACCORDING.exec(text), SUBJECT.exec(head), LAST.exec(text.slice(-MAX_HEAD))]) {
    const { small, name = '' } = match?.groups ?? {};
    if (small !== undefined) return small;
    const named = trimName(name);
    if (named !== null && isInstitution(named)) return named;
  }
  return null;
}

const MAX_HEAD = 200;

function readOther(text: string): string | null {
  if (!OTHER_SIGN.test(text)) return null;
  for (const pattern of OTHERS) {
    const name = pattern.exec(text)?.groups?.['name'];
    if (name !== undefined) return name;
  }
  return null;
}
