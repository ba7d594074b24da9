/** Title and sections of a document as a tree, in the form that `read-library-sections.ts` understands. */
import type {
  Blockquote,
  Heading,
  Html,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import type { Block, BlockOf, BriefingDocument } from '../../briefings/document.ts';
import { quoteLines } from './quote-lines.ts';
import type { Quoted } from './quote-lines.ts';

type Written = Pick<BriefingDocument, 'title' | 'sections' | 'claims'>;

export function sectionNodes({ title, sections, claims }: Written): RootContent[] {
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const depths = new Map<string, Heading['depth']>();
  return [
    { type: 'heading', depth: 1, children: [text(title)] },
    ...sections.flatMap((section): RootContent[] => {
      const blocks = section.blocks.flatMap((block) => blockNodes(block, claimById));
      if (section.heading === null) return blocks;
      const depth = deeper(section.parentId === null ? undefined : depths.get(section.parentId));
      depths.set(section.id, depth);
      const attributes = raw(` {#${section.id} kind=${section.kind}}`);
      return [{ type: 'heading', depth, children: [text(section.heading), attributes] }, ...blocks];
    }),
  ];
}

const DEEPER = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

/** Markdown has six levels, and the first is the title's. */
function deeper(parent: Heading['depth'] = 1): Heading['depth'] {
  return DEEPER[parent];
}

function blockNodes(block: Block, claimById: ReadonlyMap<string, Quoted>): RootContent[] {
  switch (block.type) {
    case 'PARAGRAPH':
      // Its lines are its own: a paragraph of Markdown would run them together.
      if (block.text.includes('\n'))
        return [{ type: 'code', value: block.text }, ...citationLine(block.citations)];
      return [paragraph(text(block.text), ...citations(block.citations, ' '))];
    case 'POINTS':
      return [points(block), ...citationLine(block.citations)];
    case 'TABLE':
      return [...captionLine(block), table(block), ...citationLine(block.citations)];
    case 'QUOTE':
      return [quote(block, claimById.get(block.claimId))];
    case 'EXCHANGE':
      return [
        paragraph(strong(turnMark('Q', block.interviewer)), ...spoken(block.question)),
        paragraph(
          strong(turnMark('A', block.guest)),
          ...spoken(block.answer),
          ...citations(block.citations, ' '),
        ),
      ];
  }
}

function quote({ claimId }: BlockOf<'QUOTE'>, claim: Quoted | undefined): Blockquote {
  const mark = raw(`{claim=${claimId}}`);
  const lines = claim === undefined ? [] : quoteLines(claim);
  const last = lines.length > 1 ? lines.pop() : undefined;
  return {
    type: 'blockquote',
    children: [
      ...lines.map((line) => paragraph(text(line))),
      last === undefined ? paragraph(mark) : paragraph(text(`${last} `), mark),
    ],
  };
}

function turnMark(letter: 'Q' | 'A', speaker: string | null): string {
  return speaker === null ? `${letter}:` : `${letter} (${speaker}):`;
}

/** Whoever speaks in several paragraphs still takes one turn: two line breaks stand between them. */
function spoken(words: string): PhrasingContent[] {
  return words
    .split(/\n{2,}/)
    .flatMap((part, index): PhrasingContent[] =>
      index === 0 ? [text(` ${part}`)] : [{ type: 'break' }, { type: 'break' }, text(part)],
    );
}

function points({ items }: BlockOf<'POINTS'>): List {
  const top = listOf();
  const open: List[] = [top];
  for (const { label, text: words, depth = 0 } of items) {
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      children: [label === null ? paragraph(text(words)) : paragraph(strong(`${label}:`), text(` ${words}`))],
    };
    open.length = Math.min(open.length, depth + 1);
    const parent = open.length > depth ? undefined : open.at(-1)?.children.at(-1);
    if (parent !== undefined) {
      const inner = listOf();
      parent.children.push(inner);
      open.push(inner);
    }
    open.at(-1)?.children.push(item);
  }
  return top;
}

function listOf(): List {
  return { type: 'list', ordered: false, spread: false, children: [] };
}

const ALIGNMENTS = { START: null, CENTER: 'center', END: 'right' } as const;

function table({ columns, rows }: BlockOf<'TABLE'>): Table {
  const header = columns.map(({ label, unit, type }) =>
    [label, type === undefined ? null : `{type=${type}}`, unit === null ? null : `{unit=${unit}}`]
      .filter((part) => part !== null)
      .join(' '),
  );
  return {
    type: 'table',
    align: columns.map(({ align }) => ALIGNMENTS[align]),
    children: [header, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: cell === '' ? [] : [text(cell)] })),
    })),
  };
}

function captionLine({ caption }: BlockOf<'TABLE'>): RootContent[] {
  return caption === null ? [] : [paragraph(strong('Table:'), text(` ${caption}`))];
}

function citationLine(numbers: readonly number[]): RootContent[] {
  return numbers.length === 0 ? [] : [paragraph(...citations(numbers, ''))];
}

function citations(numbers: readonly number[], before: string): PhrasingContent[] {
  return numbers.length === 0 ? [] : [raw(before + numbers.map((number) => `[${number}]`).join(''))];
}

/** The serializer prints HTML as it is: our own marks must not be escaped. */
function raw(value: string): Html {
  return { type: 'html', value };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
