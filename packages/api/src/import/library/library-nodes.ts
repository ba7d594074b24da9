/** Title and sections of a document as a tree, in the form that `read-library-sections.ts` understands. */
import type { Blockquote, Html, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { Block, BlockOf, BriefingDocument, Section } from '../../briefings/document.ts';
import { createAncestors } from './section-ancestors.ts';
import type { Ancestors } from './section-ancestors.ts';
import { HEADING_ID, INTRODUCTION } from './section-defaults.ts';
import { blockNotes, sectionNotes } from './piece-notes.ts';
import { quoteLines } from './quote-lines.ts';
import type { Quoted } from './quote-lines.ts';

type Written = Pick<BriefingDocument, 'title' | 'sections' | 'claims'>;

export function sectionNodes({ title, sections, claims }: Written): RootContent[] {
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const ancestors = createAncestors();
  return [
    { type: 'heading', depth: 1, children: [text(title)] },
    ...sections.flatMap((section, index): RootContent[] => [
      ...sectionHead(section, { ancestors, isFirst: index === 0 }),
      ...section.blocks.flatMap((block, place) => [
        ...note(blockNotes(block, `${section.id}.${place + 1}`)),
        ...blockNodes(block, claimById),
      ]),
    ]),
  ];
}

interface Around {
  ancestors: Ancestors;
  isFirst: boolean;
}

function sectionHead(section: Section, { ancestors, isFirst }: Around): RootContent[] {
  const { id, heading, kind, parentId, blocks, provenance } = section;
  const depth = heading === null ? 0 : ancestors.depthBelow(parentId);
  const impliedParent = ancestors.enter(id, depth);
  const noted = { ...(impliedParent === parentId ? {} : { parentId }), provenance };
  if (heading === null) {
    const own = {
      ...(isFirst && blocks.length > 0 ? {} : { heading }),
      ...(isFirst && id === INTRODUCTION.id ? {} : { id }),
      ...(kind === INTRODUCTION.kind ? {} : { kind }),
    };
    return note(sectionNotes({ ...own, ...noted }));
  }
  const fits = HEADING_ID.test(id);
  const attributes = raw(` {${fits ? `#${id} ` : ''}kind=${kind}}`);
  return [
    ...note(sectionNotes({ ...(fits ? {} : { id }), ...noted })),
    { type: 'heading', depth: HEADING_DEPTHS[depth - 1] ?? 6, children: [text(heading), attributes] },
  ];
}

const HEADING_DEPTHS = [1, 2, 3, 4, 5, 6] as const;

function note(comment: string | null): RootContent[] {
  return comment === null ? [] : [{ type: 'html', value: comment }];
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

function quote({ claimId, citations: cited }: BlockOf<'QUOTE'>, claim: Quoted | undefined): Blockquote {
  const numbers = cited.map((number) => `[${number}]`).join('');
  const mark = raw(`{claim=${claimId}}${numbers === '' ? '' : ` ${numbers}`}`);
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
