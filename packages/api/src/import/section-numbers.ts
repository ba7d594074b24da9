/** "3.", "3.1", "3.1.2)": numbers that titles begin with. */

const NUMBER = /^(\d{1,3}(?:\.\d{1,3}){0,4})([.)]?)\s+(?=\S)/;

export interface SectionNumber {
  /** [3, 1] for "3.1". */
  path: number[];
  /** Of the number and the space after it. */
  length: number;
}

export function readSectionNumber(text: string): SectionNumber | null {
  const match = NUMBER.exec(text.slice(0, 40));
  const path = match?.[1]?.split('.').map(Number) ?? [];
  if (match === null || (path.length === 1 && match[2] === '')) return null;
  // "1.0" heads 1.1, 1.2 …
  if (path.length > 1 && path.at(-1) === 0) path.pop();
  return { path, length: match[0].length };
}

/** 1.2 is followed by 1.2.1, 1.3 or 2; a number that somebody forgot breaks nothing. */
export function follows(before: readonly number[], after: readonly number[]): boolean {
  const last = after.length - 1;
  const isChild = after.length === before.length + 1;
  if (after.length > before.length + 1) return false;
  if (after.slice(0, last).some((part, index) => part !== before[index])) return false;
  const step = (after[last] ?? 0) - (isChild ? 0 : (before[last] ?? 0));
  return step === 1 || step === 2;
}
