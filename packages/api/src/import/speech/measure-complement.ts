import { NAME_WORD, PARTICLE } from './name-particles.ts';

/** After an office: of what it is one ("de Economía", "der Polizei", "Москвы"), in words; 0 where nothing tells where it ends. */
export function measureComplement(words: readonly string[]): number {
  const at = words.findIndex((word) => NAME_WORD.test(word));
  if (at === -1 || at > MAX_BETWEEN) return 0;
  if (at === 0) return measureGenitive(words);
  if (!isOpen(words[at - 1] ?? '')) return at;
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

const PATRONYMIC = /(?:вич|вна|ична|оглы|кызы)$/u;

/** Russian has no word between: "мэр Москвы Сергей Собянин", "президент Южной Кореи Иван Петров". */
function measureGenitive(words: readonly string[]): number {
  if (!words.every((word) => /^[\p{Script=Cyrillic}-]+$/u.test(word) && NAME_WORD.test(word))) return 0;
  if (words.length === 4 && /(?:ой|ого|их|ых)$/u.test(words[0] ?? '')) return 2;
  return words.length === 3 && !PATRONYMIC.test(words[1] ?? '') ? 1 : 0;
}
