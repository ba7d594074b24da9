/** Blocks, sections and documents as text without any markup: for search, word counts and clients that show nothing else. */
import type { BriefingDocument } from './document.ts';
import type { Block as ReadableBlock } from './readable-document.ts';
import type { Block, BlockOf, Claim } from './document.ts';

/** Paragraphs are separated by an empty line; an item, row or line of an exchange stands on a line of its own. */
export function blockText(block: ReadableBlock): string {
  return textOf(block, block.type === 'QUOTE' ? block.claim : undefined);
}

/** Heading and blocks. */
export function sectionText(section: { heading: string | null; blocks: readonly ReadableBlock[] }): string {
  return paragraphs([section.heading, ...section.blocks.map(blockText)]);
}

/** What each section says, without its heading. */
export function sectionTexts(
  document: BriefingDocument,
): { id: string; heading: string | null; text: string }[] {
  const claims = new Map(document.claims.map((claim) => [claim.id, claim]));
  return document.sections.map(({ id, heading, blocks }) => ({
    id,
    heading,
    text: paragraphs(
      blocks.map((block) => textOf(block, block.type === 'QUOTE' ? claims.get(block.claimId) : undefined)),
    ),
  }));
}

/** Everything a reader reads from top to bottom: what words are counted in. */
export function documentText(document: BriefingDocument): string {
  const claims = new Map(document.claims.map((claim) => [claim.id, claim]));
  return paragraphs([
    document.summary.short,
    ...document.summary.keyPoints,
    ...document.sections.flatMap((section) => [
      section.heading,
      ...section.blocks.map((block) =>
        textOf(block, block.type === 'QUOTE' ? claims.get(block.claimId) : undefined),
      ),
    ]),
  ]);
}

/** The words alone: who made them does not matter here. */
type Worded<Piece> = Piece extends unknown ? Omit<Piece, 'provenance'> : never;

function textOf(block: Worded<Block>, claim: Worded<Claim> | undefined): string {
  switch (block.type) {
    case 'PARAGRAPH':
      return block.text;
    case 'POINTS':
      return block.items.map(pointText).join('\n');
    case 'TABLE':
      return [
        block.caption ?? '',
        block.columns.map(({ label }) => label).join(' | '),
        ...block.rows.map((row) => row.join(' | ')),
      ]
        .filter((line) => line !== '')
        .join('\n');
    case 'QUOTE':
      return claim === undefined ? '' : claimText(claim);
    case 'EXCHANGE':
      return `${speech(block.interviewer, block.question)}\n${speech(block.guest, block.answer)}`;
  }
}

/** A quotation in its marks, a paraphrase without, and who said it. */
export function claimText({ verbatim, text, speaker, speakerRole }: Worded<Claim>): string {
  const words = verbatim ? `“${text}”` : text;
  const who = speaker ?? speakerRole;
  return who === null ? words : `${words} (${who})`;
}

function speech(speaker: string | null, text: string): string {
  return speaker === null ? text : `${speaker}: ${text}`;
}

function paragraphs(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join('\n\n');
}

/** Two spaces for every point it stands in. */
function pointText({ label, text, depth = 0 }: BlockOf<'POINTS'>['items'][number]): string {
  return '  '.repeat(depth) + (label === null ? text : `${label} ${text}`);
}
