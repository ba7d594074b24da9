/** Authorities that speak as one: "police said", "according to the port authority", "informó el Banco Central". */
import { CAPITALIZED_NAME, isInstitution, trimName } from './capitalized-name.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { AFTER_INSTITUTION, BEFORE_INSTITUTION, INSTITUTIONS } from './languages-of-reporting.ts';
import type { SaidBy } from '../speech/read-attribution.ts';

const ARTICLES = "(?:(?:[Dd]er|[Dd]ie|[Dd]as|dem|den|[Ll]a|[Ll]e|les|[Ee]l|los|las)\\s+|[Ll][’'])?";

/** At the beginning of a text, behind its article. */
export const INSTITUTION = compilePattern(`^${ARTICLES}(?<name>(?:${INSTITUTIONS}))(?![\\p{L}-])`, 'u');

// "the town council", "police", "the state news department": in small letters only what is one.
const SMALL =
  "(?:[a-z]{3,12}\\s+){0,2}?(?:police|ministry|government|parliament|council|embassy|authority|department|military|army|navy|coast\\s+guard|central\\s+bank|fire\\s+(?:service|brigade|department)|sheriff[’']s\\s+office|[a-z]{3,12}\\s+office)";
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
/** As plain words first: the patterns take milliseconds to compile. */
const ACCORDING_SIGN = /ccording\s+to/;
const SUBJECT_SIGN = new RegExp(
  `^.{0,120}?(?:\\b[A-Z]{2,6}|olice|inistry|overnment|arliament|ouncil|mbassy|uthority|epartment|ilitary|rmy|avy|uard|ank|ervice|rigade|ffice|dministration|gency|ssociation|ommission|ommittee|oundation|enter|entre|niversity|nstitute|ospital|chools?|ureau|nion|roup|ederation|rogram|ourt|oard|remlin|ouse|entagon|\\b[A-Z]\\w+\\s+(?:of|for)\\s.{3,50})\\s+(?:(?:also|later|has|have)\\s+)?${SAID}\\s`,
);
const LAST_SIGN = new RegExp(`,\\s[^,]{2,120}\\s${SAID}(?:\\s+(?:on\\s+)?\\w+day)?\\.?$`);
const OTHERS = [
  compilePattern(`(?<!\\p{L})(?:${BEFORE_INSTITUTION})(?<name>${INSTITUTIONS})(?![\\p{L}-])`, 'u'),
  compilePattern(`^${ARTICLES}(?<name>${INSTITUTIONS})\\s+(?:${AFTER_INSTITUTION})(?!\\p{L})`, 'u'),
];
const OTHER_SIGN =
  /teilte|klärte|meldete|sagte|beton|bestätigte|\b(?:a|ont)\s+(?:indiqu|annonc|déclar|précis|confirm|affirm)|informó|informaron|indicó|señaló|confirmó|anunció|dijo|aseguró|precisó|сообщил|заявил|рассказали|отметили|уточнил/;

export function readInstitution(text: string): SaidBy | null {
  const name = readEnglish(text) ?? readOther(text);
  return name === null ? null : { speaker: { name, role: null }, statedOnText: null };
}

function readEnglish(text: string): string | null {
  const head = text.slice(0, MAX_HEAD);
  const tail = text.slice(-MAX_HEAD);
  const matches = [
    ACCORDING_SIGN.test(text) ? ACCORDING.exec(text) : null,
    SUBJECT_SIGN.test(head) ? SUBJECT.exec(head) : null,
    LAST_SIGN.test(tail) ? LAST.exec(tail) : null,
  ];
  for (const match of matches) {
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
