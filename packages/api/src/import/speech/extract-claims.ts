/** Statements of a text that it attributes to somebody: who said it, who reported it, and where it stands. */
import type { RootContent } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { readShortWords } from './attribute-quotations.ts';
import { attributeSentence } from './attribute-sentence.ts';
import type { Attributed } from './attribute-sentence.ts';
import { nameSpeakers } from './name-speakers.ts';
import type { Speakers, Speaking } from './name-speakers.ts';
import { readPullQuote } from './read-pull-quote.ts';
import { findReporters } from '../reporting/find-reporters.ts';
import { isPronounSubject } from './find-speaker.ts';
import {
  ALL_STATEMENTS,
  canBeDoubted,
  doubtedBy,
  doubtsItself,
  doubtsWhatItTells,
  isDoubt,
  isDoubtful,
  refersBack,
} from '../reporting/doubt-statements.ts';
import { saysSomething } from './says-something.ts';
import { namesStranger } from './names-stranger.ts';
import type { SpeechContext } from './speech-context.ts';
import type { NamedPerson, People, Person } from './extract-people.ts';
import { splitSentences } from './split-sentences.ts';
import type { Sentence } from './split-sentences.ts';
import { missingMark } from './find-quoted.ts';
import { cleanText, originWithin, spanOf, textOf } from '../text/tree-text.ts';
import type { TextSpan } from '../text/tree-text.ts';

export interface Attribution extends Omit<Attributed, 'start' | 'end'> {
  origin: Origin;
  /** The sentence it stands in, in the paragraph's text; null for a quotation that is a block of its own. */
  sentence: Sentence | null;
  node: RootContent;
  /** In which words the text itself calls it unverified. */
  doubt: string | null;
}

/** `passages` are the sections' nodes: "he" never means somebody of the section before. */
export function extractClaims(passages: readonly (readonly RootContent[])[], people: People): Attribution[] {
  const reading: Reading = {
    people,
    speakers: nameSpeakers(passages, people),
    claims: [],
    carriers: new Map(),
    doubts: new Map(),
    last: [],
    before: null,
  };
  for (const nodes of passages) readPassage(nodes, reading);
  for (const claim of reading.claims) {
    if (claim.speaker === null) continue;
    const publishers = reading.carriers.get(claim.speaker) ?? [];
    claim.reportedBy = [...new Set([...claim.reportedBy, ...publishers])];
    claim.doubt ??= reading.doubts.get(claim.speaker) ?? null;
  }
  return reading.claims;
}

interface Reading {
  people: People;
  speakers: Speakers;
  claims: Attribution[];
  /** Who carried all that somebody said. */
  carriers: Map<Person, Set<string>>;
  /** In which words the text doubts all that somebody said. */
  doubts: Map<Person, string>;
  /** What the sentence before attributes: "the claim" of the next one. */
  last: Attribution[];
  /** The sentence before, which the next one may doubt. */
  before: Place | null;
}

function readPassage(nodes: readonly RootContent[], reading: Reading): void {
  let lastSpeaker: Person | null = null;
  let goesOn: Speaking | null = null;
  reading.last = [];
  reading.before = null;
  for (const [index, node] of nodes.entries()) {
    const pulled = readPullQuote(node, reading.people);
    if (pulled !== null) {
      reading.claims.push(pulled);
      reading.last = [pulled];
    } else if (node.type === 'paragraph') {
      const span = closeSpan(spanOf(node), nodes[index + 1]);
      const after = readParagraph({ node, span: span.span }, reading, { lastSpeaker, goesOn });
      lastSpeaker = after.lastSpeaker;
      goesOn = span.isOpen ? after.goesOn : null;
      continue;
    } else {
      reading.last = [];
      reading.before = null;
    }
    goesOn = null;
  }
}

/** With the closing mark that a quotation has only at the end of its last paragraph. */
function closeSpan(span: TextSpan, next: RootContent | undefined): { span: TextSpan; isOpen: boolean } {
  const mark = next?.type === 'paragraph' ? missingMark(span.text, textOf(next)) : null;
  return mark === null
    ? { span, isOpen: false }
    : { span: { ...span, text: span.text + mark }, isOpen: true };
}

/** Whom "he" means, and whose words go on. */
type Listening = Pick<SpeechContext, 'lastSpeaker' | 'goesOn'>;

/** Answers the same of what comes after it. */
function readParagraph(
  { node, span }: Omit<Place, 'sentence'>,
  reading: Reading,
  before: Listening,
): Listening {
  let { lastSpeaker, goesOn } = before;
  for (const sentence of splitSentences(span.text)) {
    const named = reading.people.namedIn(sentence.text);
    const { people, speakers } = reading;
    const context: SpeechContext = { people, speakers, named, lastSpeaker, goesOn };
    const carrier = readCarrier(sentence.text, context);
    const place = { sentence, node, span };
    const told = isAboutOther(sentence.text, named) ? [] : claimsAt(place, context);
    if (told.length === 0 && isDoubt(sentence.text)) {
      castDoubt(sentence.text, named, reading);
    } else if (carrier !== null) {
      const known = reading.carriers.get(carrier.speaker) ?? new Set();
      reading.carriers.set(carrier.speaker, known.union(new Set(carrier.publishers)));
    } else {
      reading.last = told;
      for (const claim of told) reading.claims.push(claim);
    }
    reading.before = canBeDoubted(sentence.text) ? place : null;
    const quoted = reading.last.findLast((claim) => claim.sentence === sentence && claim.verbatim);
    goesOn = quoted ?? readShortWords(sentence.text, context);
    if (goesOn !== null) {
      // Whoever is named besides, "he" is who has just spoken.
      lastSpeaker = goesOn.speaker;
      continue;
    }
    // Whoever comes in between, "he" may now mean him: better nobody than the wrong one.
    lastSpeaker = afterStatement(sentence.text, {
      named,
      lastSpeaker,
      speakers,
      speaker: speakerOf(reading, sentence),
    });
  }
  return { lastSpeaker, goesOn };
}

/** Who stated what a sentence says. */
function speakerOf({ last }: Reading, sentence: Sentence): Person | null {
  return last.find((claim) => claim.sentence === sentence)?.speaker ?? null;
}

interface Mention {
  named: readonly NamedPerson[];
  lastSpeaker: Person | null;
  speakers: Speakers;
  speaker: Person | null;
}

/** Whom "he" means after a sentence: who states something in it, as long as nobody is named after him. */
function afterStatement(text: string, { named, lastSpeaker, speakers, speaker }: Mention): Person | null {
  if (speaker !== null && (named.at(-1)?.person ?? speaker) === speaker) return speaker;
  const subject = named.length === 0 ? speakers.subjectOf(text) : null;
  if (subject !== null && !namesStranger(text, [{ person: subject, start: 0, end: subject.name.length }]))
    return subject;
  const meant = named.at(-1)?.person ?? lastSpeaker;
  if (meant === null || namesStranger(text, named)) return null;
  return named.length === 0 && speakers.namesOther(text, meant) ? null : meant;
}

interface Place {
  sentence: Sentence;
  node: RootContent;
  span: TextSpan;
}

/** A doubt about somebody's statements, or about the sentence before: nothing is told in it. */
function isAboutOther(text: string, named: readonly NamedPerson[]): boolean {
  return isDoubt(text) && (ownerOf(text, named) !== undefined || refersBack(text));
}

function ownerOf(text: string, named: readonly NamedPerson[]): NamedPerson | undefined {
  return named.find(({ end }) => ALL_STATEMENTS.test(text.slice(end, end + 40)));
}

/** What a sentence attributes, or, of nobody in particular, calls doubtful itself. */
function claimsAt(place: Place, context: SpeechContext): Attribution[] {
  const { text } = place.sentence;
  const attributed = attributeSentence(text, context);
  if (attributed.length === 0) return isDoubtful(text) ? unattributedAt(place, text) : [];
  const doubt = cleanText(text);
  // Asked once: a sentence may quote ten thousand times.
  const [ofItself, ofWhatItTells] = [doubtsItself(text), doubtsWhatItTells(text)];
  return attributed.map(({ start, end, ...claim }) => ({
    ...claim,
    sentence: place.sentence,
    node: place.node,
    doubt: (!claim.verbatim && ofItself) || ofWhatItTells ? doubt : null,
    origin: originWithin(place.span, place.sentence.start + start, place.sentence.start + end),
  }));
}

function unattributedAt({ sentence, node, span }: Place, doubt: string): Attribution[] {
  if (!saysSomething(sentence.text, [])) return [];
  return [
    {
      verbatim: false,
      text: cleanText(sentence.text),
      speaker: null,
      office: null,
      reportedBy: [],
      statedOnText: null,
      origin: originWithin(span, sentence.start, sentence.end),
      sentence,
      node,
      doubt: cleanText(doubt),
    },
  ];
}

/** "Lavrov's statements have not been verified": all of his; "the claim has not": what the sentence before attributes, or only says. */
function castDoubt(text: string, named: readonly NamedPerson[], reading: Reading): void {
  const { claims, last, doubts, before } = reading;
  const doubt = cleanText(text);
  const owner = ownerOf(text, named);
  if (owner !== undefined) doubts.set(owner.person, doubts.get(owner.person) ?? doubt);
  else if (last.length === 0 && before !== null && refersBack(text)) {
    claims.push(...unattributedAt(before, doubt));
  } else for (const claim of doubtedBy(text, { claims, last })) claim.doubt ??= doubt;
}

// "the Deputy Foreign Minister's comments were reported by the Russian news agency Ria Novosti"
const CARRIER =
  /\b(?:comments|statements?|remarks|words|announcement)\s+(?:was|were|have been|has been)\s+(?:\w+\s+){0,2}(?:reported|carried|published|quoted)\s+by\b/i;

function readCarrier(text: string, context: SpeechContext): { speaker: Person; publishers: string[] } | null {
  const match = CARRIER.exec(text);
  const publishers = match === null ? [] : findReporters(text, context.people);
  if (match === null || publishers.length === 0) return null;
  const subject = text.slice(0, match.index);
  const office = subject.replace(/['’]s?\s*$/, '').replace(/^\s*the\s+/i, '');
  const speaker =
    context.people.namedIn(subject)[0]?.person ??
    context.people.byOffice(office) ??
    (isPronounSubject(subject) ? context.lastSpeaker : null);
  return speaker === null ? null : { speaker, publishers };
}
