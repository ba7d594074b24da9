/** A document taken apart: what is compared from revision to revision, corrected, translated and attributed. */
import { blockText } from './plain-text.ts';
import type { ReadableDocument, Stakeholder } from './readable-document.ts';

export const PIECE_KINDS = [
  'TITLE',
  'SUMMARY',
  'DETAILS',
  'SECTION',
  'BLOCK',
  'CLAIM',
  'SOURCE',
  'STAKEHOLDER',
  'EVENT',
  'SCENARIO',
  'PERSPECTIVE',
  'PROMPT',
] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

export interface Piece {
  kind: PieceKind;
  /** Its own id; "title", "summary" and "details" for those, "source-1" for a source. */
  id: string;
  /** The section a block stands in; null for everything else. */
  sectionId: string | null;
  /** What it says, for people. */
  text: string;
  /** Equal for pieces that say the same. */
  fingerprint: string;
  /** Everything a reader can tell it by, as JSON, by the name of the field: also how it may be shortened. */
  fields: Readonly<Record<string, string>>;
}

/** In reading order, each id once. */
export function listPieces(document: ReadableDocument): Piece[] {
  const { title, summary, sections, sources } = document;
  return [
    titlePiece(title),
    summaryPiece(summary),
    detailsPiece(document),
    ...sections.flatMap(({ blocks, ...section }) => [
      piece('SECTION', section, section.heading ?? ''),
      ...blocks.map((block) => ({ ...piece('BLOCK', block, blockText(block)), sectionId: section.id })),
    ]),
    ...document.claims.map((claim) =>
      piece(
        'CLAIM',
        claim,
        `${claim.text} [${claim.status}, ${claim.reliability ?? ''}${claim.credibility}]`,
      ),
    ),
    ...document.stakeholders.map((stakeholder) =>
      piece('STAKEHOLDER', stakeholder, stakeholderText(stakeholder)),
    ),
    ...document.events.map((event) =>
      piece('EVENT', event, lines([event.date?.value ?? event.dateText, event.title, event.place])),
    ),
    ...document.scenarios.map((scenario) =>
      piece(
        'SCENARIO',
        scenario,
        lines([scenario.title, scenario.description, ...scenario.indicators, scenario.outcome?.text ?? null]),
      ),
    ),
    ...document.perspectives.map((view) => piece('PERSPECTIVE', view, lines([view.holder, view.view]))),
    ...document.prompts.map((prompt) => piece('PROMPT', prompt, prompt.text)),
    ...sources.map((source) =>
      named(`source-${source.number}`, 'SOURCE', source, lines([source.publisher, source.title, source.url])),
    ),
  ];
}

function titlePiece(title: string): Piece {
  return named('title', 'TITLE', { title }, title);
}

function summaryPiece(summary: ReadableDocument['summary']): Piece {
  const { headline, short, keyPoints } = summary;
  return named('summary', 'SUMMARY', summary, lines([headline, short, ...keyPoints]));
}

/** What lists filter and sort by. */
function detailsPiece({ language, importance, contentWarnings, topics }: ReadableDocument): Piece {
  const text = lines([
    language,
    importance === null ? null : String(importance),
    ...contentWarnings,
    ...topics.map(({ name }) => name),
  ]);
  return named('details', 'DETAILS', { language, importance, contentWarnings, topics }, text);
}

function stakeholderText({ name, interests, leverage, redLines, evidence }: Stakeholder): string {
  return lines([name, ...interests, ...leverage, ...redLines, ...evidence.map(({ text }) => text)]);
}

// Where it came from, how it may be shortened and what its references resolve to is not what a piece says. A quotation's claim is a piece
// of its own.
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'id',
  'origin',
  'hints',
  'provenance',
  'sources',
  'claim',
]);

function piece(kind: PieceKind, content: { id: string }, text: string): Piece {
  return named(content.id, kind, content, text);
}

function named(id: string, kind: PieceKind, content: object, text: string): Piece {
  const fields = fieldsOf('hints' in content ? { ...content, ...withHints(content.hints) } : content);
  return { kind, id, sectionId: null, text, fingerprint: comparable(content) ?? '', fields };
}

function withHints(hints: unknown): object {
  return typeof hints === 'object' && hints !== null ? hints : {};
}

function fieldsOf(content: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) => {
      const said = SAYS_NOTHING.has(name) ? undefined : comparable(value);
      return said === undefined ? [] : [[name, said]];
    }),
  );
}

/** What is not said is not said, whether a document leaves it out or has it empty; and the order of fields says nothing. */
function comparable(content: unknown): string | undefined {
  return JSON.stringify(content, (key, value: unknown) =>
    SAYS_NOTHING.has(key) || value === null || (Array.isArray(value) && value.length === 0)
      ? undefined
      : inOrder(value),
  );
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function lines(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join('\n');
}
