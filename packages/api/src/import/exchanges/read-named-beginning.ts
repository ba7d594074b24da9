import type { RootContent } from 'mdast';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { NAME_WORD, PARTICLE } from '../speech/name-particles.ts';
import { readSpeaker } from './read-speaker.ts';
import type { SpokenLine } from './read-speaker.ts';
import { textOf } from '../text/tree-text.ts';

/** "**Harbour Post:** Why did you build it?", "**Lena Ott:** It was needed.", and then only bold questions. */
export interface NamedBeginning {
  interviewer: string;
  guest: string;
  question: string;
  /** The first words of the answer. */
  answer: string;
  asked: RootContent;
  answered: RootContent;
}

/** Null: the text does not begin by naming who asks and who answers. */
export function readNamedBeginning(nodes: readonly RootContent[]): NamedBeginning | null {
  for (const [index, asked] of nodes.entries()) {
    const asks = speakerOf(asked);
    if (asks === null) continue;
    const answered = nodes[index + 1];
    const answers = speakerOf(answered);
    if (answered === undefined || answers === null || answers.key === asks.key) return null;
    if (!endsInQuestionMark(asks.words) || !isName(answers.name)) return null;
    const [question, answer] = [asks.words, answers.words];
    return { interviewer: asks.name, guest: answers.name, question, answer, asked, answered };
  }
  return null;
}

function speakerOf(node: RootContent | undefined): (SpokenLine & { words: string }) | null {
  if (node?.type !== 'paragraph') return null;
  const text = textOf(node);
  const speaker = readSpeaker(text);
  return speaker === null ? null : { ...speaker, words: text.slice(speaker.wordsAt).trim() };
}

/** "Cost: who pays?" is answered by no "It depends: …". */
function isName(text: string): boolean {
  return text.split(/\s+/).every((word) => NAME_WORD.test(word) || PARTICLE.test(word));
}
