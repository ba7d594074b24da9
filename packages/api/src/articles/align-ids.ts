/**
 * A later version of an article is taken apart anew, and what is numbered there ("background.2", "claim-3") may name something else than
 * before. Pieces that say the same get the ids they had, others none that another piece had: links, gradings and corrections stay where they belong.
 */
import type { Block, BriefingDocument } from '../briefings/document.ts';
import { createIdRegistry, type IdRegistry } from '../import/drafting/id-registry.ts';

export function alignIds(previous: BriefingDocument, next: BriefingDocument): BriefingDocument {
  const sectionIds = new Set(next.sections.map(({ id }) => id));
  const ids = createIdRegistry([...allIds(previous), ...sectionIds]);
  // A section's id is made of its heading: it goes before.
  const align = <Piece extends Identified>(
    before: readonly Piece[],
    after: readonly Piece[],
    wordsOf: (piece: Piece) => string,
  ) => {
    const free = idsByWords(
      before.filter(({ id }) => !sectionIds.has(id)),
      wordsOf,
    );
    return after.map((piece) => ({
      ...piece,
      id: free.get(wordsOf(piece))?.shift() ?? ids.unique(piece.id),
    }));
  };
  const claims = align(previous.claims, next.claims, ({ text, speaker }) => `${text}\n${speaker}`);
  const newClaimId = new Map(next.claims.map(({ id }, index) => [id, claims[index]?.id ?? id]));
  const oldBlocks = new Map(
    previous.sections.map(({ id, blocks }) => [id, blocks.filter((block) => !sectionIds.has(block.id))]),
  );
  return {
    ...next,
    claims,
    sections: next.sections.map((section) => {
      const blocks = section.blocks.map((block) =>
        block.type === 'QUOTE'
          ? { ...block, claimId: newClaimId.get(block.claimId) ?? block.claimId }
          : block,
      );
      return { ...section, blocks: alignBlocks(oldBlocks.get(section.id) ?? [], blocks, ids) };
    }),
    stakeholders: align(previous.stakeholders, next.stakeholders, ({ name }) => name),
    events: align(previous.events, next.events, ({ title, date }) => `${title}\n${date?.value}`),
    scenarios: align(previous.scenarios, next.scenarios, ({ title }) => title),
    perspectives: align(previous.perspectives, next.perspectives, ({ view }) => view),
    prompts: align(previous.prompts, next.prompts, ({ text }) => text),
  };
}

interface Identified {
  id: string;
}

/** A paragraph that was changed in its place is the same paragraph. */
function alignBlocks(previous: readonly Block[], next: readonly Block[], ids: IdRegistry): Block[] {
  const free = idsByWords(previous, wordsOfBlock);
  const same = next.map((block) => free.get(wordsOfBlock(block))?.shift());
  const kept = new Set(same);
  const open = new Set(previous.map(({ id }) => id).filter((id) => !kept.has(id)));
  return next.map((block, index) => {
    const id = same[index] ?? (open.delete(block.id) ? block.id : ids.unique(block.id));
    return { ...block, id };
  });
}

/** In their order: the first piece that says it gets the id of the first that said it. */
function idsByWords<Piece extends Identified>(
  pieces: readonly Piece[],
  wordsOf: (piece: Piece) => string,
): Map<string, string[]> {
  const free = new Map<string, string[]>();
  for (const piece of pieces) {
    const words = wordsOf(piece);
    const known = free.get(words);
    if (known === undefined) free.set(words, [piece.id]);
    else known.push(piece.id);
  }
  return free;
}

function wordsOfBlock({
  id: _id,
  origin: _origin,
  hints: _hints,
  provenance: _made,
  ...block
}: Block): string {
  return JSON.stringify(block);
}

function allIds(document: BriefingDocument): string[] {
  const { claims, stakeholders, events, scenarios, perspectives, prompts } = document;
  const blocks = document.sections.flatMap((section) => section.blocks);
  return [blocks, claims, stakeholders, events, scenarios, perspectives, prompts].flat().map(({ id }) => id);
}
