/** Running text of reStructuredText → phrasing that knows where it stands. */
import type { PhrasingContent } from 'mdast';
import { webAddress } from '../sections/extract-sources.ts';
import type { Line } from './plain-text-lines.ts';

/** Where names of links lead, in lower case. */
export type LinkTargets = ReadonlyMap<string, string>;

const TOKEN =
  /``(?<code>[^`]{1,300})``|\*\*(?<strong>[^*\s][^*]{0,300})\*\*|\*(?<emphasis>[^*\s][^*]{0,300})\*|(?<role>:[\w:+-]{1,30}:)?`(?<body>[^`]{1,500})`(?<link>_{0,2})|(?<![\w`])(?<name>[a-z][\w-]{0,60})_(?!\w)|\s?\[(?:#\w{0,20}|\d{1,3})\]_/gi;
const WITH_TARGET = /^(?<words>[^<>]*?)\s*<(?<target>[^<>]{1,400})>$/u;

export function rstPhrasing(lines: readonly Line[], targets: LinkTargets): PhrasingContent[] {
  const text = lines.map((line) => line.text).join(' ');
  const place = placesOf(lines);
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = readToken(match.groups ?? {}, targets);
    // A name with "_" after it that nobody gave a target is a word of code.
    if (token === null) continue;
    pushText(nodes, { words: text.slice(end, match.index), position: place(end, match.index) });
    end = match.index + match[0].length;
    const position = place(match.index, end);
    if (token !== undefined) nodes.push(toNode(token, position));
  }
  pushText(nodes, { words: text.slice(end), position: place(end, text.length) });
  return nodes;
}

type Position = NonNullable<PhrasingContent['position']>;

interface Token {
  type: 'inlineCode' | 'strong' | 'emphasis' | 'text' | 'link';
  value: string;
  url: string;
}

/** Undefined for the number of a footnote, null for what only looks like markup. */
function readToken(
  groups: Readonly<Record<string, string | undefined>>,
  targets: LinkTargets,
): Token | null | undefined {
  const { code, strong, emphasis, body, link, role, name } = groups;
  if (code !== undefined) return { type: 'inlineCode', value: code, url: '' };
  if (strong !== undefined) return { type: 'strong', value: strong, url: '' };
  if (emphasis !== undefined) return { type: 'emphasis', value: emphasis, url: '' };
  if (body !== undefined) return readReference(body, { isLink: link !== '' && role === undefined, targets });
  if (name === undefined) return undefined;
  const url = targets.get(name.toLowerCase());
  return url === undefined ? null : { type: 'link', value: name, url };
}

/** "`Ferries <https://ferry.example>`_", ":ref:`the quay <quay>`" */
function readReference(body: string, { isLink, targets }: { isLink: boolean; targets: LinkTargets }): Token {
  const { words = body, target } = WITH_TARGET.exec(body)?.groups ?? {};
  const value = (words === '' ? (target ?? '') : words).replace(/^[~!]/, '');
  const url = isLink ? webAddress(target ?? targets.get(body.toLowerCase()) ?? '') : null;
  return url === null ? { type: 'text', value, url: '' } : { type: 'link', value, url };
}

function toNode({ type, value, url }: Token, position: Position): PhrasingContent {
  if (type === 'inlineCode' || type === 'text') return { type, value, position };
  const children: PhrasingContent[] = [{ type: 'text', value, position }];
  return type === 'link' ? { type, url, children, position } : { type, children, position };
}

function pushText(
  nodes: PhrasingContent[],
  { words, position }: { words: string; position: Position },
): void {
  // "\*" is the sign, "\ " joins two words.
  const value = words.replace(/\\([\s\S])/g, (_, sign: string) => (/\s/.test(sign) ? '' : sign));
  if (value !== '') nodes.push({ type: 'text', value, position });
}

/** From places in the joined lines to places in the article. */
function placesOf(lines: readonly Line[]): (start: number, end: number) => Position {
  const starts: { index: number; line: Line }[] = [];
  let index = 0;
  for (const line of lines) {
    starts.push({ index, line });
    index += line.text.length + 1;
  }
  const at = (place: number): Position['start'] => {
    const found = starts[lastUpTo(starts, place)];
    if (found === undefined) return { line: 1, column: 1, offset: 0 };
    const offset = Math.min(found.line.start + place - found.index, found.line.end);
    return { line: found.line.number, column: 1, offset };
  };
  return (start, end) => ({ start: at(start), end: at(end) });
}

/** By halves: a paragraph may be as long as the document. */
function lastUpTo(starts: readonly { index: number }[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.index ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
