import type { Code, Paragraph, RootContent, Table } from 'mdast';
import type { BriefingDocumentInput, Origin } from '../../briefings/document.ts';
import type { DraftedClaim } from './draft-claims.ts';
import type { SourceList } from './draft-sources.ts';
import type { Exchanges } from '../exchanges/extract-exchanges.ts';
import { extractPoints } from '../sections/extract-points.ts';
import { findFootnoteReferences, findLinks } from '../sections/extract-sources.ts';
import { extractTable } from '../sections/extract-table.ts';
import { INVISIBLE_ALL } from '../text/invisible-characters.ts';
import { isBareAttribution } from '../speech/is-bare-attribution.ts';
import { mergeCitations } from './read-citations.ts';
import type { StructuredArticle } from '../structure-article.ts';
import { splitSentences } from '../speech/split-sentences.ts';
import { cleanText, originOf, originWithin, spanOf, textOf } from '../text/tree-text.ts';

type DraftBlock = BriefingDocumentInput['sections'][number]['blocks'][number];
type WithoutId<Block> = Block extends unknown ? Omit<Block, 'id'> : never;
export type NewBlock = WithoutId<DraftBlock>;

export interface BlockContext {
  exchanges: Exchanges;
  claimsByNode: ReadonlyMap<RootContent, readonly DraftedClaim[]>;
  sources: SourceList;
  footnotes: StructuredArticle['footnotes'];
}

/** The blocks of one section, in reading order. */
export function draftBlocks(nodes: readonly RootContent[], context: BlockContext): NewBlock[] {
  return nodes.flatMap((node) => {
    const blocks = blocksOf(node, context);
    const claims = context.claimsByNode.get(node) ?? [];
    const citations = mergeCitations(
      context.sources.citeLinks(findLinks(node)),
      findFootnoteReferences(node).flatMap((name) =>
        context.sources.citeFootnote(context.footnotes.get(name)),
      ),
      context.sources.citePublishers(claims.flatMap(({ from }) => from.reportedBy)),
    );
    return blocks.map((block) => ({ ...block, citations }));
  });
}

function blocksOf(node: RootContent, context: BlockContext): NewBlock[] {
  const { exchanges, claimsByNode } = context;
  const origin = originOf(node);
  const exchange = exchanges.startingAt.get(node);
  if (exchange !== undefined) return [{ type: 'EXCHANGE', ...exchange }];
  if (exchanges.nodes.has(node)) return [];
  const claims = claimsByNode.get(node) ?? [];
  const whole = claims.find(({ from }) => from.sentence === null);
  if (whole !== undefined) return [{ type: 'QUOTE', claimId: whole.claim.id, origin }];
  if (node.type === 'paragraph') return paragraphBlocks(node, claims);
  if (node.type === 'list') {
    const items = extractPoints(node);
    return items.length === 0 ? [] : [{ type: 'POINTS', items, origin }];
  }
  if (node.type === 'table') {
    return tableBlocks(node, origin);
  }
  if (node.type === 'blockquote') return node.children.flatMap((child) => blocksOf(child, context));
  if (node.type === 'code') return codeBlocks(node, origin);
  if (node.type === 'html' || node.type === 'definition' || node.type === 'thematicBreak') return [];
  return textBlocks(textOf(node), origin);
}

/** Where its lines break is part of what it says. */
function codeBlocks({ value }: Code, origin: Origin): NewBlock[] {
  const lines = value
    .replaceAll(INVISIBLE_ALL, '')
    .split('\n')
    .map((line) => line.replaceAll('\t', '    ').trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const text = lines.slice(Math.max(first, 0)).join('\n').trimEnd().toWellFormed();
  return text.includes('\n') && text.length <= MAX_PARAGRAPH
    ? [{ type: 'PARAGRAPH', text, origin }]
    : textBlocks(cleanText(text), origin);
}

/** Names of columns with nothing below them are a line of text. */
function tableBlocks(node: Table, origin: Origin): NewBlock[] {
  const { columns, rows } = extractTable(node);
  const caption = node.data?.caption ?? null;
  if (rows.length > 0) return [{ type: 'TABLE', caption, columns, rows, origin }];
  const labels = columns.map(({ label }) => label).filter((label) => label !== '');
  return textBlocks(labels.join(' | '), origin);
}

/** The paragraph, with each sentence that does nothing but quote in a block of its own. */
function paragraphBlocks(node: Paragraph, claims: readonly DraftedClaim[]): NewBlock[] {
  const span = spanOf(node);
  const quotes = claims.filter(({ from }) => from.verbatim && from.sentence !== null);
  const blocks: NewBlock[] = [];
  let start = 0;
  const pushText = (end: number): void => {
    for (const block of textBlocks(cleanText(span.text.slice(start, end)), originWithin(span, start, end)))
      blocks.push(block);
  };
  for (const { claim, from } of quotes) {
    const { sentence } = from;
    if (sentence === null || sentence.start < start || !isBareAttribution(sentence.text, from)) continue;
    pushText(sentence.start);
    blocks.push({
      type: 'QUOTE',
      claimId: claim.id,
      origin: originWithin(span, sentence.start, sentence.end),
    });
    start = sentence.end;
  }
  pushText(span.text.length);
  return blocks;
}

const MAX_PARAGRAPH = 20_000;

/** A text that is too long for one block is cut between sentences. */
function textBlocks(text: string, origin: Origin): NewBlock[] {
  if (text === '') return [];
  if (text.length <= MAX_PARAGRAPH) return [{ type: 'PARAGRAPH', text, origin }];
  const blocks: NewBlock[] = [];
  let open = '';
  for (const sentence of splitSentences(text).flatMap(({ text: words }) => cutLong(words))) {
    if (open.length + 1 + sentence.length > MAX_PARAGRAPH) {
      blocks.push({ type: 'PARAGRAPH', text: open, origin });
      open = '';
    }
    open = open === '' ? sentence : `${open} ${sentence}`;
  }
  return open === '' ? blocks : [...blocks, { type: 'PARAGRAPH', text: open, origin }];
}

function cutLong(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += MAX_PARAGRAPH - 1) {
    const part = text
      .slice(start, start + MAX_PARAGRAPH - 1)
      .toWellFormed()
      .trim();
    if (part !== '') parts.push(part);
  }
  return parts;
}
