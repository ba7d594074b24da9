/**
 * What of a block or section Markdown has no sign for stands above it in a comment of its own, as JSON: `<!-- block {"priority":1} -->`.
 * What is as a reader of the file would make it anyway is not written.
 */
import { z } from 'zod';
import { blockSchema, renderHintsSchema, sectionSchema } from '../../briefings/document.ts';
import type { Block } from '../../briefings/document.ts';
import { MalformedDocumentError } from '../errors.ts';

const { id } = blockSchema.options[0].shape;
const { priority, shortForm, maxChars } = renderHintsSchema.shape;
const { kind, provenance } = sectionSchema.shape;

// Without their defaults: what a comment does not say is not said.
const blockNotesSchema = z.strictObject({
  id: id.optional(),
  priority: priority.unwrap().optional(),
  shortForm: shortForm.unwrap().optional(),
  maxChars,
  provenance,
});
export type BlockNotes = z.output<typeof blockNotesSchema>;

/** Above a heading, or where a section begins that has none. */
const sectionNotesSchema = z.strictObject({
  /** Null: it has none, and the heading below is the next section's. */
  heading: z.null().optional(),
  id: id.optional(),
  kind: kind.optional(),
  parentId: id.nullable().optional(),
  provenance,
});
export type SectionNotes = z.output<typeof sectionNotesSchema>;

/** `expectedId`: what the block is called where nothing else is said. Null: nothing is to be said. */
export function blockNotes(block: Block, expectedId: string): string | null {
  const { hints } = block;
  return comment('block', {
    id: block.id === expectedId ? undefined : block.id,
    priority: hints.priority === DEFAULT_PRIORITY ? undefined : hints.priority,
    shortForm: hints.shortForm ?? undefined,
    maxChars: hints.maxChars ?? undefined,
    provenance: block.provenance,
  });
}

const DEFAULT_PRIORITY = 3;

export function sectionNotes(notes: SectionNotes): string | null {
  return comment('section', notes);
}

function comment(piece: 'block' | 'section', facts: object): string | null {
  const json = JSON.stringify(facts);
  // Nothing in it may end the comment.
  const safe = json.replace(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return json === '{}' ? null : `<!-- ${piece} ${safe} -->`;
}

const COMMENT = /^<!-- (block|section) (\{.*\}) -->$/s;

/** Null: the comment is somebody's own. */
export function readNotes(
  html: string,
  { path, line }: { path: string; line: number },
): { block: BlockNotes } | { section: SectionNotes } | null {
  const [, piece, json = ''] = COMMENT.exec(html.trim()) ?? [];
  if (piece === undefined) return null;
  const value = parse(json);
  const result = (piece === 'block' ? blockNotesSchema : sectionNotesSchema).safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const said = [issue?.path.map(String).join('.'), issue?.message].filter(Boolean).join(' ');
    throw new MalformedDocumentError(
      path,
      line,
      `the comment about the ${piece} below is not understood: ${said}`,
    );
  }
  return piece === 'block' ? { block: result.data } : { section: result.data };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
