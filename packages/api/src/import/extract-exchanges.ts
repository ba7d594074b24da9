import type { RootContent } from 'mdast';
import type { Origin } from '../briefings/document.ts';
import { readSpeaker, speakerKey } from './read-speaker.ts';
import { originOf, textOf } from './tree-text.ts';

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
export function extractExchanges(nodes: readonly RootContent[]): Exchanges {
  const turns = withFullNames(
    nodes.map((node, index) => readTurn(node, index)).filter((turn) => turn !== null),
  );
  const cast = findCast(turns);
  const startingAt = new Map<RootContent, ExtractedExchange>();
  const used = new Set<RootContent>();
  if (cast === null) return { startingAt, nodes: used };
  const spoken = turns.filter(({ key }) => cast.names.has(key));
  for (const [index, question] of spoken.entries()) {
    const answer = spoken[index + 1];
    if (question.key !== cast.interviewer || answer === undefined || answer.key === cast.interviewer)
      continue;
    const parts = answerParts(nodes, answer, spoken[index + 2]);
    const between = nodes.slice(question.index + 1, answer.index);
    // A heading between the two: it is not this question that is answered.
    if (between.length > 0 || parts.length === 0) continue;
    const last = parts.at(-1) ?? question.node;
    startingAt.set(question.node, {
      interviewer: cast.names.get(question.key) ?? question.name,
      guest: cast.names.get(answer.key) ?? answer.name,
      question: question.words,
      answer: [answer.words, ...parts.slice(1).map(textOf)].join(' ').trim(),
      origin: { start: originOf(question.node).start, end: originOf(last).end },
    });
    for (const node of [question.node, ...parts]) used.add(node);
  }
  return { startingAt, nodes: used };
}

interface Turn {
  node: RootContent;
  index: number;
  name: string;
  key: string;
  words: string;
}

function readTurn(node: RootContent, index: number): Turn | null {
  if (node.type !== 'paragraph') return null;
  const text = textOf(node);
  const spoken = readSpeaker(text);
  // "Q:" and "A:" are an FAQ.
  if (spoken === null || /^(?:q|a)\d*$/.test(spoken.key)) return null;
  const words = text.slice(spoken.wordsAt).trim();
  return words === '' ? null : { node, index, name: spoken.name, key: spoken.key, words };
}

/** "Lena Ott:" once, and "Ott:" from then on: one speaker, as long as nobody else has that last name. */
function withFullNames(turns: readonly Turn[]): Turn[] {
  const fullNames = new Map<string, Turn | null>();
  for (const turn of turns.filter(({ key }) => key.includes(' '))) {
    const lastName = turn.key.slice(turn.key.lastIndexOf(' ') + 1);
    const known = fullNames.get(lastName);
    fullNames.set(lastName, known === undefined || known?.key === turn.key ? turn : null);
  }
  return turns.map((turn) => {
    const full = fullNames.get(turn.key) ?? null;
    return full === null ? turn : { ...turn, name: full.name, key: full.key };
  });
}

interface Cast {
  interviewer: string;
  /** Every speaker's name as it is mostly written. */
  names: Map<string, string>;
}

const INTERVIEWER_WORDS =
  /\b(?:interviewer|editor|host|moderator|question|reporter|correspondent|journalist)\b/i;

/** Who asks and who answers: names that come again, one of them mostly with questions. */
function findCast(turns: readonly Turn[]): Cast | null {
  const spellings = new Map<string, Map<string, number>>();
  const questions = new Map<string, number>();
  for (const { key, name, words } of turns) {
    const names = spellings.get(key) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    spellings.set(key, names);
    if (/[?？]/.test(words)) questions.set(key, (questions.get(key) ?? 0) + 1);
  }
  const count = (key: string): number =>
    [...(spellings.get(key)?.values() ?? [])].reduce((sum, value) => sum + value, 0);
  const asking = [...questions].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  const interviewer = asking.find((key) => count(key) > 1 || INTERVIEWER_WORDS.test(key));
  if (interviewer === undefined || (questions.get(interviewer) ?? 0) * 2 < count(interviewer)) return null;
  const recurring = [...spellings.keys()].filter(
    (key) => count(key) > 1 || INTERVIEWER_WORDS.test(interviewer),
  );
  const names = new Map(recurring.map((key) => [key, usualSpelling(spellings.get(key) ?? new Map())]));
  return names.size < 2 ? null : { interviewer, names };
}

/** The most frequent one; of equals the one with most capitals. */
function usualSpelling(names: ReadonlyMap<string, number>): string {
  const capitals = (name: string): number => name.match(/\p{Lu}/gu)?.length ?? 0;
  const [usual] = [...names].sort((a, b) => b[1] - a[1] || capitals(b[0]) - capitals(a[0]));
  return usual?.[0] ?? '';
}

/** An answer may be several paragraphs: those up to the next question. After the last one nobody can tell. */
function answerParts(nodes: readonly RootContent[], answer: Turn, next: Turn | undefined): RootContent[] {
  if (next === undefined) return [answer.node];
  const parts = nodes.slice(answer.index, next.index);
  const end = parts.findIndex((node) => node.type !== 'paragraph');
  return end === -1 ? parts : parts.slice(0, end);
}

export function isSamePerson(one: string, other: string): boolean {
  return speakerKey(one) === speakerKey(other);
}
