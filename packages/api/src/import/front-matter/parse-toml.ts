import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Yaml } from 'mdast';
import { MalformedDocumentError } from '../errors.ts';
import type { FrontMatter } from './read-front-matter.ts';
import { lineOf } from '../text/tree-text.ts';

/** The front matter between `+++` lines, as Hugo and Zola write it. */
export function parseToml(node: Yaml, path: string): FrontMatter {
  return {
    path,
    value: readToml(node, path),
    lineAt: ([key]) => lineOf(node) + lineOfKey(node.value, String(key)),
  };
}

function readToml(node: Yaml, path: string): unknown {
  try {
    const { taxonomies, ...values } = parse(node.value);
    // Zola keeps tags and categories in a table of their own.
    return plainValue(Object.assign({}, isTable(taxonomies) ? taxonomies : {}, values));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // What follows the first line shows the place in the source.
    const [reason = ''] = error.message.split('\n', 1);
    throw new MalformedDocumentError(
      path,
      lineOf(node) + error.line,
      `the front matter is not TOML: ${reason}. Write texts in quotation marks, and each key on a line of its own.`,
    );
  }
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Days and times as the text writes them. */
function plainValue(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plainValue(entry)]));
}

/** 1 for the first line below the `+++`; 0 where no line begins with the key. */
function lineOfKey(source: string, key: string): number {
  const names = [`${key} `, `${key}=`, `"${key}"`, `[${key}`];
  return source.split('\n').findIndex((line) => names.some((name) => line.trimStart().startsWith(name))) + 1;
}
