import type { Heading, Html, RootContent } from 'mdast';
import { slugify } from '@communique/shared/text';
import { SECTION_KINDS } from '../../briefings/document.ts';
import type { Block, Section } from '../../briefings/document.ts';
import { classifySection } from '../sections/classify-section.ts';
import { MalformedDocumentError } from '../errors.ts';
import { createIdRegistry } from '../drafting/id-registry.ts';
import type { IdRegistry } from '../drafting/id-registry.ts';
import { createAncestors } from './section-ancestors.ts';
import type { Ancestors } from './section-ancestors.ts';
import { HEADING_ID, INTRODUCTION } from './section-defaults.ts';
import { readNotes } from './piece-notes.ts';
import type { SectionNotes } from './piece-notes.ts';
import type { Quoted } from './quote-lines.ts';
import { readLibraryBlocks } from './read-library-blocks.ts';
import { lineOf, textOf } from '../text/tree-text.ts';

/** A section with the line in the file of itself and of each of its blocks, for error messages. */
export interface LocatedSection {
  section: Section;
  lineById: ReadonlyMap<string, number>;
}

export interface LibraryBody {
  text: string;
  path: string;
  /** Ids that the front matter uses: no section may be named like them. */
  takenIds: ReadonlySet<string>;
  /** Of the front matter, by their ids. */
  claims: ReadonlyMap<string, Quoted>;
}

export function readLibrarySections(nodes: readonly RootContent[], body: LibraryBody): LocatedSection[] {
  const ids = createIdRegistry(body.takenIds);
  const headings = nodes
    .filter((node) => node.type === 'heading')
    .map((node) => readHeading(node, body.path));
  for (const { id, line } of headings) {
    if (id !== null && !ids.claim(id)) {
      throw new MalformedDocumentError(
        body.path,
        line,
        `the id "${id}" is used twice: give the section another one`,
      );
    }
  }
  const sections: LocatedSection[] = [];
  const ancestors = createAncestors();
  for (const part of splitAtHeadings(nodes, body.path)) {
    const heading = part.heading === null ? null : (headings.shift() ?? null);
    const located = toSection(part, { heading, ids, body, ancestors });
    if (heading !== null || part.notes !== null || located.section.blocks.length > 0) sections.push(located);
  }
  return sections;
}

interface LibraryHeading {
  depth: number;
  text: string;
  id: string | null;
  kind: Section['kind'] | null;
  line: number;
}

// "A heading {#section-id kind=BACKGROUND}"
const ATTRIBUTES = /\s*\{([^{}]*)\}$/;

function readHeading(node: Heading, path: string): LibraryHeading {
  const line = lineOf(node);
  const whole = textOf(node);
  const attributes = ATTRIBUTES.exec(whole)?.[1];
  const text = attributes === undefined ? whole : whole.replace(ATTRIBUTES, '');
  if (text === '')
    throw new MalformedDocumentError(path, line, 'a heading has no text: write one or remove the "#"');
  const heading: LibraryHeading = { depth: node.depth, text, id: null, kind: null, line };
  for (const word of attributes?.split(/\s+/).filter(Boolean) ?? []) {
    const kind = SECTION_KINDS.find((known) => word === `kind=${known}`);
    if (kind !== undefined) heading.kind = kind;
    else if (word.startsWith('#') && HEADING_ID.test(word.slice(1))) heading.id = word.slice(1);
    else {
      throw new MalformedDocumentError(
        path,
        line,
        `"${word}" in a heading's braces is neither "#id" (at most 70 letters, digits, ".", "_", "-") nor "kind=" with one of ${SECTION_KINDS.join(', ')}`,
      );
    }
  }
  return heading;
}

interface Part {
  heading: Heading | null;
  /** What a comment says of it. */
  notes: SectionNotes | null;
  nodes: RootContent[];
}

/** A comment about a section stands above its heading, or where a section begins that has none. */
function splitAtHeadings(nodes: readonly RootContent[], path: string): Part[] {
  let current: Part = { heading: null, notes: null, nodes: [] };
  const parts = [current];
  for (const node of nodes) {
    const notes = node.type === 'html' ? sectionNotesOf(node, path) : null;
    if (notes !== null) {
      current = { heading: null, notes, nodes: [] };
      parts.push(current);
    } else if (node.type === 'heading') {
      const isNoted = current.heading === null && current.nodes.length === 0;
      if (isNoted && current.notes !== null && current.notes.heading === undefined) current.heading = node;
      else {
        current = { heading: node, notes: null, nodes: [] };
        parts.push(current);
      }
    } else {
      current.nodes.push(node);
    }
  }
  return parts;
}

function sectionNotesOf(node: Html, path: string): SectionNotes | null {
  const notes = readNotes(node.value, { path, line: lineOf(node) });
  return notes !== null && 'section' in notes ? notes.section : null;
}

interface SectionContext {
  heading: LibraryHeading | null;
  ids: IdRegistry;
  body: LibraryBody;
  ancestors: Ancestors;
}

function toSection(
  { notes, nodes }: Part,
  { heading, ids, body, ancestors }: SectionContext,
): LocatedSection {
  const named = notes?.id;
  const line = heading?.line ?? 1;
  if (named !== undefined && !ids.claim(named)) throw repeatedId(named, { path: body.path, line });
  const wish = heading === null ? INTRODUCTION.id : slugify(heading.text, 60);
  const id = named ?? heading?.id ?? ids.unique(wish);
  const impliedParent = ancestors.enter(id, heading?.depth ?? 0);
  const located = readLibraryBlocks(nodes, body);
  const blocks = located.map((each, index): Block => {
    const { id: own, ...block } = each.block;
    if (own !== undefined && !ids.claim(own)) throw repeatedId(own, { path: body.path, line: each.line });
    return { ...block, id: own ?? ids.unique(`${id}.${index + 1}`) };
  });
  const lineById = new Map(blocks.map((block, index) => [block.id, located[index]?.line ?? 1]));
  if (heading !== null) lineById.set(id, heading.line);
  const impliedKind = heading === null ? INTRODUCTION.kind : (heading.kind ?? classifySection(heading.text));
  const section: Section = {
    id,
    heading: heading?.text ?? null,
    kind: notes?.kind ?? impliedKind,
    parentId: notes?.parentId === undefined ? impliedParent : notes.parentId,
    blocks,
    origin: null,
    ...(notes?.provenance === undefined ? {} : { provenance: notes.provenance }),
  };
  return { section, lineById };
}

function repeatedId(id: string, { path, line }: { path: string; line: number }): MalformedDocumentError {
  return new MalformedDocumentError(
    path,
    line,
    `the id "${id}" is used twice: give the section or block another one`,
  );
}
