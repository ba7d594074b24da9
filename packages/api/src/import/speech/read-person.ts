import type { People, Person } from './extract-people.ts';
import { OFFICES_OF_LANGUAGES } from './languages-of-speech.ts';
import { isParticleIn, NAME_WORD } from './name-particles.ts';
import { measureComplement } from './measure-complement.ts';
import { isRoleText, RELATIVE } from './read-apposition.ts';
import { isTrade } from './is-trade.ts';
import { opensSentence } from './words-beside-names.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { cleanText } from '../text/tree-text.ts';

const OFFICE = new RegExp(
  `^(?:president|premier|minister|chancellor|secretary|ambassador|senator|governor|mayor|general|admiral|colonel|spokes(?:man|woman|person)|director|commissioner|envoy|advis[eo]r|negotiator|professor|analyst|chair(?:man|woman)?|leader|chief|king|queen|pope|captain|investigator|detective|officer|deputy|sheriff|marshal|lieutenant|lt|sergeant|sgt|capt|cpl|col|gen|adm|maj|det|rev|sen|rep|gov|airman|judge|prosecutor|inspector|commander|representative|congress(?:man|woman)|council(?:man|woman)|councillor|bishop|archbishop|cardinal|superintendent|trooper|coach|rabbi|reverend|chairperson|economist|historian|c[efto]o|dr|prof|mr|mrs|ms)\\.?$|(?:minister|präsident|kanzler|meister|sprecher|direktor|senator|botschafter|leiter|rat|kommissar|landrat|chef|politiker|anwalt|rechtler|forscher|experte|wissenschaftler|ökonom|historiker|soziologe|analyst|geschäftsführer|trainer|bischof|professor)(?:in)?$|vorsitzende[rn]?$|^(?:${OFFICES_OF_LANGUAGES})$`,
  'iu',
);
const ARTICLE = /^(?:the|an?|der|die|das|le|la|el|il|lo|o|de|het)$/i;
const LEADING_ARTICLE = /^(?:an?|the|une?|un|una|ein|eine)\s+(?=\p{Ll})/u;
const TITLE_ONLY = /^(?:dr|prof|mr|mrs|ms)\.?$/i;
/** "МИД", "EU": whose office it is. */
const ABBREVIATION = compilePattern(/^\p{Lu}{2,6}$/u);
/** "a member of the Justice League", "a spokesman for Ann Lee": not the League, and not Lee. */
const OF_OTHERS = /\s(?:(?:for|at|from)\s(?:the\s)?|of\sthe\s)(?:\p{Lu}\S*\s){0,3}$/u;
const CLAUSE = /^(?:who|which|and|but|while|when|as|und|aber|который|которая)\b/iu;

/** Null unless it is a name with, perhaps, an office before it or after a comma, or an office with a name after a comma. */
export function readPerson(who: string, people: People, language = 'en'): Person | null {
  const [first = '', ...after] = who.split(/,\s+/);
  const addition = withoutGermanArticle(
    cleanText(
      after
        .join(', ')
        .replace(RELATIVE, '')
        .replace(/^\d{1,3},\s+/, ''),
    ),
  );
  if (
    CLAUSE.test(addition) ||
    (addition !== '' && !(isRoleText(addition) && isNoClause(addition, language))) ||
    /[;:!?]/.test(who)
  )
    return null;
  const known = people
    .namedIn(first)
    .find(({ start, end }) => end === first.length && !OF_OTHERS.test(first.slice(0, start)))?.person;
  const words = first.split(/\s+/).filter((word, index) => index > 0 || !ARTICLE.test(word));
  if (known === undefined && isName(addition.split(' ')) && words.some((word) => OFFICE.test(word))) {
    return readOfficeFirst(words, addition);
  }
  const { office, name } = splitOffice(words, language);
  const role = addition.replace(LEADING_ARTICLE, '') || (TITLE_ONLY.test(office) ? '' : office) || null;
  if (known !== undefined) {
    return known.role === null && role !== null ? { name: known.name, role } : known;
  }
  return isName(name, language) ? { name: name.join(' '), role } : null;
}

/** "…, werde im Mai geöffnet", "…, die Stadt": in German what somebody is ends with a noun, behind an article with that of an office. */
function isNoClause(addition: string, language: string): boolean {
  if (/^(?:der|die|das)(?!\p{L})/iu.test(addition)) return false;
  return language !== 'de' || !/(?:^|\s)\p{Ll}+[.\s]*$/u.test(addition);
}

function withoutGermanArticle(addition: string): string {
  const [article = '', ...words] = addition.split(/\s+/);
  const isOfOffice =
    /^(?:der|die|das)$/u.test(article) && words.some((word) => isOffice(word) || isTrade(word));
  return isOfOffice ? words.join(' ') : addition;
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
function splitOffice(words: readonly string[], language = 'en'): { office: string; name: string[] } {
  let end = words.findLastIndex((word) => OFFICE.test(word)) + 1;
  // "Historiker Karl Schlögel": in German every noun has the form of a first name.
  if (end === 0 && language === 'de' && words.length >= 3 && isTrade(words[0] ?? '')) end = 1;
  if (end > 0) {
    end += measureComplement(words.slice(end));
    while (isAbbreviation(words[end] ?? '')) end += 1;
  }
  return { office: words.slice(0, end).join(' '), name: words.slice(end) };
}

const RUSSIAN = /^\p{Script=Cyrillic}/u;
const PATRONYMIC = /(?:вич|вна|ична|оглы|кызы)$/u;

/** "Иван Петров РИА Новости": more than two words only with a patronymic. */
function isRussianName(words: readonly string[]): boolean {
  return words.length <= 2 || (words.length === 3 && PATRONYMIC.test(words[1] ?? ''));
}

export function isOffice(word: string): boolean {
  return OFFICE.test(word);
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATION.test(word);
}

function isName(words: readonly string[], language = 'en'): boolean {
  const isBound = NAME_WORD.test(words[0] ?? '') && NAME_WORD.test(words.at(-1) ?? '');
  if (opensSentence(words[0] ?? '')) return false;
  const names = words.filter((word) => NAME_WORD.test(word)).length;
  const isAll = words.every(
    (word, index) => NAME_WORD.test(word) || isParticleIn(language, word, words[index - 1] ?? ''),
  );
  if (RUSSIAN.test(words[0] ?? '') && !isRussianName(words)) return false;
  return isBound && isAll && names >= 2 && names <= 4;
}
