import { compilePattern } from '../text/compile-pattern.ts';
import type { People } from '../speech/extract-people.ts';
import { findPublishers } from '../reporting/known-publishers.ts';

/** Languages that write only names with a capital letter, and what stands before the name of a place in them. */
const PREPOSITIONS: Readonly<Record<string, string>> = { en: 'in', es: 'en', fr: 'à', it: 'a', pt: 'em' };
const NO_DATE =
  '(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\\s)';
const NAME = `\\p{Lu}[\\p{L}'’-]{1,40}(?:\\s+(?:(?:de|del|la|of|sur)\\s+)?${NO_DATE}\\p{Lu}[\\p{L}'’-]{1,40}){0,3}`;
const PATTERNS = new Map(
  Object.entries(PREPOSITIONS).map(([language, word]) => [
    language,
    compilePattern(
      `(?<![\\p{L}])(?<before>\\p{L}+\\s+)?${word}\\s+(?<name>${NAME})(?!['’]s)(?=[\\s,.;:!?)]|$)`,
      'gu',
    ),
  ]),
);
// "interest in Brent", "believes in Europe": what stands after them is no place where something happened.
const OF_SOMETHING =
  /^(?:interests?|trust|confidence|faith|belie(?:f|ves?|ved)|invest(?:s|ed|ing|ments?)?|shares?|stakes?|results?|resulted|engaged?|role|part|changes?|written|wrote|speaking|spoke)\s+$/i;
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Easter|Christmas|Ramadan|Lent|English|Russian|German|French|Spanish|Chinese|Arabic|Ukrainian|Parliament|Congress|Court|Council|President|Minister|Mayor|Dr|Mr|Mrs|Ms|Article|Chapter|Section|Part|Phase|Act|AI|IT|I)\b/u;

// Where every noun has a capital letter, or nothing has, only what stands beside it tells that it is a place.
const SURE_PLACES: Readonly<Record<string, RegExp>> = {
  de: /(?:[12]\d{3},?|uhr)\s+in\s+(?<name>\p{Lu}\p{Ll}{2,30}(?:\s+(?:am|an\s+der)\s+\p{Lu}\p{Ll}{2,20})?)(?=[\s,.;]|$)/iu,
  zh: /在(?<name>\p{Script=Han}{2,8}?)(?:举行|召开|会晤|会谈|会面|举办|签署|开幕|闭幕|發生|发生|舉行|召開)/u,
  ja: /(?<name>\p{Script=Han}{2,6})で(?:開催|行われ|開か|会談|署名)/u,
};
const NO_GERMAN_PLACE =
  /^(?:Kraft|Folge|Haft|Betrieb|Rente|Pension|Höhe|Begleitung|Anwesenheit|Abwesenheit|Zusammenarbeit|Verbindung|Form|Gegenwart|Anlehnung|Erinnerung|Frage|Auftrag|Serie|Planung|Bau|Zukunft|Gewahrsam|Quarantäne|Konkurs|Insolvenz|Produktion|Dienst|Kenntnis|Rücksprache|Absprache|Abstimmung|Vertretung|Anspruch|Angriff|Deutsch|Englisch|Teilen|Zahlen|Jahren|Euro)(?:$|\s)/u;

/** Where a sentence says that it happened; null where it names two places, or perhaps none. */
export function findPlace(text: string, people: People, language: string): string | null {
  const pattern = PATTERNS.get(language.slice(0, 2).toLowerCase());
  if (pattern === undefined) return findSurePlace(text, language);
  const places = new Set<string>();
  for (const { groups } of text.matchAll(pattern)) {
    const name = groups?.['name'] ?? '';
    if (NO_PLACE.test(name) || OF_SOMETHING.test(groups?.['before'] ?? '')) continue;
    if (people.namedIn(name).length > 0 || findPublishers(name).length > 0) continue;
    places.add(name);
  }
  const [place] = places;
  return places.size === 1 && place !== undefined ? place : null;
}

function findSurePlace(text: string, language: string): string | null {
  const name = SURE_PLACES[language.slice(0, 2).toLowerCase()]?.exec(text)?.groups?.['name'] ?? null;
  return name === null || !/^\P{Ll}/u.test(name) || NO_GERMAN_PLACE.test(name) ? null : name;
}
