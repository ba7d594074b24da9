import { compilePattern } from '../text/compile-pattern.ts';
import { PUBLISHERS } from './publisher-names.ts';

const CANONICAL = new Map(PUBLISHERS.map((name) => [name.toLowerCase(), name]));

/** "Ria Novosti" → "RIA Novosti"; an unknown name stays as it is. */
export function canonicalPublisher(name: string): string {
  const plain = name.trim().replace(/\s+/g, ' ');
  return (
    CANONICAL.get(plain.toLowerCase().replace(/^the /, '')) ?? CANONICAL.get(plain.toLowerCase()) ?? plain
  );
}

export function isKnownPublisher(name: string): boolean {
  const plain = name.toLowerCase();
  return CANONICAL.has(plain) || CANONICAL.has(plain.replace(/^the /, ''));
}

export interface FoundPublisher {
  name: string;
  start: number;
  end: number;
}

// Longest first: "AP News" before "AP". Acronyms only as they are written: "ap" and "efe" are other words.
const NAMES = [...PUBLISHERS]
  .sort((a, b) => b.length - a.length)
  .map((name) => (isAcronym(name) ? name : anyCase(name)))
  .join('|');
const PUBLISHER = compilePattern(`(?<![\\p{L}\\p{N}])(?:${NAMES})(?![\\p{L}\\p{N}])`, 'gu');

export function findPublishers(text: string): FoundPublisher[] {
  return [...text.matchAll(PUBLISHER)].map((match) => ({
    name: canonicalPublisher(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function isAcronym(name: string): boolean {
  return /^[A-Z]+$|^dpa$/.test(name);
}

/** The first letter of each word as written, the others in any case: "Ria Novosti", "RIA Novosti", never "the hill". */
function anyCase(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => {
    const [first = '', ...others] = word;
    return first + others.map((letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join('');
  });
}
