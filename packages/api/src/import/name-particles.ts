/** Words in lower case that belong to names: "van der Berg", "de la Cruz", "bin Salman", "al-Assad". */
const PARTICLES =
  'von|vom|van|der|den|dem|zu|zum|zur|ter|ten|de|del|della|delle|di|da|das|do|dos|du|des|la|las|le|los|y|e|i|bin|ibn|bint|ben|abu|al|el|af|av|op|of';

/** As an alternative of a pattern: one particle with the space after it, or "al-", "d’" before the name. */
export const BEFORE_NAME = `(?:(?:${PARTICLES})\\s+){1,3}|(?:al|el|an|as|ad|ash|ibn|bin|d|l|o)[-’']`;

export const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'u');

/** A word of a name: "Berg", "Jean-Luc", "O’Neill", "al-Assad", "d’Estaing". */
export const NAME_WORD = /^(?:(?:al|el|an|as|ad|ash|ibn|bin|d|l|o)[-’'])?\p{Lu}[\p{L}.'’-]*$/u;
