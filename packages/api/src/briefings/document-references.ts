/** What a document says about its own parts must hold: ids unique, citations and links resolvable, tables rectangular. */

export interface BrokenReference {
  path: readonly (string | number)[];
  message: string;
}

interface Identified {
  id: string;
}
interface Citing extends Identified {
  citations: readonly number[];
}
interface BlockReferences extends Citing {
  type: string;
  claimId?: string;
  columns?: readonly unknown[];
  rows?: readonly (readonly unknown[])[];
}

export interface ReferringDocument {
  sections: readonly (Identified & { parentId: string | null; blocks: readonly BlockReferences[] })[];
  sources: readonly { number: number }[];
  claims: readonly Citing[];
  stakeholders: readonly Citing[];
  events: readonly Citing[];
  scenarios: readonly Citing[];
  perspectives: readonly Citing[];
  prompts: readonly Identified[];
}

export function findBrokenReferences(document: ReferringDocument): BrokenReference[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const citing: Citing[] = [
    ...blocks,
    ...document.claims,
    ...document.stakeholders,
    ...document.events,
    ...document.scenarios,
    ...document.perspectives,
  ];
  return [
    ...repeatedIds([...document.sections, ...citing, ...document.prompts]),
    ...misnumberedSources(document),
    ...unknownCitations(citing, document.sources.length),
    ...misplacedSections(document),
    ...blocks.flatMap((block) => brokenBlock(block, document)),
  ];
}

function repeatedIds(pieces: readonly Identified[]): BrokenReference[] {
  const seen = new Set<string>();
  const broken: BrokenReference[] = [];
  for (const { id } of pieces) {
    if (seen.has(id)) broken.push({ path: [id], message: `two pieces have the id "${id}"` });
    seen.add(id);
  }
  return broken;
}

function misnumberedSources(document: ReferringDocument): BrokenReference[] {
  return document.sources.flatMap((source, index) =>
    source.number === index + 1
      ? []
      : [{ path: ['sources', index], message: `has number ${source.number}, not ${index + 1}` }],
  );
}

function unknownCitations(citing: readonly Citing[], sourceCount: number): BrokenReference[] {
  return citing.flatMap(({ id, citations }) =>
    citations
      .filter((number) => number > sourceCount)
      .map((number) => ({ path: [id], message: `cites source ${number}, which does not exist` })),
  );
}

function misplacedSections(document: ReferringDocument): BrokenReference[] {
  const before = new Set<string>();
  const broken: BrokenReference[] = [];
  for (const { id, parentId } of document.sections) {
    if (parentId !== null && !before.has(parentId)) {
      broken.push({ path: [id], message: `is inside section "${parentId}", which does not stand before it` });
    }
    before.add(id);
  }
  return broken;
}

function brokenBlock(block: BlockReferences, document: ReferringDocument): BrokenReference[] {
  const { id, claimId, columns, rows } = block;
  if (claimId !== undefined && !document.claims.some((claim) => claim.id === claimId)) {
    return [{ path: [id], message: `quotes claim "${claimId}", which does not exist` }];
  }
  if (columns !== undefined && rows?.some((row) => row.length !== columns.length)) {
    return [{ path: [id], message: 'has a row with more or fewer cells than columns' }];
  }
  return [];
}
