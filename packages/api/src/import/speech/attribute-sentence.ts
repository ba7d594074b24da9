import { attributeQuotations } from './attribute-quotations.ts';
import { readLabel } from '../sections/extract-points.ts';
import type { People, Person } from './extract-people.ts';
import { findQuotations } from './find-quotations.ts';
import { findQuoted } from './find-quoted.ts';
import type { Quotation } from './find-quotations.ts';
import { findReporters } from '../reporting/find-reporters.ts';
import { findSpeaker } from './find-speaker.ts';
import type { Speech } from './find-speaker.ts';
import { findSpeechDay } from './find-speech-day.ts';
import type { SaidBy } from './read-attribution.ts';
import { readReportedStatement } from '../reporting/read-reported-statement.ts';
import { readSaidAround } from './read-said-around.ts';
import { readStating } from './read-saying.ts';
import { saysSomething } from './says-something.ts';
import type { SpeechContext } from './speech-context.ts';
import { cleanText } from '../text/tree-text.ts';

export interface Attributed {
  verbatim: boolean;
  text: string;
  speaker: Person | null;
  /** What the speaker is whom nobody names: "mayor". */
  office: string | null;
  reportedBy: string[];
  statedOnText: string | null;
  /** Indexes in the sentence. */
  start: number;
  end: number;
}

/** What a sentence attributes: each quotation in it, or else the sentence itself. */
export function attributeSentence(text: string, context: SpeechContext): Attributed[] {
  const speech = findSpeaker(text, context);
  const reportedBy = findReporters(text, context.people);
  const quotations = findQuotations(text);
  if (quotations.length > 0) return attributeAll(text, quotations, { context, speech, reportedBy });
  const said = readStatement(text, { speech, context });
  const speaker = unlessCarrier(speech?.person ?? said?.speaker ?? null, reportedBy);
  if (speaker === null && reportedBy.length === 0) return [];
  if (!saysSomething(text, reportedBy)) return [];
  const start = labelLength(text, speech?.verbAt ?? text.length);
  return [
    {
      speaker,
      office: null,
      reportedBy,
      statedOnText: speech === null ? (said?.statedOnText ?? null) : findSpeechDay(text, speech.verbAt),
      verbatim: false,
      text: cleanText(text.slice(start)),
      start,
      end: text.length,
    },
  ];
}

interface Findings {
  context: SpeechContext;
  speech: Speech | null;
  reportedBy: string[];
}

function attributeAll(
  text: string,
  quotations: readonly Quotation[],
  { context, speech, reportedBy }: Findings,
): Attributed[] {
  const fallback = { fallback: speech?.person ?? null, verbAt: speech?.verbAt ?? null };
  const found = attributeQuotations(text, quotations, { ...context, ...fallback });
  const isCarried = found.length === 0 && reportedBy.length > 0;
  const all = isCarried ? quotations.map((quotation) => ({ quotation, ...NOBODY })) : found;
  return all.map(({ quotation, ...told }) => ({
    ...told,
    speaker: unlessCarrier(told.speaker, reportedBy),
    reportedBy,
    verbatim: true,
    text: quotation.text,
    start: quotation.start,
    end: quotation.end,
  }));
}

/** “…,” he told the BBC: who carried it did not say it. */
function unlessCarrier(speaker: Person | null, reportedBy: readonly string[]): Person | null {
  return speaker !== null && reportedBy.some((name) => speaker.name.startsWith(name)) ? null : speaker;
}

const NOBODY = { speaker: null, office: null, statedOnText: null };

const MAX_LABEL_WORDS = 4;

/** "Final thoughts: the mayor said …": a label says nothing of what somebody said. */
function labelLength(text: string, verbAt: number): number {
  const label = readLabel(text)?.label ?? null;
  if (label === null || label.split(/\s+/).length > MAX_LABEL_WORDS) return 0;
  const words = /^[^:：]*[:：]\s*/u.exec(text)?.[0].length ?? 0;
  return words <= verbAt && text.length - words >= MIN_STATEMENT ? words : 0;
}

const MIN_STATEMENT = 30;

/** Without quotation marks, and without a verb of somebody known: the other forms. */
function readStatement(
  text: string,
  { speech, context }: { speech: Speech | null; context: SpeechContext },
): SaidBy | null {
  if (speech !== null) return null;
  const { people, speakers, lastSpeaker } = context;
  const known = readSaidAroundPart(text, people) ?? readReportedStatement(text, people);
  if (known !== null) return known;
  const stating = readStating(text, people);
  if (stating === null || stating.who.name === null) return null;
  const { speaker } = speakers.meantBy(stating, lastSpeaker);
  // A word alone may be any word: "Analysts said".
  return speaker === null || !speaker.name.includes(' ')
    ? null
    : { speaker, statedOnText: findSpeechDay(text, stating.verbAt) };
}

/** “Nobody asked us,” Anna Smith told the BBC: too short to stand alone, and said by her all the same. */
function readSaidAroundPart(text: string, people: People): SaidBy | null {
  const [only, second] = findQuoted(text);
  if (only?.start !== 1 || second !== undefined) return null;
  return readSaidAround(text, { ...only, text: text.slice(only.start, only.end), halves: [only] }, people);
}
