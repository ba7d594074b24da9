import type { Paragraph, PhrasingContent } from 'mdast';

/** A paragraph's first line and the rest of it; null for a paragraph of one line. */
export function cutFirstLine(
  children: readonly PhrasingContent[],
): { first: PhrasingContent[]; rest: PhrasingContent[] } | null {
  for (const [index, child] of children.entries()) {
    const before = children.slice(0, index);
    const after = children.slice(index + 1);
    if (child.type === 'break') return { first: before, rest: trimStart(after) };
    if (child.type !== 'text') continue;
    const feed = child.value.indexOf('\n');
    if (feed === -1) continue;
    const [head, tail] = cutText(child, feed);
    return { first: [...before, head], rest: trimStart([tail, ...after]) };
  }
  return null;
}

/** All lines of a paragraph. */
export function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [];
  let rest: readonly PhrasingContent[] = children;
  while (rest.length > 0) {
    const cut = cutFirstLine(rest);
    lines.push(cut?.first ?? [...rest]);
    rest = cut?.rest ?? [];
  }
  return lines;
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

/** Where the source is longer than its value (entities, indentation), the second piece begins a little early. */
function cutText(text: Text, at: number): [Text, Text] {
  const [head, tail] = [text.value.slice(0, at), text.value.slice(at)];
  const { position } = text;
  if (position === undefined) {
    return [
      { type: 'text', value: head },
      { type: 'text', value: tail },
    ];
  }
  const { start, end } = position;
  const middle = { ...start, offset: Math.min((start.offset ?? 0) + at, end.offset ?? 0) };
  return [
    { type: 'text', value: head, position: { start, end: middle } },
    { type: 'text', value: tail, position: { start: middle, end } },
  ];
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
