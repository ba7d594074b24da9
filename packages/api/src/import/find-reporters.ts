import { findPublishers } from './known-publishers.ts';
import type { FoundPublisher } from './known-publishers.ts';
import { AFTER_REPORTER, BEFORE_REPORTER } from './languages-of-reporting.ts';
import { compilePattern } from './compile-pattern.ts';

const BEFORE_WORDS = Object.values(BEFORE_REPORTER).flat().join('|');
const AFTER_WORDS = Object.values(AFTER_REPORTER).flat().join('|');
// Up to five words may stand between: "the Russian state news agency".
const BEFORE = compilePattern(
  `(?:according to|reported by|carried by|published (?:by|in)|quoted (?:by|in)|cited by|citing|told|reports? (?:by|from|in|of)|interview with|speaking to|statement to)\\s+(?:[\\p{L}'’-]+\\s+){0,6}$|(?<!\\p{L})(?:${BEFORE_WORDS})\\s+(?:(?:the|der|die|das|le|la|l['’]|el|агентств[ао]|газет[аы]|agencia|agence|agentur|nachrichtenagentur)\\s*){0,3}$`,
  'iu',
);
const AFTER = compilePattern(
  `^(?:,\\s+[^,.;:]{1,80},)?\\s+(?:(?:has|have|had|also|first|later|earlier|previously)\\s+){0,2}(?:reported|reports|said|says|wrote|writes|revealed|quoted|cited|noted|${AFTER_WORDS})(?!\\p{L})`,
  'iu',
);
// Papers by their form: "the Port Anders Gazette", "Dagens Nyheter".
const PAPER = compilePattern(
  /(?<![\p{L}\p{N}])(?:(?:The|Die|Der|Le|La|El)\s+)?(?:\p{Lu}[\p{L}'’-]{1,30}\s+){1,3}(?:News|Times|Post|Journal|Herald|Daily|Tribune|Gazette|Chronicle|Courier|Dispatch|Examiner|Inquirer|Telegraph|Zeitung|Anzeiger|Nachrichten|Rundschau|Tagblatt|Nyheter|Dagblad|Dagbladet|Tidende|Tidning)(?![\p{L}\p{N}])/gu,
);
// As plain words first: hardly any sentence names one, and the pattern above is a slow one.
const PAPER_WORD =
  /News|Times|Post|Journal|Herald|Daily|Tribune|Gazette|Chronicle|Courier|Dispatch|Examiner|Inquirer|Telegraph|Zeitung|Anzeiger|Nachrichten|Rundschau|Tagblatt|Nyheter|Dagblad|Tidende|Tidning/;
const LOCAL_NAMES: Readonly<Record<string, string>> = {
  路透社: 'Reuters',
  新华社: 'Xinhua',
  法新社: 'AFP',
  美联社: 'AP',
  塔斯社: 'TASS',
  彭博社: 'Bloomberg',
  ТАСС: 'TASS',
  'РИА Новости': 'RIA Novosti',
  Интерфакс: 'Interfax',
};
const LOCAL_NAME = compilePattern(
  `(?:(?<!\\p{L})|(?<=[据引]))(?:${Object.keys(LOCAL_NAMES).join('|')})`,
  'gu',
);
/** Of the scripts that local names are written in. */
const OTHER_SCRIPT = /[\u0400-\u04ff\u4e00-\u9fff]/;
const CHINESE_BEFORE = /(?:据|援引|引述|引用)$/u;
const CHINESE_AFTER = /^(?:\d{1,2}日)?(?:报道|消息|称|援引|发自)/u;

/** The news organisations that, by the words around their names, carried what a sentence says. */
export function findReporters(text: string): string[] {
  const names = namedIn(text)
    .filter(({ start, end }) => {
      const before = text.slice(Math.max(0, start - 80), start);
      const after = text.slice(end, end + 100);
      return (
        BEFORE.test(before) || AFTER.test(after) || CHINESE_BEFORE.test(before) || CHINESE_AFTER.test(after)
      );
    })
    .map(({ name }) => name);
  return [...new Set(names)];
}

function namedIn(text: string): FoundPublisher[] {
  const known = [...findPublishers(text), ...findLocal(text)];
  if (!PAPER_WORD.test(text)) return known.sort((a, b) => a.start - b.start);
  const papers = [...text.matchAll(PAPER)]
    .map(toPaper)
    .filter(({ start, end }) => !known.some((other) => other.start < end && other.end > start));
  return [...known, ...papers].sort((a, b) => a.start - b.start);
}

function findLocal(text: string): FoundPublisher[] {
  if (!OTHER_SCRIPT.test(text)) return [];
  return [...text.matchAll(LOCAL_NAME)].map(({ 0: name, index }) => ({
    name: LOCAL_NAMES[name] ?? name,
    start: index,
    end: index + name.length,
  }));
}

// "According to the Port Anders Gazette": a capital letter only begins the sentence.
const NO_NAME = /^(?:According|In|As|But|And|When|While|After|On|At|Laut|Nach|Wie|Selon|Según)\s+/u;

function toPaper(match: RegExpExecArray): FoundPublisher {
  const lead = NO_NAME.exec(match[0])?.[0].length ?? 0;
  const start = match.index + lead;
  return { name: match[0].slice(lead), start, end: match.index + match[0].length };
}
