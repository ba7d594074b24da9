import { findPublishers } from '../reporting/known-publishers.ts';
import { BOUND_PARTICLE, LAST_NAME, PARTICLE } from './name-particles.ts';
import { isRoleText, RELATIVE } from './read-apposition.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';
import { compilePattern } from '../text/compile-pattern.ts';

/** Persons a text introduces, so that "Lavrov" and "he" can be told who they are. */
export interface Person {
  name: string;
  role: string | null;
}

/** Finds persons by the last part of their name ("lavrov") and by their office ("deputy foreign minister"). */
export interface People {
  byLastName(name: string): Person | null;
  /** The only person with this office. */
  byOffice(office: string): Person | null;
  /** The persons named in a passage, in the order they are named. */
  namedIn(text: string): NamedPerson[];
}

export interface NamedPerson {
  person: Person;
  start: number;
  end: number;
}

const OFFICES =
  'chief executive officer|chief executive|ceo|president|prime minister|minister|chancellor|secretary of state|secretary of defense|secretary-general|secretary general|secretary|ambassador|senator|governor|mayor|general|admiral|colonel|spokesman|spokeswoman|spokesperson|director|commissioner|envoy|adviser|advisor|negotiator|professor|prof\\.|analyst|chairman|chairwoman|chair|leader|chief|king|queen|pope|dr\\.|mr\\.|mrs\\.|ms\\.';
const MODIFIERS =
  'former|acting|deputy|vice|first|senior|chief|special|national|foreign|defence|defense|interior|finance|economy|economic|justice|energy|trade|transport|commerce|health|education|culture|environment|labour|labor|agriculture|industry|security|press|presidential|state|home|' +
  'union|company|party|board|committee|council|city|town|village|county|district|regional|group|club|team|school|university|bank|court|police|fire|army|navy|opposition|parliamentary|campaign|project|research|executive|managing|general|harbou?r|port|church|hospital|museum|association|federation|institute|agency|department|government|cabinet|co|honorary|interim|outgoing|incoming';
// "Russian", "US", "U.S.", "European Union": whose office it is. Capitalized, and no word that only begins a sentence.
// Bounded, as all repetitions here: a hostile "word" may be as long as the document. Long ones come up to four times: what comes up to
// three times V8 compiles each time on its own.
const NATION = `(?:(?!(?:The|THE|AS|IN|AND|BUT|Mr|Mrs|Ms|When|While|After|Before|As|If|But|And|In|On|At|For|With|That|This|Both|Then|So|Because|Although|According|To|By)\\b)[A-Z][\\p{L}]{1,30}|U\\.?S\\.?|EU|UN|NATO|UK)`;
const NAME = `[\\p{Lu}][\\p{L}'’-]{0,40}\\p{Ll}(?:\\s+(?:(?:de|la|van|von|der|den|bin|ibn|al|el|du|da|di)\\s+){0,4}[\\p{L}][\\p{L}'’-]{0,40}\\p{Ll}){0,2}`;
const WITH_OFFICE = compilePattern(
  `(?<![\\p{L}])(?<!\\bof\\s)((?:${NATION}\\s+){0,3}(?:(?:${anyCase(MODIFIERS)})[\\s-]+){0,4}(?:${anyCase(OFFICES)})(?:\\s+of\\s+(?:the\\s+)?[A-Z][\\p{L}]{1,30})?)\\s+(${NAME})`,
  'gu',
);
const FIRST_NAME = `(?:\\p{Lu}[\\p{L}'’-]{1,40}|\\p{Lu}\\.)(?:\\s+\\p{Lu}\\.){0,2}`;
const FULL_NAME = `${FIRST_NAME}(?:\\s+${LAST_NAME}){1,2}`;
// Of an authority the name is longer, and a part of it names another one.
const SPEAKER_NAME = `${FIRST_NAME}(?:\\s+${LAST_NAME}){1,5}`;
// “…,” said Mira Holt. / Mira Holt told reporters.
const SPOKEN = [
  compilePattern(`(?<=[,”"’'»—–]\\s{0,2})(?:${SPEECH_VERBS})\\s+(${SPEAKER_NAME})`, 'gu'),
  compilePattern(
    `(?<![\\p{L}])((?:\\b(?:of|for)\\s+)?${SPEAKER_NAME})(?:,\\s+[^,.;:\\n]{3,120},)?\\s+(?:also\\s+|has\\s+)?(?:${SPEECH_VERBS})\\b`,
    'gu',
  ),
];
// "Elena Ivanova, a prominent expert in international diplomacy,"
const APPOSITION = compilePattern(
  `(?<![\\p{L}])(${FULL_NAME}),\\s+(?:(?:an?|the)\\s+)?(?!(?:an?|the|who|which|whose|and|but|or|as|in|on|at|for|with|while|after|before|when|where|speaking|said|says|told)\\b)((?:\\p{Ll}|(?:C[EFOT]O|MEP|MP)\\s)(?:[^,.;:()“”"\\n]|(?<=\\p{Lu})\\.|\\.(?=\\p{L})){3,120})(?=[,.])`,
  'gu',
);
const PERSON_WORD = new RegExp(
  `\\b(?:${OFFICES}|physician|doctor|lawyer|attorney|scientist|scholar|researcher|engineer|economist|historian|journalist|reporter|author|writer|artist|teacher|student|activist|expert|founder|co-founder|executive|officer|judge|lawmaker|legislator|politician|diplomat|fellow|farmer|owner|manager|editor|biologist|physicist|chemist|nurse|resident)s?\\b`,
  'i',
);
// "The Kremlin said", "According to Reuters": capitalized, and no name of a person.
const NO_PERSON =
  /^(?:the|this|that|these|those|in|on|at|as|but|and|if|when|while|after|before|he|she|it|they|we|you|i|many|some|most|both|according)\b/i;
const TITLE_ONLY = /^(?:dr|prof|mr|mrs|ms)\.$/i;
const NOT_A_NAME =
  /^(?:and|or|of|in|on|at|to|for|with|from|by|also|said|says|has|have|had|is|was|will|would|recently|the|a|an|that|who|as|were|are|revealed|stated|conveyed|took|highlights?|told|met|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/i;
const CAPITAL = compilePattern(/^\p{Lu}/u);
const LOWER_CASE_WORD = compilePattern(/^\p{Ll}/u);

export function extractPeople(text: string): People {
  const people = new Map<string, Person>();
  for (const match of text.matchAll(WITH_OFFICE)) {
    const name = nameOf(match[2] ?? '');
    const office = match[1] ?? '';
    // "Prime Minister of New Zealand": what it is an office of, and nobody's name.
    const isOfSomething = /\sof\s/.test(office) && !name.includes(' ');
    if (isHuman({ name, role: null }) && !isOfSomething) addPerson(people, name, roleOf(office));
  }
  for (const pattern of SPOKEN) {
    for (const match of text.matchAll(pattern)) addSpoken(people, spokenName(match[1] ?? ''));
  }
  for (const [whole, name = '', words = ''] of text.matchAll(APPOSITION)) {
    const role = words.replace(RELATIVE, '');
    if (!isRoleText(role)) continue;
    // "Iker Sanz, a physician": nobody else is introduced like that.
    const isPerson = PERSON_WORD.test(role);
    if (isPerson) addSpoken(people, name);
    const known = people.get(lastNameOf(name));
    const isRole = isPerson || /^[^,]+,\s+(?:an?|the)\s/u.test(whole);
    if (isRole && known !== undefined && known.role === null) known.role = role;
  }
  return lookUp(people);
}

/** Without words that only begin the sentence, days, and what somebody is the head of: "of North Harbour Debra Sand". */
function spokenName(text: string): string {
  const ofSomething = /^(?:of|for)\s+/.exec(text)?.[0].length ?? 0;
  const words = text.slice(ofSomething).split(/\s+/);
  while (words.length > 1 && BEGINS_NO_NAME.some((pattern) => pattern.test(words[0] ?? ''))) words.shift();
  while (words.length > 1 && WEEKDAY.test(words.at(-1) ?? '')) words.pop();
  return (ofSomething > 0 && words.length > 2 ? words.slice(-2) : words).join(' ');
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
/** "Apparently", "Morningstar’s" */
const BEGINS_NO_NAME = [
  NO_PERSON,
  WEEKDAY,
  /^(?:Apparent|According|Final|Recent|Eventual|Unfortunate|Similar|Additional|Reported|Surprising|Interesting|Previous|Sudden|Clear|Obvious|Original|Initial|Actual)ly$/,
  /['’]s$/,
];

const MAX_PEOPLE = 300;
const HAS_OFFICE = new RegExp(`\\b(?:${OFFICES})`, 'i');

// "Strait Foods said": it may speak, but it is nobody that "he" could mean.
const ORGANIZATION =
  /(?:^|\s)(?:foods?|bank|inc|corp|group|university|institute|ministry|council|association|company|party|court|committee|commission|agency|department|union|federation|foundation|corporation|cent(?:re|er)|airlines?|motors|systems|services|holdings|partners|capital|police|guard|forces|house|media|network|technologies|labs?|software|energy|electric|games|studios|records|hospital|school|college|church|bureau|office|organi[sz]ation|parliament|government|authority|board|society|alliance|league|team|club|fund|airways|press|museum)$/i;

/** Whether a pronoun may stand for it. */
export function isHuman({ name }: Person): boolean {
  return !isOrganization(name);
}

export function isOrganization(name: string): boolean {
  return ORGANIZATION.test(name);
}

function addSpoken(people: Map<string, Person>, name: string): void {
  const isOffice = HAS_OFFICE.test(name);
  if (NO_PERSON.test(name) || isOffice || findPublishers(name).length > 0) return;
  addPerson(people, name, null);
}

function addPerson(people: Map<string, Person>, name: string, role: string | null): void {
  const key = lastNameOf(name);
  if (key === '') return;
  const known = people.get(key);
  if (known === undefined) {
    // Every sentence is searched for all of them.
    if (people.size < MAX_PEOPLE) people.set(key, { name, role });
    return;
  }
  // "Secretary Rubio" after "US Secretary of State Marco Rubio" tells nothing new.
  if (!known.name.includes(' ') && name.includes(' ')) known.name = name;
  if ((role?.length ?? 0) > (known.role?.length ?? 0)) known.role = role;
}

/** The words of a match that can be a name: it ends where running text goes on. */
function nameOf(text: string): string {
  const words: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (NOT_A_NAME.test(word) || (words.length > 0 && LOWER_CASE_WORD.test(word) && !PARTICLE.test(word)))
      break;
    words.push(word.replace(/['’]s$/, ''));
  }
  return words.join(' ');
}

function roleOf(text: string): string | null {
  const role = text.replace(/\s+/g, ' ').trim();
  return TITLE_ONLY.test(role) ? null : role;
}

export function lastNameOf(name: string): string {
  return name.split(/\s+/).at(-1)?.replace(BOUND_PARTICLE, '').toLowerCase() ?? '';
}

function lookUp(people: ReadonlyMap<string, Person>): People {
  const byOffice = new Map<string, Person | null>();
  for (const person of people.values()) {
    const office = officeKey(person.role ?? '');
    // Two persons of one office: its name alone means neither.
    if (office !== '') byOffice.set(office, byOffice.has(office) ? null : person);
  }
  const keys = [...people.keys()].map(escapePattern).sort((a, b) => b.length - a.length);
  const named =
    keys.length === 0 ? null : compilePattern(`(?<![\\p{L}])(?:${keys.join('|')})(?![\\p{L}])`, 'giu');
  return {
    byLastName: (name) => people.get(name.toLowerCase()) ?? null,
    byOffice: (office) => byOffice.get(officeKey(office)) ?? null,
    namedIn(text) {
      if (named === null) return [];
      return [...text.matchAll(named)].flatMap((match) => {
        const person = CAPITAL.test(match[0]) ? people.get(match[0].toLowerCase()) : undefined;
        const before = text.slice(Math.max(0, match.index - 40), match.index);
        return person === undefined || isOfOther(before, person)
          ? []
          : [{ person, start: match.index, end: match.index + match[0].length }];
      });
    },
  };
}

const FIRST_NAME_BEFORE = compilePattern(/(?<=[\p{L},]\s)(\p{Lu})\p{Ll}{2,20}\s+$/u);

/** "Alexander Stodden", where the text has introduced "Brigitta Stodden": whether what stands before a surname makes it another's. */
export function isOfOther(before: string, { name, role }: Person): boolean {
  const [word = '', initial] = FIRST_NAME_BEFORE.exec(before) ?? [];
  if (initial === undefined || !name.includes(' ') || name.startsWith(initial)) return false;
  const plain = word.trim().toLowerCase();
  return !NO_FIRST_NAME.test(plain) && !`${name} ${role ?? ''}`.toLowerCase().split(/\s+/).includes(plain);
}

const NO_FIRST_NAME = new RegExp(
  `^(?:${OFFICES}|${MODIFIERS}|mr|mrs|ms|dr|prof|sir|dame|lord|lady|herr|frau|monsieur|madame|señor|señora|.*(?:ian|ish|ese|can|man|meister|minister|kanzler|präsident)(?:in)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|and|the|maire|alcaldesa?|ministr[eoa]|presidente|président|мэр|министр|президент|глава)$`,
  'iu',
);

const OFFICE_AT_END = new RegExp(`(?:(?:${MODIFIERS})[\\s-]+){0,3}(?:${OFFICES})$`, 'i');

/** "Russian Deputy Foreign Minister" and "the Deputy Foreign Minister" are one office. */
function officeKey(role: string): string {
  return OFFICE_AT_END.exec(role.trim())?.[0].toLowerCase() ?? '';
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "minister" → "[mM][iI]…": the pattern around it must keep its eye on case. */
function anyCase(pattern: string): string {
  return pattern.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
