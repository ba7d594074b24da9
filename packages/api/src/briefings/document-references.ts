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
interface Claiming extends Citing {
  verbatim: boolean;
}
interface Evidenced extends Citing {
  evidence?: readonly { claimId?: string | null | undefined; citations: readonly number[] }[] | undefined;
}
type ColumnType = 'TEXT' | 'NUMBER' | 'DATE';
interface BlockReferences extends Citing {
  type: string;
  claimId?: string;
  columns?: readonly { label: string; type?: ColumnType | undefined }[];
  rows?: readonly (readonly string[])[];
}

export interface ReferringDocument {
  sections: readonly (Identified & { parentId: string | null; blocks: readonly BlockReferences[] })[];
  sources: readonly { number: number }[];
  claims: readonly Claiming[];
  stakeholders: readonly Evidenced[];
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
    ...unknownCitations([...citing, ...evidenceOf(document)], document.sources.length),
    ...misplacedSections(document),
    ...blocks.flatMap((block) => brokenBlock(block, document)),
    ...unknownEvidence(document),
  ];
}

/** Under the id of its stakeholder. */
function evidenceOf({ stakeholders }: ReferringDocument): Citing[] {
  return stakeholders.flatMap(({ id, evidence = [] }) =>
    evidence.map(({ citations }) => ({ id, citations })),
  );
}

function unknownEvidence({ stakeholders, claims }: ReferringDocument): BrokenReference[] {
  const known = new Set(claims.map(({ id }) => id));
  return stakeholders.flatMap(({ id, evidence = [] }) =>
    evidence.flatMap(({ claimId }) =>
      typeof claimId !== 'string' || known.has(claimId)
        ? []
        : [{ path: [id], message: `has claim "${claimId}" as evidence, which does not exist` }],
    ),
  );
}

const SAME_ID = 'has the id of another piece: within a briefing each has one of its own';

function repeatedIds(pieces: readonly Identified[]): BrokenReference[] {
  const seen = new Set<string>();
  const broken: BrokenReference[] = [];
  for (const { id } of pieces) {
    if (seen.has(id)) broken.push({ path: [id], message: SAME_ID });
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

function brokenBlock(block: BlockReferences, { claims }: ReferringDocument): BrokenReference[] {
  const { id, claimId, columns, rows } = block;
  if (claimId !== undefined)
    return brokenQuote(
      id,
      claims.find((claim) => claim.id === claimId),
      claimId,
    );
  if (columns === undefined || rows === undefined) return [];
  if (rows.some((row) => row.length !== columns.length)) {
    return [{ path: [id], message: 'has a row with more or fewer cells than columns' }];
  }
  return columns.flatMap(({ label, type = 'TEXT' }, index) => {
    const wrong = rows.find((row) => !CELLS[type].test(row[index] ?? ''));
    if (wrong === undefined) return [];
    const cell = (wrong[index] ?? '').slice(0, 40);
    return [{ path: [id], message: `has "${cell}" in the column "${label}": ${CELL_RULES[type]}` }];
  });
}

/** A paraphrase is nobody's words: it stands in running text, never as a quotation. */
function brokenQuote(id: string, claim: Claiming | undefined, claimId: string): BrokenReference[] {
  if (claim === undefined) {
    return [{ path: [id], message: `quotes claim "${claimId}", which does not exist` }];
  }
  if (claim.verbatim) return [];
  return [
    {
      path: [id],
      message: `quotes claim "${claimId}", which is a paraphrase: say it in a paragraph instead`,
    },
  ];
}

/** An empty cell is always possible, and one that was blacked out. */
const CELLS: Record<ColumnType, RegExp> = {
  TEXT: /^/,
  NUMBER: /^(-?\d+(\.\d+)?|█+)?$/,
  DATE: /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|█+)?$/,
};
const CELL_RULES: Record<ColumnType, string> = {
  TEXT: 'is text',
  NUMBER: 'numbers are digits with at most one decimal point, such as "-1234.5"',
  DATE: 'dates are YYYY, YYYY-MM or YYYY-MM-DD',
};
