import type { People, Person } from '../speech/extract-people.ts';
import { findReporters } from './find-reporters.ts';
import { findOutlets } from './find-outlets.ts';
import {
  BEFORE_SPEAKER,
  GERMAN_REPORTED,
  GERMAN_VERBS_OF_STATING,
  OPENS_STATEMENT,
} from './languages-of-reporting.ts';
import { INSTITUTION, readInstitution } from './read-institution.ts';
import { nominativeName } from '../speech/nominative-name.ts';
import { findDayOfSaying, readAttribution } from '../speech/read-attribution.ts';
import type { SaidBy } from '../speech/read-attribution.ts';
import { readChineseReport } from '../speech/read-chinese-attribution.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const CUE = compilePattern(`(?<!\\p{L})(?:${BEFORE_SPEAKER.join('|')})\\s+`, 'giu');
// "According to sb.": the name follows in the genitive.
const GENITIVE_CUE = compilePattern(/(?<!\p{L})(?:по словам|по мнению|по данным|по оценке)\s+/giu);
const OPENING = compilePattern(`^(?<who>.{3,120}?),?\\s+(?:${OPENS_STATEMENT})(?!\\p{L})`, 'iu');
const GERMAN_SIGN = new RegExp(`\\s(?:${GERMAN_VERBS_OF_STATING})\\s?`, 'u');
// What is stated: "dass …", or a clause in the subjunctive.
const STATED = `,\\s+(?:dass\\s|(?:[^,.;:]{2,80}?\\s)(?:${GERMAN_REPORTED})(?!\\p{L}))`;
const GERMAN_OPENING = compilePattern(
  `^(?<who>[^;:]{3,120}?),?\\s+(?:${GERMAN_VERBS_OF_STATING})(?:\\s+[^,.;:]{2,60}?)?${STATED}`,
  'u',
);
const GERMAN_INVERTED = compilePattern(
  `^(?<lead>[^,.;:]{2,60}?)\\s+(?:${GERMAN_VERBS_OF_STATING})\\s+(?<who>[^,.;:]{4,100}?)${STATED}`,
  'u',
);

/**
 * Who states what a sentence without quotation marks says, in the forms of languages other than English:
 * "Laut Bürgermeisterin Clara Holm …", "… , a déclaré le maire", "Según la policía, …", "По словам …", "据…介绍".
 */
export function readReportedStatement(text: string, people: People): SaidBy | null {
  return (
    readCue(text, people) ??
    readGenitive(text) ??
    readOpening(text, people) ??
    readInverted(text, people) ??
    readEnding(text, people) ??
    readChineseReport(text) ??
    readInstitution(text)
  );
}

/** Whoever is named after so many others in one sentence is not who states it. */
const MAX_CUES = 3;

/** "selon le maire Jean Morel, …" */
function readCue(text: string, people: People): SaidBy | null {
  for (const match of [...text.matchAll(CUE)].slice(0, MAX_CUES)) {
    const after = text.slice(match.index + match[0].length, match.index + 160);
    // "Laut der Agentur Reuters hat Minister Jan Vogt …": an agency speaks for nobody.
    if (findReporters(match[0] + firstWords(after)).length > 0) continue;
    const speaker = readName(after, people);
    if (speaker !== null) return { speaker, statedOnText: null };
  }
  return null;
}

/** As many as may name an agency. */
function firstWords(text: string): string {
  return text.split(/\s+/, 6).join(' ');
}

/** The words that can be an office and a name; the sentence goes on with the first that cannot. */
function readName(text: string, people: People): Person | null {
  const clause = /^[^,;:.()–—!?]{2,120}/u.exec(text.replace(/^(?:Dr|Prof|Mr|Mme|Sr|Sra)\. /, ''))?.[0] ?? '';
  const institution = INSTITUTION.exec(clause)?.groups?.['name'];
  const words = clause.split(/\s+/);
  // The longest beginning that is a name: "Clara Holm bleibt", "la alcaldesa Ana Ruiz".
  for (let length = Math.min(words.length, MAX_NAME_WORDS); length > 0; length -= 1) {
    const said = readAttribution(`said ${words.slice(0, length).join(' ')}`, people);
    if (said !== null) return said.speaker;
  }
  return institution === undefined ? null : { name: institution, role: null };
}

const MAX_NAME_WORDS = 9;

/** "По словам мэра Ивана Петрова, …" */
function readGenitive(text: string): SaidBy | null {
  for (const match of [...text.matchAll(GENITIVE_CUE)].slice(0, MAX_CUES)) {
    const clause = /^[^,;:.()–—!?]{2,120}/u.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    const institution = INSTITUTION.exec(clause)?.groups?.['name'];
    const name = nominativeName(clause);
    if (name !== null) return { speaker: { name, role: null }, statedOnText: null };
    if (institution !== undefined) return { speaker: { name: institution, role: null }, statedOnText: null };
  }
  return null;
}

/** "Мэр Иван Петров заявил, что …", "La alcaldesa Ana Ruiz dijo el martes que …", "Clara Holm sagte, die Brücke werde …" */
function readOpening(text: string, people: People): SaidBy | null {
  const start = text.slice(0, 260);
  const match = OPENING.exec(start) ?? (GERMAN_SIGN.test(start) ? GERMAN_OPENING.exec(start) : null);
  const before = match?.groups?.['who'];
  if (match === null || before === undefined) return null;
  return sayWho(before.trim(), match[0].slice(before.length), people);
}

/** "Am Dienstag sagte Clara Holm, die Brücke werde …" */
function readInverted(text: string, people: People): SaidBy | null {
  const start = text.slice(0, 260);
  const match = GERMAN_SIGN.test(start) ? GERMAN_INVERTED.exec(start) : null;
  if (match === null) return null;
  const { lead = '', who = '' } = match.groups ?? {};
  return sayWho(who, ` ${lead}`, people);
}

/** `around`: where the day may stand that the words themselves do not tell. */
function sayWho(who: string, around: string, people: People): SaidBy | null {
  const said = readAttribution(`sagte ${who}`, people);
  if (said === null || findOutlets(said.speaker.name).length > 0) return null;
  return { ...said, statedOnText: said.statedOnText ?? findDayOfSaying(around.replace(/^,/u, '')) };
}

/** "…, sagte Bürgermeisterin Clara Holm am Montag." */
function readEnding(text: string, people: People): SaidBy | null {
  const comma = text.lastIndexOf(',');
  const ending = comma === -1 ? '' : text.slice(comma + 1);
  // An office after the name stands behind a comma of its own.
  const before = text.lastIndexOf(',', comma - 1);
  return (
    readAs(ending, people) ??
    readVerbFirst(ending, people) ??
    (before === -1 ? null : readVerbFirst(text.slice(before + 1), people)) ??
    readBetween(text, people)
  );
}

const AS = /^\s*(?:so|como|как)\s+/iu;

/** "…, so Clara Holm.", "…, как заявил Иван Петров." */
function readAs(ending: string, people: People): SaidBy | null {
  const as = AS.exec(ending)?.[0];
  if (as === undefined) return null;
  const rest = ending.slice(as.length);
  const said = readVerbFirst(rest, people);
  return said ?? (/^so\s/iu.test(as.trimStart()) ? readAttribution(`sagte ${rest}`, people) : null);
}

function readVerbFirst(text: string, people: People): SaidBy | null {
  return /^\s*\p{Ll}/u.test(text) ? readAttribution(text, people) : null;
}

const BETWEEN_COMMAS = /,\s+(?<part>\p{Ll}[^,]{6,120})(?=,\s)/gu;

/** "Die Brücke, sagte Clara Holm, werde …" */
function readBetween(text: string, people: People): SaidBy | null {
  for (const match of [...text.slice(0, 400).matchAll(BETWEEN_COMMAS)].slice(0, MAX_CUES)) {
    const said = readAttribution(match.groups?.['part'] ?? '', people);
    if (said !== null) return said;
  }
  return null;
}
