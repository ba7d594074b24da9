import type { Heading, RootContent } from 'mdast';
import { slugify } from '@communique/shared/text';
import { SECTION_KINDS } from '../../briefings/document.ts';
import type { Block, Section } from '../../briefings/document.ts';
import { classifySection } from '../sections/classify-section.ts';
import { MalformedDocumentError } from '../errors.ts';
import { createIdRegistry } from '../drafting/id-registry.ts';
import type { IdRegistry } from '../drafting/id-registry.ts';
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
  const ancestors: { depth: number; id: string }[] = [];
  for (const part of splitAtHeadings(nodes)) {
    const heading = part.heading === null ? null : (headings.shift() ?? null);
    while (ancestors.length > 0 && (ancestors.at(-1)?.depth ?? 0) >= (heading?.depth ?? 0)) ancestors.pop();
    const parentId = heading === null ? null : (ancestors.at(-1)?.id ?? null);
    const located = toSection(part.nodes, { heading, parentId, ids, body });
    if (heading !== null) ancestors.push({ depth: heading.depth, id: located.section.id });
    if (heading !== null || located.section.blocks.length > 0) sections.push(located);
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
    else if (/^#[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,69}$/u.test(word)) heading.id = word.slice(1);
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
  nodes: RootContent[];
}

function splitAtHeadings(nodes: readonly RootContent[]): Part[] {
  let current: Part = { heading: null, nodes: [] };
  const parts = [current];
  for (const node of nodes) {
    if (node.type === 'heading') {
      current = { heading: node, nodes: [] };
      parts.push(current);
    } else {
      current.nodes.push(node);
    }
  }
  return parts;
}

interface SectionContext {
  heading: LibraryHeading | null;
  parentId: string | null;
  ids: IdRegistry;
  body: LibraryBody;
}

function toSection(
  nodes: readonly RootContent[],
  { heading, parentId, ids, body }: SectionContext,
): LocatedSection {
  const id = heading?.id ?? ids.unique(heading === null ? 'introduction' : slugify(heading.text, 60));
  const located = readLibraryBlocks(nodes, body);
  const blocks = located.map(({ block }, index): Block => ({
    ...block,
    id: ids.unique(`${id}.${index + 1}`),
  }));
  const lineById = new Map(blocks.map((block, index) => [block.id, located[index]?.line ?? 1]));
  if (heading !== null) lineById.set(id, heading.line);
  const section: Section = {
    id,
    heading: heading?.text ?? null,
    kind: heading === null ? 'OVERVIEW' : (heading.kind ?? classifySection(heading.text)),
    parentId,
    blocks,
    origin: null,
  };
  return { section, lineById };
}
