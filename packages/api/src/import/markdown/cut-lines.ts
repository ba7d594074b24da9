import type { Paragraph, PhrasingContent } from 'mdast';

/** A paragraph's first line and the rest of it; null for a paragraph of one line. */
export function cutFirstLine(
  children: readonly PhrasingContent[],
): { first: PhrasingContent[]; rest: PhrasingContent[] } | null {
  for (const [index, child] of children.entries()) {
    const feed = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type !== 'break' && feed === -1) continue;
    // A paragraph may be one line of a hundred thousand pieces.
    const before = children.slice(0, index);
    const after = children.slice(index + 1);
    if (child.type !== 'text') return { first: before, rest: trimStart(after) };
    const [head, tail] = cutText(child, feed);
    return { first: [...before, head], rest: trimStart([tail, ...after]) };
  }
  return null;
}

/** All lines of a paragraph, each from its first word on. In one go: a paragraph may have tens of thousands. */
export function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [];
  let line: PhrasingContent[] = [];
  // Between the end of a line and the first word of the next.
  let isBetween = false;
  const end = (): void => {
    lines.push(line);
    line = [];
    isBetween = true;
  };
  for (const child of children) {
    if (child.type === 'break') {
      if (!isBetween) end();
    } else if (child.type !== 'text') {
      isBetween = false;
      line.push(child);
    } else {
      let from = isBetween ? indexOfWord(child.value, 0) : 0;
      while (from !== -1) {
        isBetween = false;
        const feed = child.value.indexOf('\n', from);
        line.push(pieceOf(child, from, feed === -1 ? child.value.length : feed));
        if (feed === -1) break;
        end();
        from = indexOfWord(child.value, feed);
      }
    }
  }
  if (children.length > 0 && !isBetween) lines.push(line);
  return lines;
}

function indexOfWord(text: string, from: number): number {
  const word = /\S/g;
  word.lastIndex = from;
  return word.exec(text)?.index ?? -1;
}

/** Without the line breaks and spaces that come before all words. */
export function trimStart(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = children;
  if (first === undefined) return [];
  if (first.type === 'break') return trimStart(others);
  if (first.type !== 'text') return [...children];
  const words = first.value.search(/\S/);
  return words === -1 ? trimStart(others) : skipText(children, words);
}

/** Without the first characters of its first text. */
export function skipText(children: readonly PhrasingContent[], length: number): PhrasingContent[] {
  const [first, ...others] = children;
  return first?.type !== 'text' || length === 0 ? [...children] : [cutText(first, length)[1], ...others];
}

type Text = Extract<PhrasingContent, { type: 'text' }>;

function cutText(text: Text, at: number): [Text, Text] {
  return [pieceOf(text, 0, at), pieceOf(text, at, text.value.length)];
}

/** Where the source is longer than its value (entities, indentation), all but the first piece begin a little early. */
function pieceOf(text: Text, from: number, to: number): Text {
  const value = text.value.slice(from, to);
  const { position } = text;
  if (position === undefined) return { type: 'text', value };
  const { start, end } = position;
  const pointAt = (at: number): typeof start => ({
    ...start,
    offset: Math.min((start.offset ?? 0) + at, end.offset ?? 0),
  });
  const first = from === 0 ? start : pointAt(from);
  const last = to === text.value.length ? end : pointAt(to);
  return { type: 'text', value, position: { start: first, end: last } };
}

/** A paragraph of part of another one's words, which stands where they stand. */
export function paragraphOf(children: PhrasingContent[]): Paragraph {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  return start === undefined || end === undefined
    ? { type: 'paragraph', children }
    : { type: 'paragraph', children, position: { start, end } };
}

/** Words that stand nowhere by themselves: their place is that of what they were cut from. */
export function paragraphOfWords(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
