import type { Heading, Root, RootContent } from 'mdast';
import type { z } from 'zod';
import { stateRule } from '../../briefings/state-rule.ts';
import { briefingDocumentSchema } from '../../briefings/document.ts';
import type { BriefingDocument, BriefingDocumentInput } from '../../briefings/document.ts';
import { MalformedDocumentError } from '../errors.ts';
import { briefingFrontMatterSchema, faqFrontMatterSchema } from './library-front-matter.ts';
import type { BriefingFrontMatter, FaqFrontMatter } from './library-front-matter.ts';
import { checkFrontMatter, readFrontMatter } from '../front-matter/read-front-matter.ts';
import type { FrontMatter } from '../front-matter/read-front-matter.ts';
import { readLibrarySections } from './read-library-sections.ts';
import { parseMarkdown } from '../markdown/tidy-markdown.ts';
import { lineOf, textOf } from '../text/tree-text.ts';

export interface LibraryBriefing {
  kind: 'briefing';
  slug: string;
  document: BriefingDocument;
  provenance: { createdBy: string; reviewedBy: string | null; importedFrom: string | null };
}

export interface LibraryFaqEntry extends FaqFrontMatter {
  question: string;
  /** Markdown. */
  answer: string;
}

/** A briefing or FAQ entry written as Markdown with front matter: what the library holds and export writes. */
export function readLibraryFile(fileText: string, path: string): LibraryBriefing | LibraryFaqEntry {
  const text = fileText.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const root = parseMarkdown(text);
  const frontMatter = readFrontMatter(root, path);
  if (frontMatter === null) {
    throw new MalformedDocumentError(
      path,
      1,
      'has no front matter: begin with a line "---", "kind: briefing" or "kind: faq", and a closing "---"',
    );
  }
  switch (kindOf(frontMatter.value)) {
    case 'briefing':
      return readBriefing({ text, path, root }, frontMatter);
    case 'faq':
      return readFaqEntry({ text, path, root }, frontMatter);
    default:
      throw new MalformedDocumentError(
        path,
        frontMatter.lineAt(['kind']),
        'kind must be "briefing" or "faq"',
      );
  }
}

/** Whether a Markdown file's front matter says that it is one of ours. */
export function isLibraryFrontMatter(frontMatter: FrontMatter | null): boolean {
  const kind = kindOf(frontMatter?.value);
  return kind === 'briefing' || kind === 'faq';
}

interface LibraryText {
  text: string;
  path: string;
  root: Root;
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}

function readTitle(root: Root, path: string): { title: Heading; body: RootContent[] } {
  const [, title, ...body] = root.children;
  if (title?.type !== 'heading' || title.depth !== 1 || textOf(title) === '') {
    const line = title === undefined ? 1 : lineOf(title);
    throw new MalformedDocumentError(
      path,
      line,
      'the first thing after the front matter must be the title: "# The title"',
    );
  }
  return { title, body };
}

function splitTitle(root: Root, path: string): { title: Heading; body: RootContent[] } {
  const { title, body } = readTitle(root, path);
  const second = body.find((node) => node.type === 'heading' && node.depth === 1);
  if (second !== undefined) {
    throw new MalformedDocumentError(
      path,
      lineOf(second),
      'has a second title: headings of sections begin with "##"',
    );
  }
  return { title, body };
}

function readBriefing(file: LibraryText, frontMatter: FrontMatter): LibraryBriefing {
  const { path } = file;
  const { kind, slug, createdBy, reviewedBy, importedFrom, ...facts } = checkFrontMatter(
    frontMatter,
    briefingFrontMatterSchema,
    path,
  );
  const { title, body } = splitTitle(file.root, path);
  const takenIds = new Set(identified(facts).map(({ id }) => id));
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const sections = readLibrarySections(body, { text: file.text, path, takenIds, claims });
  const input: BriefingDocumentInput = {
    ...facts,
    title: textOf(title),
    sections: sections.map(({ section }) => section),
    sources: facts.sources.map((source, index) => ({ ...source, number: index + 1 })),
  };
  const result = briefingDocumentSchema.safeParse(input);
  if (!result.success) {
    const lines = new Map(sections.flatMap(({ lineById }) => [...lineById]));
    const lineAt = (keys: readonly PropertyKey[]) => lineOfPiece(keys, { facts, frontMatter, lines, title });
    throw brokenDocument(result.error, { input, path, lineAt });
  }
  return { kind, slug, document: result.data, provenance: { createdBy, reviewedBy, importedFrom } };
}

type Facts = Omit<BriefingFrontMatter, 'kind' | 'slug' | 'createdBy' | 'reviewedBy' | 'importedFrom'>;

const IDENTIFIED_LISTS = [
  'claims',
  'stakeholders',
  'events',
  'scenarios',
  'perspectives',
  'prompts',
] as const;

function identified(facts: Facts): { id: string; keys: (string | number)[] }[] {
  return IDENTIFIED_LISTS.flatMap((list) =>
    facts[list].map(({ id }, index) => ({ id, keys: [list, index] })),
  );
}

interface Places {
  facts: Facts;
  frontMatter: FrontMatter;
  lines: ReadonlyMap<string, number>;
  title: Heading;
}

/** A reference check names pieces by id, a shape check by their path in the document. */
function lineOfPiece(keys: readonly PropertyKey[], { facts, frontMatter, lines, title }: Places): number {
  const [first] = keys;
  if (first === 'title') return lineOf(title);
  const inText = lines.get(keys.length === 1 ? String(first) : keys.map(String).join('.'));
  if (inText !== undefined) return inText;
  const inFacts = identified(facts).find(({ id }) => id === first);
  return frontMatter.lineAt(inFacts?.keys ?? keys);
}

interface Broken {
  input: unknown;
  path: string;
  lineAt: (keys: readonly PropertyKey[]) => number;
}

function brokenDocument(error: z.ZodError, { input, path, lineAt }: Broken): MalformedDocumentError {
  const [issue] = error.issues;
  if (issue === undefined) throw new TypeError('What does not fit a schema has an issue');
  const rule = issue.code === 'custom' ? `: ${issue.message}` : ` ${stateRule(issue, input)}`;
  return new MalformedDocumentError(path, lineAt(issue.path), `${issue.path.map(String).join('.')}${rule}`);
}

function readFaqEntry(file: LibraryText, frontMatter: FrontMatter): LibraryFaqEntry {
  const facts = checkFrontMatter(frontMatter, faqFrontMatterSchema, file.path);
  // An answer may have headings of any depth.
  const { title } = readTitle(file.root, file.path);
  const answer = file.text.slice(title.position?.end.offset).trim();
  if (answer === '') {
    throw new MalformedDocumentError(
      file.path,
      lineOf(title),
      'has a question but no answer: write it below the title',
    );
  }
  return { ...facts, question: textOf(title), answer };
}
