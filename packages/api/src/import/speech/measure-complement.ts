import { NAME_WORD, PARTICLE } from './name-particles.ts';

/** After an office: of what it is one ("de Economía", "der Polizei", "Москвы"), in words; 0 where nothing tells where it ends. */
export function measureComplement(words: readonly string[]): number {
  const at = words.findIndex((word) => NAME_WORD.test(word));
  if (at === -1 || at > MAX_BETWEEN) return 0;
  if (at === 0) return measureGenitive(words);
  // "президента России Дмитрий Песков"
  if (!isOpen(words[at - 1] ?? '')) return at + measureGenitive(words.slice(at));
  const named = measureNamed(words.slice(at));
  return named === 0 ? 0 : at + named;
}

const MAX_BETWEEN = 4;

/** A word that more must follow. */
function isOpen(word: string): boolean {
  return /^(?:of|for|the|der|des|für|von|van|bin|al|de|del|du|la|las|los|les|le|el|y|et|und|и|по|в)$/i.test(
    word,
  );
}

// Names of several words that offices are of.
const KNOWN =
  /^(?:Casa Blanca|Maison Blanche|Weißen Hauses?|Uni[óã]n Europea|Union européenne|Europäischen (?:Union|Kommission)|Naciones Unidas|Nations unies|Vereinten Nationen|Estados Unidos|États-Unis|Vereinigten Staaten|Comisión Europea|Commission européenne|Asuntos (?:Exteriores|Sociales)|Relaciones Exteriores|Seguridad (?:Pública|Social|Nacional)|Obras Públicas|Medio Ambiente|Banco (?:Central|de España)|Consejo de Seguridad|White House|United (?:Nations|States|Kingdom)|European (?:Union|Commission)|New York|Nueva York|Buenos Aires)(?=\s)/u;
// The first of several words: where they end, only a list could tell.
const OPENS_NAME =
  /^(?:Asuntos|Relaciones|Nuev[ao]|San|Santa|Santo|São|Saint|Sainte|Los|Las|La|El|Le|Puerto|Porto|Buenos|Río|Rio|Costa|Casa|Torre|Unión|Naciones|Estados|Banco|Comisión|Partido|Corte|Tribunal|Consejo|Obras|Medio|Seguridad|Administración|Gran|Grand|New|North|South|East|West|United|European|White|Europäischen|Vereinten|Weißen)$/u;
const AND = /^(?:y|e|et|und|and|&|и)$/u;

/** How many words of "Economía Juan Ruiz" are no name of a person. */
function measureNamed(words: readonly string[]): number {
  const known = KNOWN.exec(words.join(' '))?.[0];
  if (known !== undefined) return known.split(' ').length;
  let length = 1;
  // "Affaires étrangères", "Umwelt und Energie"
  for (let word = words[length]; word !== undefined; word = words[length]) {
    if (AND.test(word) && NAME_WORD.test(words[length + 1] ?? '')) length += 2;
    else if (/^\p{Ll}{4}/u.test(word)) length += 1;
    else break;
  }
  if (length > 1) return length;
  // "Luis Ortega de la Vega": particles join two words to one.
  const names = words.filter(
    (word, at) => NAME_WORD.test(word) && !PARTICLE.test(words[at - 1] ?? ''),
  ).length;
  return names === 3 && !OPENS_NAME.test(words[0] ?? '') ? 1 : 0;
}

/** "Иванович", "Ильич", "Петровна" */
export const PATRONYMIC = /(?:вич|ьич|мич|кич|тич|вна|чна|оглы|кызы)$/u;
const CYRILLIC_NAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
/** Endings that no name in the nominative has; "-а" and "-я" have both. */
const GENITIVE = /(?:[ыи]|ого|его|ой|их|ых)$/u;
// "Газпрома", "Казахстана": of no woman.
const GENITIVE_OF_THING =
  /(?:прома|банка|космоса|атома|здрава|фина|фонда|союза|совета|комитета|центра|института|университета|суда|клуба|завода|парламента|кабинета|штаба|региона|округа|края|города|района|кремля|китая|ирана|ирака|израиля|египта|стана)$/iu;

/** Russian has no word between: "мэр Москвы Сергей Собянин", "глава Банка России Иван Петров". */
export function measureGenitive(words: readonly string[]): number {
  if (
    words.length < 2 ||
    !words.every((word) => CYRILLIC_NAME.test(word) && /^\p{Script=Cyrillic}/u.test(word))
  )
    return 0;
  const isFull = PATRONYMIC.test(words.at(-2) ?? '') && words.length > 2;
  const most = words.length - (isFull ? 3 : 2);
  const [first = '', second = ''] = words;
  if (words.length === 2) return isGenitive(first) ? 1 : 0;
  // "глава Банка России Набиуллина"
  if (words.length === 3 && !isFull && GENITIVE.test(second)) return canBeGenitive(first) ? 2 : 0;
  return most <= MAX_GENITIVES && words.slice(0, most).every(canBeGenitive) ? most : 0;
}

const MAX_GENITIVES = 3;

export function isGenitive(word: string): boolean {
  return GENITIVE.test(word) || GENITIVE_OF_THING.test(word);
}

function canBeGenitive(word: string): boolean {
  return isGenitive(word) || /[аяуюоеё]$/u.test(word);
}
