/** Blocks of a section as Discord Markdown, each with a form for where space is scarce. */
import { truncate } from '@communique/shared/text';
import type { SectionContentFragment } from '../api/generated/graphql.ts';
import { claimQuote } from './claims.ts';
import { layOutTable } from './lay-out-table.ts';
import { escapeLine, escapeMarkdown, small } from './markdown.ts';

export type Block = SectionContentFragment['blocks'][number];

export interface BlockText {
  text: string;
  shortForm: string;
  priority: number;
  /** It starts a new paragraph; the points of one list follow each other without a gap. */
  spaced: boolean;
}

const SHORT = 240;

export function blockTexts(block: Block): BlockText[] {
  const { priority, shortForm } = block.hints;
  const own = shortForm === null ? null : escapeLine(shortForm) + citations(block);
  return blockLines(block).map(({ text, short }, index) => ({
    text,
    // A block's own short form stands for all of it: once.
    shortForm: own !== null && index === 0 ? own : short,
    priority,
    spaced: index === 0,
  }));
}

interface Line {
  text: string;
  short: string;
}

function blockLines(block: Block): Line[] {
  switch (block.__typename) {
    case 'ParagraphBlock':
      return [inTwoLengths(block.text, (text) => escapeMarkdown(text) + citations(block))];
    case 'PointsBlock':
      return block.items.map((item, index) => {
        const label = item.label === null ? '' : `**${escapeLine(item.label)}:** `;
        const cited = index === block.items.length - 1 ? citations(block) : '';
        return inTwoLengths(
          item.text,
          (text) => `${'  '.repeat(item.depth)}- ${label}${escapeLine(text)}${cited}`,
        );
      });
    case 'TableBlock':
      return [table(block)];
    case 'QuoteBlock':
      return [
        // A shortened quotation shows where it was cut: it ends in "…".
        inTwoLengths(block.claim.text, (text) => claimQuote({ ...block.claim, text })),
      ];
    case 'ExchangeBlock':
      return [
        inTwoLengths(
          block.answer,
          (text) =>
            `**${escapeLine(block.interviewer ?? 'Question')}:** ${escapeLine(block.question)}\n` +
            `**${escapeLine(block.guest ?? 'Answer')}:** ${escapeMarkdown(text)}${citations(block)}`,
        ),
      ];
  }
}

function inTwoLengths(text: string, format: (text: string) => string): Line {
  return { text: format(text), short: format(truncate(text, SHORT)) };
}

function table(block: Extract<Block, { __typename: 'TableBlock' }>): Line {
  const caption = block.caption === null ? [] : [`**${escapeLine(block.caption)}**`];
  const cited = citations(block);
  const lines = [...caption, layOutTable(block), ...(cited === '' ? [] : [small(cited.trim())])];
  const name = block.caption === null ? 'A table' : `Table “${escapeLine(block.caption)}”`;
  const short = small(`${name} of ${block.rows.length} rows: read in full below`);
  return { text: lines.join('\n'), short };
}

function citations(block: { citations: readonly number[] }): string {
  return block.citations.map((number) => ` [${number}]`).join('');
}
