import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { linesOf, paragraphOf } from './cut-lines.ts';
import { readAskedLine } from '../faq/read-asked-line.ts';
import { readSpeaker } from '../exchanges/read-speaker.ts';
import { textOf } from '../text/tree-text.ts';

/** An interview without blank lines is one paragraph to Markdown: every turn becomes one of its own. */
export function splitTurns(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? turnsOf(node) : null) ?? [node]);
}

interface SpokenLine {
  line: PhrasingContent[];
  /** Who begins to speak; null: the line goes on with what stands above it. */
  key: string | null;
  asks: boolean;
}

function turnsOf({ children }: Paragraph): RootContent[] | null {
  // Nearly every paragraph is one line, or begins with no name.
  if (keyOf(textOf(paragraphOf(children.slice(0, 2)))) === null) return null;
  const lines = linesOf(children).map(readLine);
  if (lines[0]?.key === null || !isInterview(lines)) return null;
  const turns: PhrasingContent[][] = [];
  for (const { line, key } of lines) {
    if (key !== null) turns.push([...line]);
    else turns.at(-1)?.push({ type: 'text', value: ' ' }, ...line);
  }
  return turns.map(paragraphOf);
}

function readLine(line: PhrasingContent[]): SpokenLine {
  const text = textOf(paragraphOf(line));
  return { line, key: keyOf(text), asks: /[?？]/.test(text) };
}

const MARK = 'Q';

function keyOf(text: string): string | null {
  const asked = readAskedLine(text);
  if (asked === null) return readSpeaker(text)?.key ?? null;
  return asked.letter === 'Q' && asked.answer === null ? MARK : null;
}

/** "Q:" and a name below it, or two names that take turns. */
function isInterview(lines: readonly SpokenLine[]): boolean {
  const turns = lines.filter(({ key }) => key !== null);
  const answered = turns.filter(({ key, asks }, index) => {
    const next = turns[index + 1];
    return asks && next !== undefined && next.key !== key && next.key !== MARK;
  });
  const keys = new Set(answered.map(({ key }) => key));
  return answered.length > 0 && (keys.has(MARK) || answered.length > keys.size);
}
