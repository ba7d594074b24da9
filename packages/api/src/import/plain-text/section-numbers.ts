/** "3.", "3.1", "3.1.2)", "A3)", "Q 3", "Section A:": numbers that titles begin with. */

const NUMBER = /^(\d{1,3}(?:\.\d{1,3}){0,4})([.)]?)\s+(?=\S)/;
// A letter counts the parts, a number the titles within one.
const LETTERED = /^([A-Z])[.-]?(\d{1,3})[.):]+\s*(?=\S)/;
// A colon after it makes it a mark: what stands below "Q3: …" is known by its "A3: …".
const ASKED = /^Q\s?(\d{1,3})(?:\s+|[.)]\s+)(?=\S)/;
const PART =
  /^(?:section|part|chapter|teil|abschnitt|kapitel|partie|chapitre|parte|capítulo)\s+(?:([A-Z])|(\d{1,2}))(?:[.:)]+|\s+[-–—])\s+(?=\S)/i;

export interface SectionNumber {
  /** [3, 1] for "3.1" and for "C1". */
  path: number[];
  /** Of the number and the space after it. */
  length: number;
}

export function readSectionNumber(text: string): SectionNumber | null {
  const beginning = text.slice(0, 40);
  return readDigits(beginning) ?? readAsked(beginning) ?? readLettered(beginning) ?? readPart(beginning);
}

function readAsked(text: string): SectionNumber | null {
  const match = ASKED.exec(text);
  return match === null ? null : { path: [Number(match[1])], length: match[0].length };
}

function readDigits(text: string): SectionNumber | null {
  const match = NUMBER.exec(text);
  const path = match?.[1]?.split('.').map(Number) ?? [];
  if (match === null || (path.length === 1 && match[2] === '')) return null;
  // "1.0" heads 1.1, 1.2 …
  if (path.length > 1 && path.at(-1) === 0) path.pop();
  return { path, length: match[0].length };
}

function readLettered(text: string): SectionNumber | null {
  const match = LETTERED.exec(text);
  if (match === null) return null;
  const [{ length }, letter = '', number = ''] = match;
  return { path: [placeOf(letter), Number(number)], length };
}

function readPart(text: string): SectionNumber | null {
  const match = PART.exec(text);
  if (match === null) return null;
  const [{ length }, letter, number] = match;
  return { path: [letter === undefined ? Number(number) : placeOf(letter)], length };
}

/** 1 for "A". */
function placeOf(letter: string): number {
  return letter.toUpperCase().charCodeAt(0) - 64;
}

const MAX_STEP = 10;

/** 1.2 is followed by 1.2.1, 1.3 or 2; a number that somebody forgot breaks nothing. */
export function follows(before: readonly number[], after: readonly number[]): boolean {
  const last = after.length - 1;
  const isChild = after.length === before.length + 1;
  if (after.length > before.length + 1) return false;
  if (after.slice(0, last).some((part, index) => part !== before[index])) return beginsPart(before, after);
  const step = (after[last] ?? 0) - (isChild ? 0 : (before[last] ?? 0));
  // Within a part some leave numbers free for what is still to be asked.
  return step >= 1 && step <= (last === 0 || isChild ? 2 : MAX_STEP);
}

/** 2.9 is followed by 3.1 where the part itself has no title. */
function beginsPart(before: readonly number[], after: readonly number[]): boolean {
  const [part = 0, ...within] = after;
  return within.length === 1 && within[0] === 1 && part - (before[0] ?? 0) === 1;
}
