import type { People, Person } from './extract-people.ts';
import { OFFICES_OF_LANGUAGES } from './languages-of-speech.ts';
import { NAME_WORD, PARTICLE } from './name-particles.ts';
import { measureComplement } from './measure-complement.ts';
import { compilePattern } from './compile-pattern.ts';
import { cleanText } from './tree-text.ts';

const OFFICE = new RegExp(
  `^(?:president|premier|minister|chancellor|secretary|ambassador|senator|governor|mayor|general|admiral|colonel|spokes(?:man|woman|person)|director|commissioner|envoy|advis[eo]r|negotiator|professor|analyst|chair(?:man|woman)?|leader|chief|king|queen|pope|captain|dr|prof|mr|mrs|ms)\\.?$|(?:minister|präsident|kanzler|meister|sprecher|direktor|senator|botschafter|leiter|rat|kommissar|landrat|chef|politiker|anwalt|rechtler|forscher|experte|wissenschaftler|ökonom|historiker|soziologe|analyst|geschäftsführer|trainer|bischof|professor)(?:in)?$|vorsitzende[rn]?$|^(?:${OFFICES_OF_LANGUAGES})$`,
  'iu',
);
const ARTICLE = /^(?:the|an?|der|die|das|le|la|el|il|lo|o|de|het)$/i;
const TITLE_ONLY = /^(?:dr|prof|mr|mrs|ms)\.?$/i;
/** "МИД", "EU": whose office it is. */
const ABBREVIATION = compilePattern(/^\p{Lu}{2,6}$/u);
const CLAUSE = /^(?:who|which|and|but|while|when|as|der|die|das|und|aber|который|которая)\b/iu;

/** Null unless it is a name with, perhaps, an office before it or after a comma, or an office with a name after a comma. */
export function readPerson(who: string, people: People): Person | null {
  const [first = '', ...after] = who.split(/,\s+/);
  const addition = cleanText(after.join(', '));
  if (CLAUSE.test(addition) || /[;:!?]/.test(who)) return null;
  const known = people.namedIn(first).find(({ end }) => end === first.length)?.person;
  const words = first.split(/\s+/).filter((word, index) => index > 0 || !ARTICLE.test(word));
  if (known === undefined && isName(addition.split(' ')) && words.some((word) => OFFICE.test(word))) {
    return readOfficeFirst(words, addition);
  }
  const { office, name } = splitOffice(words);
  const role = addition || (TITLE_ONLY.test(office) ? '' : office) || null;
  if (known !== undefined) {
    return known.role === null && role !== null ? { name: known.name, role } : known;
  }
  return isName(name) ? { name: name.join(' '), role } : null;
}

/** "Sprecher der Polizei, Hans Meier"; of "Mayor Clara Holm, Jan Vogt" nobody can tell who speaks. */
function readOfficeFirst(words: readonly string[], name: string): Person | null {
  const { office, name: other } = splitOffice(words);
  const complement = other.join(' ');
  const isComplement = complement === '' || COMPLEMENT.test(complement) || other.every(isAbbreviation);
  return isComplement ? { name, role: `${office} ${complement}`.trim() } : null;
}

// "of the Farmers' Union", "der Polizei", "de Economía", "иностранных дел"
const COMPLEMENT = compilePattern(/^(?:of|for|der|des|für|von|de|del|du|d[’']|\p{Ll})/u);

/** Where the office ends: with what it is an office of, as long as a capital letter leaves no doubt about the name. */
function splitOffice(words: readonly string[]): { office: string; name: string[] } {
  let end = words.findLastIndex((word) => OFFICE.test(word)) + 1;
  if (end > 0) {
    end += measureComplement(words.slice(end));
    while (isAbbreviation(words[end] ?? '')) end += 1;
  }
  return { office: words.slice(0, end).join(' '), name: words.slice(end) };
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATION.test(word);
}

function isName(words: readonly string[]): boolean {
  const isBound = NAME_WORD.test(words[0] ?? '') && NAME_WORD.test(words.at(-1) ?? '');
  const names = words.filter((word) => NAME_WORD.test(word)).length;
  const isAll = words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word));
  return isBound && isAll && names >= 2 && names <= 4;
}
