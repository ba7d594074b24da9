import type { Root, Yaml } from 'mdast';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { Document, YAMLMap } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import { describeMistakes } from './describe-mistakes.ts';
import { MalformedDocumentError } from '../errors.ts';
import { indentQuotedLines } from './indent-quoted-lines.ts';
import { parseToml } from './parse-toml.ts';
import { lineOf } from '../text/tree-text.ts';

/** The YAML between `---` lines, or the TOML between `+++`, with the line of every value in it. */
export interface FrontMatter {
  value: unknown;
  /** Of the file. */
  path: string;
  /** Line in the file of what stands at `path`, or of the nearest thing around it. */
  lineAt(this: void, path: readonly PropertyKey[]): number;
}

export function readFrontMatter(root: Root, path: string): FrontMatter | null {
  const [first] = root.children;
  if (first?.type !== 'yaml') return null;
  return first.data?.isToml === true ? parseToml(first, path) : parseYaml(first, path);
}

/** The front matter as `schema` wants it; every mistake is named with its line. */
export function checkFrontMatter<Schema extends z.ZodType>(
  frontMatter: FrontMatter,
  schema: Schema,
  path: string,
): z.output<Schema> {
  const result = schema.safeParse(frontMatter.value);
  if (result.success) return result.data;
  const mistakes = result.error.issues.flatMap((issue) =>
    describeIssue(issue, schema, frontMatter.value).map((text, index) => ({
      line: frontMatter.lineAt(culprit(issue, index)),
      text,
    })),
  );
  throw describeMistakes(path, mistakes);
}

function parseYaml(node: Yaml, path: string): FrontMatter {
  const lines = new LineCounter();
  // Aliases can blow a few bytes up to gigabytes: none are followed.
  const document = parseLeniently(node.value, lines);
  // The YAML begins on the line after the opening "---".
  const lineOfOffset = (offset: number): number => lineOf(node) + lines.linePos(offset).line;
  const [error] = document.errors;
  if (error !== undefined) {
    throw new MalformedDocumentError(
      path,
      lineOfOffset(error.pos[0]),
      `the front matter is not YAML: ${error.message}. Quote texts that hold ": " or begin with a special character.`,
    );
  }
  return {
    path,
    value: toValue(document, path, lineOf(node)),
    lineAt: (keys) => lineOfOffset(offsetAt(document, keys)),
  };
}

function parseLeniently(source: string, lineCounter: LineCounter): Document {
  const strict = parseDocument(source, { lineCounter, prettyErrors: false });
  if (strict.errors.length === 0) return strict;
  const lenient = parseDocument(indentQuotedLines(source), { prettyErrors: false });
  return lenient.errors.length === 0 ? lenient : strict;
}

function toValue(document: Document, path: string, line: number): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new MalformedDocumentError(
      path,
      line,
      `the front matter cannot be read: ${error instanceof Error ? error.message : String(error)}. Write every value out instead of using aliases.`,
    );
  }
}

function offsetAt(document: Document, keys: readonly PropertyKey[]): number {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const parent: unknown = document.getIn(keys.slice(0, depth - 1), true);
    const node = isMap(parent)
      ? keyNode(parent, keys[depth - 1])
      : document.getIn(keys.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyNode(map: YAMLMap, key: PropertyKey | undefined): unknown {
  return map.items.find((pair) => String(pair.key) === String(key))?.key;
}

/** Each unknown key has a line of its own. */
function culprit(issue: z.core.$ZodIssue, index: number): PropertyKey[] {
  return issue.code === 'unrecognized_keys'
    ? [...issue.path, ...issue.keys.slice(index, index + 1)]
    : issue.path;
}
