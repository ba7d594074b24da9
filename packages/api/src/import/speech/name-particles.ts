import { compilePattern } from '../text/compile-pattern.ts';

/** Words in lower case that belong to names: "van der Berg", "de la Cruz", "bin Salman", "al-Assad". */
const PARTICLES =
  'von|vom|van|der|den|dem|zu|zum|zur|ter|ten|de|del|della|delle|di|da|das|do|dos|du|des|la|las|le|los|bin|ibn|bint|ben|abu|al|el|af|av';
const BOUND = "(?:al|el|an|as|ad|ash|ibn|bin|d|l|o)[-’']";

export const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'u');

/** "al-Sharif" → "Sharif": what stands before it is written or left out as one likes. */
export const BOUND_PARTICLE = compilePattern(`^${BOUND}(?=\\p{Lu})`, 'u');

/** A word of a name: "Berg", "Jean-Luc", "O’Neill", "al-Assad", "d’Estaing". */
export const NAME_WORD = compilePattern(`^(?:${BOUND})?\\p{Lu}[\\p{L}.'’-]*$`, 'u');

/**
 * The last parts of a name within a text, as a pattern; "do" and "ten" are words of English. Up to four: what comes up to three times V8
 * compiles each time on its own.
 */
export const LAST_NAME = `(?:(?:von|van|der|den|zu|ter|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el)\\s+){0,4}(?:${BOUND})?\\p{Lu}[\\p{L}'’-]{1,40}`;

/** Between a particle and the name: "von der Leyen". */
export const AFTER_PARTICLE = /^(?:der|den|dem|die|la|las|los|le)$/u;
const GERMAN = /^(?:von|vom|van|zu|zum|zur|ter|ten|de|di|da|al|el|bin|ibn)$/u;
const ROMANCE = /^(?:de|del|von|van|di|da|dos|do|y|e)$/u;
const ROMANCE_LANGUAGES = new Set(['es', 'fr', 'it', 'pt']);

/** Whether a word after another joins the parts of a name: where it is an article, it may as well begin what comes after the name. */
export function isParticleIn(language: string, word: string, before: string): boolean {
  if (!PARTICLE.test(word)) return false;
  if (AFTER_PARTICLE.test(word) && GERMAN.test(before)) return true;
  if (language === 'de') return GERMAN.test(word);
  return ROMANCE_LANGUAGES.has(language) ? ROMANCE.test(word) : true;
}
