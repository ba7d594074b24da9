import type { Heading, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { markAnswer } from '../faq/faq-marks.ts';
import { readBullet, splitLines } from './plain-text-lines.ts';
import type { Line } from './plain-text-lines.ts';
import { tableNode } from './plain-text-nodes.ts';
import { rstPhrasing } from './rst-inline.ts';
import type { LinkTargets } from './rst-inline.ts';
import { readRstTable } from './rst-tables.ts';

/**
 * reStructuredText → tree: headings with a line below, literal blocks, lists, definitions, notes, tables and links.
 * What only a generator of documentation makes text of (contents, pictures, comments) is left out.
 */
export function tidyRst(text: string): Root {
  const lines = splitLines(text);
  const targets = findTargets(lines);
  const children = new RstReader(lines, targets).read();
  const end = { line: 1, column: 1, offset: text.length };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** By its name, or because of its directives. */
export function isRst(text: string, fileName: string): boolean {
  if (/\.(?:rst|rest)$/i.test(fileName)) return true;
  if (/\.[a-z]{2,8}$/i.test(fileName) && !/\.txt$/i.test(fileName)) return false;
  return (text.slice(0, 20_000).match(/^\.\. (?:_[^:\n]{1,80}:|[\w-]{2,30}::)/gm)?.length ?? 0) >= 2;
}

const TARGET = /^\.\. _`?([^:`]{1,100})`?:\s+(\S{1,400})$/;

function findTargets(lines: readonly Line[]): LinkTargets {
  return new Map(
    lines.flatMap(({ text }) => {
      const match = TARGET.exec(text.slice(0, 520));
      return match === null ? [] : [[(match[1] ?? '').toLowerCase(), match[2] ?? '']];
    }),
  );
}

const UNDERLINE = /^([!-/:-@[-`{-~])\1{2,}$/;
/** They hold text of the document; what any other holds is made or shown by a program. */
const WITH_TEXT =
  /^(?:note|warning|tip|hint|important|caution|attention|danger|error|seealso|admonition|topic|sidebar|epigraph|highlights|pull-quote|versionadded|versionchanged|deprecated|rubric|only|container|glossary)$/;
const WITH_CODE = /^(?:code|code-block|sourcecode|parsed-literal|console|prompt|highlight|doctest)$/;
const MAX_DEPTH = 20;
const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

class RstReader {
  readonly #lines: readonly Line[];
  readonly #targets: LinkTargets;
  readonly #depth: number;
  /** The signs below headings, in the order they come: that is their level. */
  readonly #styles: string[] = [];
  #at = 0;

  constructor(lines: readonly Line[], targets: LinkTargets, depth = 0) {
    this.#lines = lines;
    this.#targets = targets;
    this.#depth = depth;
  }

  read(): RootContent[] {
    const nodes: RootContent[] = [];
    while (this.#at < this.#lines.length) nodes.push(...this.#block());
    return nodes;
  }

  #block(): RootContent[] {
    const line = this.#lines[this.#at];
    if (line === undefined || line.text === '') {
      this.#at += 1;
      return [];
    }
    const heading = this.#heading();
    if (heading !== null) return [heading];
    if (/^\.\.(?:\s|$)/.test(line.text)) return this.#explicit(line);
    const table = readRstTable(this.#lines, this.#at);
    if (table !== null) {
      this.#at += table.lines;
      return [tableNode(table)];
    }
    if (BULLET.test(line.text)) return [this.#list(line)];
    // "----" between two paragraphs
    if (UNDERLINE.test(line.text)) {
      this.#at += 1;
      return [];
    }
    return this.#paragraph(line);
  }

  /** With a line of signs below it, and perhaps one above. */
  #heading(): Heading | null {
    const [first, second, third] = this.#lines.slice(this.#at, this.#at + 3);
    const isOver = first !== undefined && UNDERLINE.test(first.text) && third?.text === first.text;
    const title = isOver ? second : first;
    const below = isOver ? third : second;
    if (title === undefined || below === undefined || title.text === '' || this.#depth > 0) return null;
    if (!UNDERLINE.test(below.text) || UNDERLINE.test(title.text)) return null;
    if (below.text.length < Math.min(title.text.length - 1, 40) || below.indent > 0) return null;
    const style = `${isOver ? 'o' : ''}${below.text[0] ?? ''}`;
    if (!this.#styles.includes(style)) this.#styles.push(style);
    this.#at += isOver ? 3 : 2;
    const depth = DEPTHS[this.#styles.indexOf(style)] ?? 6;
    return {
      type: 'heading',
      depth,
      children: rstPhrasing([title], this.#targets),
      position: placeOf([title]),
    };
  }

  /** ".. note:: …", ".. code-block:: …", ".. _target:", ".. a comment" */
  #explicit(line: Line): RootContent[] {
    this.#at += 1;
    const block = this.#indentedBelow(line.indent);
    const directive = /^\.\. ([\w:-]{2,30})::\s*/.exec(line.text);
    const name = directive?.[1]?.toLowerCase() ?? '';
    if (WITH_CODE.test(name)) return codeOf(withoutOptions(block));
    if (directive === null || !WITH_TEXT.test(name)) return [];
    const words = line.text.slice(directive[0].length);
    const isVersion = /^version|^deprecated|^only$|^container$/.test(name);
    const first = words === '' || isVersion ? [] : [skip(line, directive[0].length)];
    return this.#inner([...first, ...withoutOptions(block)]);
  }

  #list(first: Line): List {
    const items: ListItem[] = [];
    const { ordered } = readBullet(first);
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.indent !== first.indent || !BULLET.test(line.text)) break;
      this.#at += 1;
      const mark = BULLET.exec(line.text)?.[0].length ?? 0;
      const lines = [skip(line, mark), ...this.#indentedBelow(line.indent)];
      const children = this.#inner(lines).filter(isFlow);
      items.push({ type: 'listItem', spread: false, children, position: placeOf(lines) });
    }
    const [start, end] = [items[0]?.position?.start, items.at(-1)?.position?.end];
    const list: List = { type: 'list', ordered, spread: false, children: items };
    return start === undefined || end === undefined ? list : { ...list, position: { start, end } };
  }

  #paragraph(first: Line): RootContent[] {
    const lines = [first];
    this.#at += 1;
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.text === '' || line.indent !== first.indent) break;
      if (UNDERLINE.test(this.#lines[this.#at + 1]?.text ?? '') && this.#depth === 0) break;
      lines.push(line);
      this.#at += 1;
    }
    const isLiteral = lines.at(-1)?.text.endsWith('::') ?? false;
    if (isLiteral)
      return [...this.#paragraphOf(withoutMark(lines)), ...codeOf(this.#indentedBelow(first.indent))];
    const next = this.#lines[this.#at];
    const isTerm = lines.length === 1 && next !== undefined && next.text !== '' && next.indent > first.indent;
    return isTerm ? this.#definition(first) : this.#paragraphOf(lines);
  }

  /** A line, and indented right below it what it means. */
  #definition(term: Line): RootContent[] {
    const meaning = this.#inner(this.#indentedBelow(term.indent));
    const [paragraph] = this.#paragraphOf([term]);
    if (paragraph === undefined) return meaning;
    if (endsInQuestionMark(term.text)) {
      return [{ ...paragraph, data: { faq: 'QUESTION' } }, ...meaning.map(markAnswer)];
    }
    const { children, position } = paragraph;
    return [
      { ...paragraph, children: [{ type: 'strong', children, ...(position && { position }) }] },
      ...meaning,
    ];
  }

  #paragraphOf(lines: readonly Line[]): Paragraph[] {
    if (lines.length === 0) return [];
    return [{ type: 'paragraph', children: rstPhrasing(lines, this.#targets), position: placeOf(lines) }];
  }

  #indentedBelow(indent: number): Line[] {
    const lines: Line[] = [];
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.text !== '' && line.indent <= indent) break;
      lines.push(line);
      this.#at += 1;
    }
    return lines;
  }

  #inner(lines: readonly Line[]): RootContent[] {
    if (this.#depth >= MAX_DEPTH) return this.#paragraphOf(lines.filter(({ text }) => text !== ''));
    return new RstReader(lines, this.#targets, this.#depth + 1).read();
  }
}

type Flow = ListItem['children'][number];

/** What a point may hold, of all that is read here. */
function isFlow(node: RootContent): node is Flow {
  return /^(?:paragraph|list|code|table)$/.test(node.type);
}

const BULLET = /^(?:[-*+•]|(?:\d{1,3}|[a-z]|#)[.)]|\((?:\d{1,3}|[a-z])\))\s+(?=\S)/;

function skip(line: Line, length: number): Line {
  return { ...line, start: line.start + length, text: line.text.slice(length), indent: line.indent + length };
}

/** ":class: wide" below a directive says how it looks. */
function withoutOptions(lines: readonly Line[]): Line[] {
  // ":ref:`docks`" is text.
  const first = lines.findIndex(({ text }) => !/^:[\w-]{1,30}:(?!`)/.test(text));
  return first === -1 ? [] : lines.slice(first);
}

/** "Like this::" → "Like this:"; "::" alone says only that code follows. */
function withoutMark(lines: readonly Line[]): Line[] {
  const last = lines.at(-1);
  if (last === undefined) return [];
  const text = last.text.replace(/\s*::$/, last.text.length > 2 ? ':' : '');
  return text === '' || text === ':' ? lines.slice(0, -1) : [...lines.slice(0, -1), { ...last, text }];
}

function codeOf(lines: readonly Line[]): RootContent[] {
  const first = lines.findIndex(({ text }) => text !== '');
  const last = lines.findLastIndex(({ text }) => text !== '');
  if (first === -1) return [];
  const kept = lines.slice(first, last + 1);
  const indent = kept.reduce(
    (least, line) => (line.text === '' ? least : Math.min(least, line.indent)),
    Infinity,
  );
  const value = kept.map((line) => ' '.repeat(Math.max(0, line.indent - indent)) + line.text).join('\n');
  return [{ type: 'code', value, position: placeOf(kept) }];
}

function placeOf(lines: readonly Line[]): NonNullable<Paragraph['position']> {
  const filled = lines.filter(({ text }) => text !== '');
  const [first, last] = [filled[0], filled.at(-1)];
  return {
    start: { line: first?.number ?? 1, column: 1, offset: first?.start ?? 0 },
    end: { line: last?.number ?? 1, column: 1, offset: last?.end ?? 0 },
  };
}
