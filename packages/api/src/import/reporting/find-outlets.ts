/** Names of what publishes news, wherever a text mentions them: by a list, by their form, or by the word for what they are. */
import { compilePattern } from '../text/compile-pattern.ts';
import { findPublishers } from './known-publishers.ts';
import type { FoundPublisher } from './known-publishers.ts';
import { KINDS_AFTER_OUTLET, KINDS_OF_OUTLET } from './languages-of-reporting.ts';
import { CAPITALIZED_NAME, trimName } from './capitalized-name.ts';
import { GERMAN_NAMES_WITH_ARTICLE, NAMES_WITH_ARTICLE, OTHER_FORMS } from './publisher-names.ts';

/** Each where it begins, with the word for what it is; of two that overlap the one that is surer. */
export function findOutlets(text: string): FoundPublisher[] {
  const found: FoundPublisher[] = [];
  for (const find of FINDERS) {
    for (const outlet of find(text)) {
      const isTaken = found.some(({ start, end }) => start < outlet.end && outlet.start < end);
      if (!isTaken) found.push(outlet);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const FINDERS = [
  findPublishers,
  findOtherForms,
  findArticled,
  findPapers,
  findIntroduced,
  findExplained,
  findStations,
  findChinese,
];

const OTHER_FORM = compilePattern(
  `(?:(?<!\\p{L})|(?<=[据引]))(?:${Object.keys(OTHER_FORMS).join('|')})(?!\\p{Ll})`,
  'gu',
);
/** Of the scripts and the words they begin with. */
const SIGN_OF_OTHER_FORM = /[\u0400-\u04ff\u4e00-\u9fff]|Zeitung|Allgemein|Presse-|Tass/;

function findOtherForms(text: string): FoundPublisher[] {
  if (!SIGN_OF_OTHER_FORM.test(text)) return [];
  return [...text.matchAll(OTHER_FORM)].map((match) =>
    foundAt(match, match[0], OTHER_FORMS[match[0]] ?? match[0]),
  );
}

const ENGLISH = Object.keys(NAMES_WITH_ARTICLE).join('|');
const GERMAN = Object.keys(GERMAN_NAMES_WITH_ARTICLE).join('|');
// "der Spiegel", and in marks "der „Welt“": without them it is the world, or the time.
const ARTICLED = compilePattern(
  `(?<![\\p{L}\\p{N}])(?:[Tt]he\\s+(?<english>${ENGLISH})|(?:[Dd](?:er|ie|as|em|es)\\s+)?[„"»“‚](?<marked>${GERMAN})s?[“"«”‘]|[Dd](?:er|as|em|es)\\s+(?<german>Spiegel|Tagesspiegel|Handelsblatt|Standard)s?)(?![\\p{L}\\p{N}’'-])(?!\\s+(?:(?:of|and)\\s+)?(?:the\\s+)?\\p{Lu})`,
  'gu',
);

const ARTICLE = /^(?:the|der|die|das|dem|des)\s+/i;

function findArticled(text: string): FoundPublisher[] {
  return [...text.matchAll(ARTICLED)].map((match) => {
    const { english, marked, german } = match.groups ?? {};
    const name =
      english === undefined ? GERMAN_NAMES_WITH_ARTICLE[marked ?? german ?? ''] : NAMES_WITH_ARTICLE[english];
    // The article is not its name: what stands before it tells whether it reports.
    const start = match.index + (ARTICLE.exec(match[0])?.[0].length ?? 0);
    return { name: name ?? match[0], start, end: match.index + match[0].length };
  });
}

const PAPER_ENDS =
  'News|Times|Post|Journal|Herald|Daily|Tribune|Gazette|Chronicle|Courier|Dispatch|Examiner|Inquirer|Telegraph|Magazine|Insider|Observer|Zeitung|Anzeiger|Nachrichten|Rundschau|Tagblatt|Nyheter|Dagblad|Dagbladet|Tidende|Tidning';
const ENDS = '(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)';
// Papers by their form: "the Port Anders Gazette", "Dagens Nyheter", "Medical News Today", "Post and Courier", "Journal of Sea Walls".
const PAPER = compilePattern(
  `(?<![\\p{L}\\p{N}])(?:(?:(?:The|Die|Der|Le|La|El)\\s+)?(?:\\p{Lu}[\\p{L}'’-]{1,30}\\s+){1,3}(?:${PAPER_ENDS})|(?:Journal|Proceedings|Annals|Archives|Bulletin)(?=\\s+of\\s)|Post(?=\\s+and\\s+Courier))(?![\\p{L}\\p{N}])(?:\\s+(?:(?:of|and)\\s+(?:the\\s+)?)?${ENDS}\\p{Lu}[\\p{L}'’-]{1,30}){0,4}`,
  'gu',
);
// As plain words first: hardly any sentence names one, and the pattern above is a slow one.
const PAPER_WORD = new RegExp(`${PAPER_ENDS}|Proceedings|Annals|Archives|Bulletin`);

function findPapers(text: string): FoundPublisher[] {
  return PAPER_WORD.test(text) ? [...text.matchAll(PAPER)].map(toPaper) : [];
}

// "According to the Port Anders Gazette": a capital letter only begins the sentence.
const NO_NAME =
  /^(?:According|In|As|But|And|When|While|After|On|At|Laut|Nach|Wie|Selon|Según|\p{Lu}\p{L}+-based)\s+/u;

function toPaper(match: RegExpExecArray): FoundPublisher {
  const lead = NO_NAME.exec(match[0])?.[0].length ?? 0;
  const start = match.index + lead;
  return { name: match[0].slice(lead), start, end: match.index + match[0].length };
}

const KIND = `(?:${KINDS_OF_OUTLET.join('|')})`;
const MARKS = '["“„«»‚‘]';
// "state broadcaster Press TV", "die Internetzeitung „Daily NK“", "газета «Берег»"
const INTRODUCED = compilePattern(
  `(?<![\\p{L}])(?i:${KIND})\\s+(?:${MARKS}\\s?(?<marked>\\p{Lu}[^"“”„«»‘’\\n]{1,40}?)\\s?["”“«»’‘]|(?<name>${CAPITALIZED_NAME}))`,
  'gu',
);
const KIND_WORD = new RegExp(KIND, 'i');

function findIntroduced(text: string): FoundPublisher[] {
  if (!KIND_WORD.test(text)) return [];
  return [...text.matchAll(INTRODUCED)].flatMap((match) => {
    const name = trimName(match.groups?.['marked'] ?? match.groups?.['name'] ?? '');
    // The name ends what was found, as far as it is one.
    const words = match.groups?.['marked'] === undefined ? match[0].trimEnd() : match[0];
    return name === null ? [] : [foundAt(match, words, name)];
  });
}

// "the Register-Guard newspaper", "the Interfax news agency"
const EXPLAINED = compilePattern(
  `(?<![\\p{L}])[Tt]he\\s+(?<name>${CAPITALIZED_NAME})\\s+(?:${KINDS_AFTER_OUTLET})(?![\\p{L}])`,
  'gu',
);
const KIND_AFTER = new RegExp(KINDS_AFTER_OUTLET, 'u');
const OF_A_NATION =
  /^(?:\p{Lu}\p{Ll}+(?:ish|ese|ian|ean|can|ench|utch|wiss)|German|US|U\.S\.?|UK|Sunday|Morning|Evening)$/u;

function findExplained(text: string): FoundPublisher[] {
  if (!KIND_AFTER.test(text)) return [];
  return [...text.matchAll(EXPLAINED)].flatMap((match) => {
    const name = trimName(match.groups?.['name'] ?? '');
    return name === null || OF_A_NATION.test(name) ? [] : [foundAt(match, match[0], name)];
  });
}

// "told KXAN": as stations are called in America.
const STATION =
  /\b(?!(?:WHO|WTO|WWF|WWE|WWII|WADA|WBA|WBC|WBO|WNBA|WFP|WWI|KGB|KKK|KFC|KLM|KPMG|KIA)\b)[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?\b/g;

function findStations(text: string): FoundPublisher[] {
  return [...text.matchAll(STATION)].map((match) => foundAt(match, match[0], match[0]));
}

const CHINESE = compilePattern(
  /《(?<title>[\p{Script=Han}·]{2,12})》|(?<=[据引用])(?<name>\p{Script=Han}{2,8}?(?:通讯社|电视台|广播公司|新闻网|日报|晚报|时报|早报))/gu,
);

function findChinese(text: string): FoundPublisher[] {
  if (!/[《据引用]/.test(text)) return [];
  return [...text.matchAll(CHINESE)].map((match) =>
    foundAt(match, match[0], match.groups?.['title'] ?? match.groups?.['name'] ?? match[0]),
  );
}

function foundAt({ index }: RegExpExecArray, words: string, name: string): FoundPublisher {
  return { name, start: index, end: index + words.length };
}
