/** The one renderer: parts in, a message within Discord's budgets out. */
import { truncate } from '@communique/shared/text';
import { MESSAGE_LIMITS } from '../discord/limits.ts';
import { buildMessage } from './build-message.ts';
import { addSize, isWithinBudget, partSize, partsSize, type Size } from './message-size.ts';
import type { CardPart, MessageBody, Omitted, Part, TextPart } from './message.ts';

export interface FitOptions {
  /** Colour of the bar at the side, 0xRRGGBB. */
  accent: number;
  /** The line that says what did not find room. It stands below the place where something is missing. */
  more: (omitted: Omitted) => string;
}

export interface FittedMessage {
  body: MessageBody;
  omitted: Omitted;
}

interface Candidate {
  part: Part;
  form: 'full' | 'short' | 'dropped';
}

const LOWEST_PRIORITY = 5;
const MORE_LINE_LENGTH = 160;
const SHORTEST_TEXT = 40;

/** Within a priority short forms come first, then whole parts go; both from the end. What must stay is cut as a last resort. */
export function fitMessage(parts: readonly Part[], options: FitOptions): FittedMessage {
  const candidates: Candidate[] = parts.map((part) => ({ part, form: 'full' }));
  if (!isWithinBudget(partsSize(parts))) {
    let size = addSize(partsSize(parts), partSize(moreLine('x'.repeat(MORE_LINE_LENGTH))), 1);
    for (let priority = LOWEST_PRIORITY; priority >= 1; priority -= 1) {
      size = reduce(candidates, priority, size, 'short');
      size = reduce(candidates, priority, size, 'dropped');
    }
  }
  const omitted = countOmitted(candidates);
  const shown = cutToSize(withMoreLine(candidates, options.more(omitted), omitted));
  return { body: buildMessage(shown, options.accent), omitted };
}

/** Takes the parts of one priority, last one first, down to the given form until the rest fits. */
function reduce(
  candidates: readonly Candidate[],
  priority: number,
  sizeBefore: Size,
  form: 'short' | 'dropped',
): Size {
  let size = sizeBefore;
  for (const candidate of candidates.toReversed()) {
    if (isWithinBudget(size)) break;
    if (!isText(candidate.part) || candidate.part.priority !== priority) continue;
    if (form === 'short' && !hasShorterForm(candidate.part)) continue;
    size = addSize(size, candidateSize(candidate), -1);
    candidate.form = form;
    size = addSize(size, candidateSize(candidate), 1);
  }
  return size;
}

function hasShorterForm(part: TextPart | CardPart): boolean {
  return part.shortForm !== undefined && part.shortForm.length < part.text.length;
}

function candidateSize(candidate: Candidate): Size {
  return shownParts([candidate])
    .map(partSize)
    .reduce((sum, size) => addSize(sum, size, 1), { components: 0, characters: 0, bytes: 0 });
}

function countOmitted(candidates: readonly Candidate[]): Omitted {
  return {
    dropped: candidates.filter(({ form }) => form === 'dropped').length,
    shortened: candidates.filter(({ form }) => form === 'short').length,
  };
}

function shownParts(candidates: readonly Candidate[]): Part[] {
  return candidates.flatMap(({ part, form }) => {
    if (form === 'dropped') return [];
    return form === 'short' && isText(part) ? [{ ...part, text: part.shortForm ?? part.text }] : [part];
  });
}

function withMoreLine(candidates: readonly Candidate[], line: string, omitted: Omitted): Part[] {
  if (omitted.dropped + omitted.shortened === 0) return shownParts(candidates);
  const firstMissing = candidates.findIndex(({ form }) => form === 'dropped');
  const at = firstMissing === -1 ? candidates.findLastIndex(({ form }) => form === 'short') : firstMissing;
  const end = endOfRun(candidates, at);
  return [...shownParts(candidates.slice(0, end)), moreLine(line), ...shownParts(candidates.slice(end))];
}

function moreLine(line: string): TextPart {
  return { kind: 'text', text: truncate(line, MORE_LINE_LENGTH) };
}

/** Below everything that could have been left out alike: parts that are no fixed text, up to the next one that is. */
function endOfRun(candidates: readonly Candidate[], from: number): number {
  const next = candidates.findIndex(
    ({ part }, index) => index > from && (!isText(part) || (part.priority ?? 0) === 0),
  );
  return next === -1 ? candidates.length : next;
}

/** The last resort, for what must stay: the longest text is cut until everything fits. */
function cutToSize(parts: readonly Part[]): Part[] {
  let shown = [...parts];
  for (;;) {
    const size = partsSize(shown);
    const excess = Math.max(
      size.characters - MESSAGE_LIMITS.characters,
      // A UTF-16 unit is at most three bytes.
      Math.ceil((size.bytes - MESSAGE_LIMITS.bytes) / 3),
    );
    const longest = shown.filter(isText).toSorted((a, b) => b.text.length - a.text.length)[0];
    if (excess <= 0 || longest === undefined || longest.text.length <= SHORTEST_TEXT) return shown;
    const cut = {
      ...longest,
      text: cutMarkdown(longest.text, Math.max(SHORTEST_TEXT, longest.text.length - excess)),
    };
    shown = shown.map((part) => (part === longest ? cut : part));
  }
}

/** A cut never leaves half of an escape: a backslash alone at the end would escape the mark of the cut. */
export function cutMarkdown(text: string, maxLength: number): string {
  return truncate(text, maxLength).replace(/(?<!\\)((?:\\\\)*)\\…$/, '$1…');
}

function isText(part: Part): part is TextPart | CardPart {
  return part.kind === 'text' || part.kind === 'card';
}
