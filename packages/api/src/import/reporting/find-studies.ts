/** Whose study, survey or report a sentence rests on: "according to a study by the University of Bern", "published in Nature". */
import { CAPITALIZED_NAME, isInstitution, trimName } from './capitalized-name.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const WORKS =
  'stud(?:y|ies)|surveys?|polls?|reports?|analys[ei]s|research|papers?|articles?|investigation|review|data|figures|estimates?|statistics|findings|forecasts?|index';
const RESTS_ON =
  /according to|\b(?:finds?|found|shows?|showed|shown|suggests?|suggested|concluded|concludes|estimates?|estimated|revealed|reveals|says|said)\b|laut|nach |zufolge|ergab|zeigt|selon|d[’']après|según/i;
const PEOPLE =
  '(?:(?:researchers?|scientists?|experts?|economists?|astronomers?|academics|a team|teams?)\\s+(?:at|of|from)\\s+)?';
const JOURNAL =
  '(?:(?:(?:scientific|medical|academic|online|open-access|peer-reviewed)\\s+){0,2}(?:journal|magazine)\\s+)';
const DONE =
  '(?:published|released|conducted|compiled|carried out|commissioned|issued|prepared|led|done|supplied|presented)';

// "a 2014 report from the World Bank", "a study conducted last year by researchers at the University of Bern"
const BY = compilePattern(
  `(?<!\\p{L})(?:${WORKS})(?:,?\\s+(?:${DONE}|recently|last|this|year|week|month|\\w+day|in|[12]\\d{3})){0,5}\\s+(?:by|from)\\s+${PEOPLE}(?<the>the\\s+)?(?<name>${CAPITALIZED_NAME})`,
  'gu',
);
// "published in the journal Nature", "a report in the Journal of Sea Walls"
const IN = compilePattern(
  `(?<!\\p{L})(?:${WORKS})(?:\\s+\\w+){0,4}?\\s+in\\s+(?<journal>(?:the\\s+)?${JOURNAL})?(?:the\\s+)?(?<name>${CAPITALIZED_NAME})`,
  'gu',
);
// "a new Pew Research Center survey", "the Moody’s report"
const OWN = compilePattern(
  `(?<!\\p{L})(?:[Aa]ccording to\\s+(?<own>(?:an?|the|new|recent|latest|last|annual|separate|earlier|[12]\\d{3})\\s+){0,4}|(?:^|[.,;]\\s+)[Aa]n?\\s+(?:(?:new|recent|latest|[12]\\d{3})\\s+){0,2})(?<name>${CAPITALIZED_NAME})\\s+(?:${WORKS})(?!\\p{L})`,
  'gu',
);
const WORK_WORD = new RegExp(WORKS, 'u');

const JOURNALS =
  /^(?:Nature|Science|Cell|PLOS ONE|PNAS|JAMA|The Lancet|Lancet|BMJ)\b|Journal|Review|Letters|Proceedings|Annals|Science|Medicine|Biology|Communications|Ecology|Physics|Psychology|Lancet/u;
const OF_A_NATION =
  /^(?:\p{Lu}\p{Ll}+(?:ish|ese|ian|ean|can|ench|utch|wiss)|German|Greek|Thai|Czech|Iraqi|Israeli|US|U\.S|UK|EU|I|A|The|In|No|This|That|Their|Its|Our|Other)$/u;

// Of German and French every other noun would do: only what says that it is an institution.
const OTHER_LANGUAGES = compilePattern(
  `(?<!\\p{L})(?:[Ss]tudie|[Uu]ntersuchung|[Uu]mfrage|[Aa]nalyse|[Aa]uswertung|[Bb]ericht|[Ee]rhebung|étude|enquête|rapport|sondage|estudio|informe|encuesta)(?:s|n|en)?\\s+(?:der|des|von|vom|de l[’']|de la|de|du|del)\\s*(?<name>(?:(?:Université|Universidad|University|Institut[eo]?|Instituto|Universität|Bundesamt\\p{L}{0,2}|Bundesinstituts?|Hochschule|Stiftung)(?:s|es)?(?:\\s+(?:für|of|de|d[’']|del)\\s*)?(?:\\s*${CAPITALIZED_NAME})?)|\\p{Lu}{2,6}(?![\\p{L}-]))`,
  'gu',
);
const OTHER_WORK =
  /tudie|tersuchung|mfrage|nalyse|uswertung|ericht|rhebung|étude|enquête|rapport|sondage|estudio|informe|encuesta/u;

export interface FoundStudy {
  name: string;
  start: number;
}

export function findStudies(text: string): FoundStudy[] {
  if (!RESTS_ON.test(text)) return [];
  return [...findEnglish(text), ...findOthers(text)];
}

function findEnglish(text: string): FoundStudy[] {
  if (!WORK_WORD.test(text)) return [];
  return [
    // Two capitalized words may be a person.
    ...namesIn(text, BY, (name, { the }) => the !== undefined || isInstitution(name) || !name.includes(' ')),
    ...namesIn(text, IN, (name, { journal }) => journal !== undefined || JOURNALS.test(name)),
    ...namesIn(text, OWN, (name) => !OF_A_NATION.test(name)),
  ];
}

function findOthers(text: string): FoundStudy[] {
  return OTHER_WORK.test(text) ? namesIn(text, OTHER_LANGUAGES, () => true) : [];
}

type Groups = Record<string, string | undefined>;

function namesIn(
  text: string,
  pattern: RegExp,
  isReporter: (name: string, groups: Groups) => boolean,
): FoundStudy[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const groups = match.groups ?? {};
    const name = nameOf(groups);
    if (name === null || OF_A_NATION.test(name) || !isReporter(name, groups)) return [];
    return [{ name, start: match.index + match[0].indexOf(groups['name'] ?? '') }];
  });
}

/** "the Moody’s report", "NASA’s report": behind an article the ending belongs to the name. */
function nameOf({ name = '', own }: Groups): string | null {
  if (own !== undefined && /['’]s$/.test(name)) return name;
  return trimName(name)?.replace(/^(Bundesamt|Bundesinstitut|Institut)e?s\b/, '$1') ?? null;
}
