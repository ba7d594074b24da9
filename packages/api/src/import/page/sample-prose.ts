import type { RootContent } from 'mdast';
import { textOf } from '../text/tree-text.ts';

/** Some hundred words tell the language. */
const SAMPLE = 4_000;
const NO_PROSE: ReadonlySet<string> = new Set(['code', 'html', 'yaml', 'definition', 'thematicBreak']);

/** The beginning of what a document says in words: neither code nor the addresses of its links. */
export function sampleProse(nodes: readonly RootContent[]): string {
  let sample = '';
  for (const node of nodes) {
    if (NO_PROSE.has(node.type)) continue;
    sample += `${textOf(node).slice(0, SAMPLE)}\n`;
    if (sample.length > SAMPLE) break;
  }
  return sample;
}
