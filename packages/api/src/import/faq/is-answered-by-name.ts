import type { RootContent } from 'mdast';
import { readAskedLine } from './read-asked-line.ts';
import { readSpeaker } from '../exchanges/read-speaker.ts';
import { textOf } from '../text/tree-text.ts';

/** "Q: …", and below it "Ott: …", more than once: an interview, whatever its heading calls it. */
export function isAnsweredByName(nodes: readonly RootContent[]): boolean {
  let byName = 0;
  let byMark = 0;
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    if (node.type !== 'paragraph' || next?.type !== 'paragraph') continue;
    const asked = readAskedLine(textOf(node));
    if (asked?.letter !== 'Q' || asked.answer !== null) continue;
    const answer = textOf(next);
    if (readAskedLine(answer) !== null) byMark += 1;
    else if (readSpeaker(answer) !== null) byName += 1;
  }
  return byName > 1 && byName > byMark;
}
