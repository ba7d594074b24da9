/** Names of what is no person, by nothing but their capital letters: "University of Bern", "Moody’s Analytics". */
const NO_DAY =
  '(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|(?:January|February|March|April|June|July|August|September|October|November|December)\\b)';
const WORD = `${NO_DAY}\\p{Lu}[\\p{L}\\p{N}.'’&+-]{0,30}`;

/** As a pattern, bounded. */
export const CAPITALIZED_NAME = `${WORD}(?:\\s+(?:(?:of|for|and|de|del|des|du|di|da|für|&)\\s+(?:the\\s+|la\\s+)?)?${WORD}){0,5}`;

const LEAD = /^(?:The|According|In|As|But|And|When|While|After|On|At)\s+/u;

/** Without the full stop of the sentence and an owner’s ending; null when nothing is left of it. */
export function trimName(text: string): string | null {
  const name = text
    .trim()
    .replace(LEAD, '')
    .replace(/[.,'’&-]+$/u, '')
    .replace(/['’]s$/u, '');
  return name.length < 2 ? null : name;
}

// By its words a name of many who work together.
const INSTITUTION =
  /Universit|Institut|Cent(?:er|re)\b|Bank\b|College|School|Foundation|Agency|Department|Ministry|Office|Bureau|Council|Commission|Committee|Association|Society|Organi[sz]ation|Federation|Group\b|Academy|Administration|Union\b|Authority|Service|Fund\b|Laborator|Hospital|Program|Forum|Research|Reserve\b|Analytics|Police|Guard\b|Kremlin|White House|Pentagon|Parliament|Court\b|Embassy|Board\b|Alliance/u;
const ACRONYM = /^\p{Lu}{2,6}$/u;
const NO_INSTITUTION =
  /^(?:CE|CF|CO|CT)O$|^(?:MPs?|PM|DJ|AI|IT|US|UK|TV|OK|AM|EST|GMT|FAQ|CV|PR|HR|GPS|DVD|PC|USA)$/;

/** Of many who work together, or letters that stand for them. */
export function isInstitution(name: string): boolean {
  return (INSTITUTION.test(name) || ACRONYM.test(name)) && !NO_INSTITUTION.test(name);
}
