import type { People, Person } from '../speech/extract-people.ts';
import { findReporters } from './find-reporters.ts';
import { BEFORE_SPEAKER, OPENS_STATEMENT } from './languages-of-reporting.ts';
import { INSTITUTION, readInstitution } from './read-institution.ts';
import { nominativeName } from '../speech/nominative-name.ts';
import { readAttribution } from '../speech/read-attribution.ts';
import type { SaidBy } from '../speech/read-attribution.ts';
import { readChineseReport } from '../speech/read-chinese-attribution.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const CUE = compilePattern(`(?<!\\p{L})(?:${BEFORE_SPEAKER.join('|')})\\s+`, 'giu');
// "According to sb.": the name follows in the genitive.
const GENITIVE_CUE = compilePattern(/(?<!\p{L})(?:по словам|по мнению|по данным|по оценке)\s+/giu);
const OPENING = compilePattern(`^(.{3,120}?),?\\s+(?:${OPENS_STATEMENT})(?!\\p{L})`, 'iu');

/**
 * Who states what a sentence without quotation marks says, in the forms of languages other than English:
 * "Laut Bürgermeisterin Clara Holm …", "… , a déclaré le maire", "Según la policía, …", "По словам …", "据…介绍".
 */
export function readReportedStatement(text: string, people: People): SaidBy | null {
  return (
    readCue(text, people) ??
    readGenitive(text) ??
    readOpening(text, people) ??
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

/** "Мэр Иван Петров заявил, что …", "La alcaldesa Ana Ruiz dijo que …" */
function readOpening(text: string, people: People): SaidBy | null {
  const match = OPENING.exec(text.slice(0, 260));
  return match === null ? null : readAttribution(`said ${match[1] ?? ''}`, people);
}

/** "…, sagte Bürgermeisterin Clara Holm am Montag." */
function readEnding(text: string, people: People): SaidBy | null {
  const comma = text.lastIndexOf(',');
  const ending = comma === -1 ? '' : text.slice(comma + 1).replace(/^\s*(?:so|como|как)\s+/i, '');
  // An office after the name stands behind a comma of its own.
  const before = text.lastIndexOf(',', comma - 1);
  return (
    readVerbFirst(ending, people) ?? (before === -1 ? null : readVerbFirst(text.slice(before + 1), people))
  );
}

function readVerbFirst(text: string, people: People): SaidBy | null {
  return /^\s*\p{Ll}/u.test(text) ? readAttribution(text, people) : null;
}
