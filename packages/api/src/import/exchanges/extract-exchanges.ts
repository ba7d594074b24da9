import type { RootContent } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { answerText, isPartOfAnswer } from './answer-text.ts';
import { asksByTrade } from './asks-by-trade.ts';
import { joinSpeakers } from './join-speakers.ts';
import type { NamedTurn } from './join-speakers.ts';
import { readAskedLine } from '../faq/read-asked-line.ts';
import { readSpeaker } from './read-speaker.ts';
import { originOf, textOf } from '../text/tree-text.ts';

export interface ExtractedExchange {
  /** Null where nothing in the text says who asks, or who answers. */
  interviewer: string | null;
  guest: string | null;
  question: string;
  answer: string;
  origin: Origin;
}

/** The exchanges of an article, each at the first of the nodes it was made of. */
export interface Exchanges {
  startingAt: ReadonlyMap<RootContent, ExtractedExchange>;
  /** Every node that is part of one. */
  nodes: ReadonlySet<RootContent>;
}

/** An interview written as "Name: words", the names taking turns. */
export function extractExchanges(nodes: readonly RootContent[], isInterview: boolean): Exchanges {
  const turns = joinSpeakers(
    nodes.map((node, index) => readTurn(node, index)).filter((turn) => turn !== null),
  );
  const cast = findCast(turns, isInterview);
  const startingAt = new Map<RootContent, ExtractedExchange>();
  const used = new Set<RootContent>();
  if (cast === null) return { startingAt, nodes: used };
  const spoken = turns.filter(({ key }) => cast.names.has(key));
  const byNode = new Map(spoken.map((turn) => [turn.node, turn]));
  for (const [index, question] of spoken.entries()) {
    const answer = spoken[index + 1];
    if (question.key !== cast.interviewer || answer === undefined || answer.key === cast.interviewer)
      continue;
    const next = spoken[endOfTurn(spoken, index + 1)];
    const parts = answerParts(nodes, answer, { next, turns: byNode });
    const between = nodes.slice(question.index + 1, answer.index);
    // A heading between the two: it is not this question that is answered.
    if (between.length > 0 || parts.length === 0) continue;
    const asked = askedUpTo(spoken, index);
    const last = parts.at(-1) ?? question;
    const first = asked[0] ?? question;
    startingAt.set(first.node, {
      interviewer: cast.names.get(question.key) ?? question.name,
      guest: cast.names.get(answer.key) ?? answer.name,
      question: asked.map(({ words }) => words).join('\n\n'),
      answer: parts.map(({ words }) => words).join('\n\n'),
      origin: { start: originOf(first.node).start, end: originOf(last.node).end },
    });
    for (const { node } of [...asked, ...parts]) used.add(node);
  }
  return { startingAt, nodes: used };
}

/** Index of the first turn that is somebody else's. */
function endOfTurn(spoken: readonly Turn[], index: number): number {
  let end = index + 1;
  while (spoken[end] !== undefined && spoken[end]?.key === spoken[index]?.key) end += 1;
  return end;
}

/** A question, and right above it what the same person says in paragraphs that name them again. */
function askedUpTo(spoken: readonly Turn[], index: number): Turn[] {
  const asked: Turn[] = [];
  for (let turn = spoken[index]; turn !== undefined; turn = spoken[index - asked.length]) {
    const [below] = asked;
    if (below !== undefined && (turn.key !== below.key || turn.index !== below.index - 1)) break;
    asked.unshift(turn);
  }
  return asked;
}

interface Turn extends NamedTurn {
  node: RootContent;
  index: number;
  words: string;
}

/** Whoever asks under "Q:", and answers under "A:". */
const MARKED = { Q: '?', A: '!' };

function readTurn(node: RootContent, index: number): Turn | null {
  if (node.type !== 'paragraph') return null;
  const text = textOf(node);
  const asked = readAskedLine(text);
  if (asked !== null) {
    const { letter, words, answer } = asked;
    // "Q: … A: …" in one paragraph is no turn of either.
    const name = /^\p{L}+\s?\(([^()]{1,40})\)/u.exec(text)?.[1] ?? null;
    return words === '' || answer !== null ? null : { node, index, name, key: MARKED[letter], words };
  }
  const spoken = readSpeaker(text);
  if (spoken === null) return null;
  const words = text.slice(spoken.wordsAt).trim();
  return words === '' ? null : { node, index, name: spoken.name, key: spoken.key, words };
}

interface Cast {
  interviewer: string;
  /** Every speaker's name as it is mostly written. */
  names: Map<string, string | null>;
}

/** Who asks and who answers: names that take turns, one of them mostly with questions. */
function findCast(turns: readonly Turn[], isInterview: boolean): Cast | null {
  const bySpeaker = Map.groupBy(turns, ({ key }) => key);
  const asking = [...bySpeaker]
    .map(([key, own]) => ({ key, own, questions: own.filter(({ words }) => /[?？]/.test(words)).length }))
    .filter(({ questions }) => questions > 0)
    .sort((a, b) => b.questions - a.questions);
  const interviewer = asking.find(
    ({ key, own }) => own.length > 1 || key === MARKED.Q || asksByTrade(own[0]?.name ?? ''),
  );
  // Whoever reads that it is an interview expects that one of two asks, and says other things, too.
  const share = isInterview && bySpeaker.size === 2 ? 5 : 2;
  if (interviewer === undefined || interviewer.questions * share < interviewer.own.length) return null;
  const answering = answerersOf(interviewer.key, turns);
  const names = new Map(
    [...bySpeaker]
      .filter(([key, own]) => key === interviewer.key || own.length > 1 || answering.has(key))
      .map(([key, own]) => [key, usualSpelling(own)]),
  );
  return names.size < 2 ? null : { interviewer: interviewer.key, names };
}

/** Who speaks right below a question. */
function answerersOf(interviewer: string, turns: readonly Turn[]): Set<string> {
  return new Set(
    turns
      .filter(({ index }, place) => {
        const before = turns[place - 1];
        return before?.key === interviewer && before.index === index - 1;
      })
      .map(({ key }) => key),
  );
}

/** The most frequent one; of equals the one with most capitals. */
function usualSpelling(turns: readonly Turn[]): string | null {
  const capitals = (name: string | null): number => name?.match(/\p{Lu}/gu)?.length ?? 0;
  const names = [...Map.groupBy(turns, ({ name }) => name)].map(([name, { length }]) => ({ name, length }));
  const [usual] = names.sort((a, b) => b.length - a.length || capitals(b.name) - capitals(a.name));
  return usual?.name ?? null;
}

/** An answer may be several paragraphs: those up to the next question. After the last one only those that name who speaks are certain. */
function answerParts(
  nodes: readonly RootContent[],
  answer: Turn,
  { next, turns }: { next: Turn | undefined; turns: ReadonlyMap<RootContent, Turn> },
): Pick<Turn, 'node' | 'words'>[] {
  const parts: Pick<Turn, 'node' | 'words'>[] = [];
  for (let index = answer.index; index < (next?.index ?? nodes.length); index += 1) {
    const node = nodes[index];
    const turn = node === undefined ? undefined : turns.get(node);
    if (node === undefined || (turn === undefined && (next === undefined || !isPartOfAnswer(node)))) break;
    parts.push({ node, words: turn?.words ?? answerText(node) });
  }
  return parts;
}
