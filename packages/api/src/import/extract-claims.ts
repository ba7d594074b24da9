/** Statements of a text that it attributes to somebody: who said it, who reported it, and where it stands. */
import type { RootContent } from 'mdast';
import type { Origin } from '../briefings/document.ts';
import { findQuotations, findQuoted } from './find-quotations.ts';
import type { Quotation } from './find-quotations.ts';
import { readSaidAround } from './read-said-around.ts';
import { readPullQuote } from './read-pull-quote.ts';
import { findReporters } from './find-reporters.ts';
import { findSpeaker, isPronounSubject } from './find-speaker.ts';
import type { Speech } from './find-speaker.ts';
import type { SaidBy } from './read-attribution.ts';
import { readReportedStatement } from './read-reported-statement.ts';
import { readLabel } from './extract-points.ts';
import { ALL_STATEMENTS, doubtedBy, doubtsItself, isDoubt } from './doubt-statements.ts';
import { findSpeechDay } from './find-speech-day.ts';
import { saysSomething } from './says-something.ts';
import { namesStranger } from './names-stranger.ts';
import type { NamedPerson, People, Person } from './extract-people.ts';
import { splitSentences } from './split-sentences.ts';
import type { Sentence } from './split-sentences.ts';
import { cleanText, originWithin, spanOf } from './tree-text.ts';

export interface Attribution {
  verbatim: boolean;
  text: string;
  speaker: Person | null;
  reportedBy: string[];
  statedOnText: string | null;
  origin: Origin;
  /** The sentence it stands in, in the paragraph's text; null for a quotation that is a block of its own. */
  sentence: Sentence | null;
  node: RootContent;
  /** In which words the text itself calls it unverified. */
  doubt: string | null;
}

/** `passages` are the sections' nodes: "he" never means somebody of the section before. */
export function extractClaims(passages: readonly (readonly RootContent[])[], people: People): Attribution[] {
  const reading: Reading = { people, claims: [], carriers: new Map(), doubts: new Map(), last: [] };
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
  claims: Attribution[];
  /** Who carried all that somebody said. */
  carriers: Map<Person, Set<string>>;
  /** In which words the text doubts all that somebody said. */
  doubts: Map<Person, string>;
  /** What the sentence before attributes: "the claim" of the next one. */
  last: Attribution[];
}

function readPassage(nodes: readonly RootContent[], reading: Reading): void {
  let lastSpeaker: Person | null = null;
  reading.last = [];
  for (const node of nodes) {
    const pulled = readPullQuote(node, reading.people);
    if (pulled !== null) {
      reading.claims.push(pulled);
      reading.last = [pulled];
    } else if (node.type === 'paragraph') lastSpeaker = readParagraph(node, reading, lastSpeaker);
    else reading.last = [];
  }
}

/** Answers whom "he" means after it. */
function readParagraph(node: RootContent, reading: Reading, speakerBefore: Person | null): Person | null {
  const span = spanOf(node);
  let lastSpeaker = speakerBefore;
  for (const sentence of splitSentences(span.text)) {
    const named = reading.people.namedIn(sentence.text);
    const context = { people: reading.people, named, lastSpeaker };
    const carrier = readCarrier(sentence.text, context);
    if (isDoubt(sentence.text)) {
      castDoubt(sentence.text, named, reading);
    } else if (carrier !== null) {
      const known = reading.carriers.get(carrier.speaker) ?? new Set();
      reading.carriers.set(carrier.speaker, known.union(new Set(carrier.publishers)));
    } else {
      reading.last = attribute(sentence, context).map(({ start, end, ...claim }) => ({
        ...claim,
        sentence,
        node,
        doubt: !claim.verbatim && doubtsItself(sentence.text) ? cleanText(sentence.text) : null,
        origin: originWithin(span, sentence.start + start, sentence.start + end),
      }));
      for (const claim of reading.last) reading.claims.push(claim);
      lastSpeaker = reading.last.at(-1)?.speaker ?? lastSpeaker;
    }
    // Whoever comes in between, "he" may now mean him: better nobody than the wrong one.
    const meant = named.at(-1)?.person ?? lastSpeaker;
    lastSpeaker = meant !== null && namesStranger(sentence.text, named) ? null : meant;
  }
  return lastSpeaker;
}

/** "Lavrov's statements have not been verified": all of his; "the claim has not": what the sentence before attributes. */
function castDoubt(text: string, named: readonly NamedPerson[], { claims, last, doubts }: Reading): void {
  const doubt = cleanText(text);
  const owner = named.find(({ end }) => ALL_STATEMENTS.test(text.slice(end, end + 40)));
  if (owner !== undefined) doubts.set(owner.person, doubts.get(owner.person) ?? doubt);
  else for (const claim of doubtedBy(text, { claims, last })) claim.doubt ??= doubt;
}

export interface SpeechContext {
  people: People;
  named: ReturnType<People['namedIn']>;
  /** Whom "he" means. */
  lastSpeaker: Person | null;
}

type Attributed = Omit<Attribution, 'sentence' | 'node' | 'origin' | 'doubt'> & Origin;

/** What a sentence attributes: each quotation in it, or else the sentence itself. Ranges are within the sentence. */
function attribute(sentence: Sentence, context: SpeechContext): Attributed[] {
  const speech = findSpeaker(sentence.text, context);
  const reportedBy = findReporters(sentence.text);
  const quotations = findQuotations(sentence.text);
  const [only] = quotations;
  const said =
    speech === null && only !== undefined && quotations.length === 1
      ? readSaidAround(sentence.text, only, context.people)
      : readStatement(sentence.text, { speech, quotations, people: context.people });
  const speaker = speech?.person ?? said?.speaker ?? null;
  if (speaker === null && reportedBy.length === 0) return [];
  const common = {
    speaker,
    reportedBy,
    statedOnText:
      speech === null ? (said?.statedOnText ?? null) : findSpeechDay(sentence.text, speech.verbAt),
  };
  if (quotations.length > 0)
    return quotations.map(({ text, start, end }) => ({ ...common, verbatim: true, text, start, end }));
  if (!saysSomething(sentence.text, reportedBy)) return [];
  const start = labelLength(sentence.text, speech?.verbAt ?? sentence.text.length);
  return [
    {
      ...common,
      verbatim: false,
      text: cleanText(sentence.text.slice(start)),
      start,
      end: sentence.text.length,
    },
  ];
}

const MAX_LABEL_WORDS = 4;

/** "Final thoughts: the mayor said …": a label says nothing of what somebody said. */
function labelLength(text: string, verbAt: number): number {
  const label = readLabel(text)?.label ?? null;
  if (label === null || label.split(/\s+/).length > MAX_LABEL_WORDS) return 0;
  const words = /^[^:：]*[:：]\s*/u.exec(text)?.[0].length ?? 0;
  return words <= verbAt && text.length - words >= MIN_STATEMENT ? words : 0;
}

const MIN_STATEMENT = 30;

/** Without quotation marks and without an English verb: the forms of other languages. */
function readStatement(
  text: string,
  { speech, quotations, people }: { speech: Speech | null; quotations: readonly Quotation[]; people: People },
): SaidBy | null {
  if (speech !== null || quotations.length > 0) return null;
  return readSaidAroundPart(text, people) ?? readReportedStatement(text, people);
}

/** “Nobody asked us,” Anna Smith told the BBC: too short to stand alone, and said by her all the same. */
function readSaidAroundPart(text: string, people: People): SaidBy | null {
  const [only, second] = findQuoted(text);
  if (only?.start !== 1 || second !== undefined) return null;
  return readSaidAround(text, { ...only, text: text.slice(only.start, only.end), halves: [only] }, people);
}

// "the Deputy Foreign Minister's comments were reported by the Russian news agency Ria Novosti"
const CARRIER =
  /\b(?:comments|statements?|remarks|words|announcement)\s+(?:was|were|have been|has been)\s+(?:\w+\s+){0,2}(?:reported|carried|published|quoted)\s+by\b/i;

function readCarrier(text: string, context: SpeechContext): { speaker: Person; publishers: string[] } | null {
  const match = CARRIER.exec(text);
  const publishers = match === null ? [] : findReporters(text);
  if (match === null || publishers.length === 0) return null;
  const subject = text.slice(0, match.index);
  const office = subject.replace(/['’]s?\s*$/, '').replace(/^\s*the\s+/i, '');
  const speaker =
    context.people.namedIn(subject)[0]?.person ??
    context.people.byOffice(office) ??
    (isPronounSubject(subject) ? context.lastSpeaker : null);
  return speaker === null ? null : { speaker, publishers };
}
