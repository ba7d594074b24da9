/** Pages of lists: keyset cursors, so that what is published while somebody reads neither repeats nor hides an item. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { InvalidInputError, LimitExceededError } from '../domain-errors.ts';
import { builder } from './builder.ts';
import { MAX_PAGE_SIZE } from './limits.ts';
import { MAX_CURSOR_LENGTH, textOptions } from './text-limits.ts';

export interface PageArguments {
  first: number;
  after?: string | null | undefined;
}

/** One list: its name and what its cursors hold. A cursor of another list is refused. */
export interface ListOf<Key> {
  list: string;
  key: z.ZodType<Key>;
}

/** The list as it is with these arguments: a cursor that was made with others is refused too. */
export function listOf<Key>(list: ListOf<Key>, filter: object): ListOf<Key> {
  return new FilteredList(list, filter);
}

/** Named when a cursor is read or written, which most lists are asked without. */
class FilteredList<Key> implements ListOf<Key> {
  readonly key: z.ZodType<Key>;
  readonly #whole: string;
  readonly #filter: object;
  #list: string | null = null;

  constructor({ list, key }: ListOf<Key>, filter: object) {
    this.key = key;
    this.#whole = list;
    this.#filter = filter;
  }

  get list(): string {
    this.#list ??= nameOf(this.#whole, this.#filter);
    return this.#list;
  }
}

function nameOf(list: string, filter: object): string {
  const given = Object.entries(filter)
    .map(([name, value]: [string, unknown]): [string, unknown] => [
      name,
      Array.isArray(value) ? setOf(value) : value,
    ])
    .filter(([, value]) => value !== null && value !== undefined);
  if (given.length === 0) return list;
  return `${list}.${hashOf(JSON.stringify(given.toSorted(([a], [b]) => (a < b ? -1 : 1))))}`;
}

/** What a filter lists has no order, and none of it is no filter. */
function setOf(values: readonly unknown[]): unknown[] | null {
  if (values.length === 0) return null;
  return [...new Set(values.map(String))].toSorted((a, b) => (a < b ? -1 : 1));
}

// Most lists are asked for with the same few filters.
const hashes = new Map<string, string>();
const MAX_HASHES = 1_000;

function hashOf(filter: string): string {
  const known = hashes.get(filter);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(filter).digest('base64url').slice(0, 12);
  if (hashes.size >= MAX_HASHES) hashes.clear();
  hashes.set(filter, hash);
  return hash;
}

export interface Page<Key> {
  /** Items to read: one more than were asked for, to know whether there is a next page. */
  limit: number;
  after: Key | null;
}

/** The arguments of every list; `readPage` turns them into what a verb takes. */
export const pageArguments = builder.args((t) => ({
  first: t.int({ required: true, description: `How many at most, 1–${MAX_PAGE_SIZE}.` }),
  after: t.string(
    textOptions(MAX_CURSOR_LENGTH, 'The cursor after which to go on; null or left out: from the start.'),
  ),
}));

export function readPage<Key>({ first, after }: PageArguments, list: ListOf<Key>): Page<Key> {
  checkPageSize(first);
  return { limit: first + 1, after: typeof after === 'string' ? readCursor(after, list) : null };
}

export function checkPageSize(first: number): void {
  if (first >= 1 && first <= MAX_PAGE_SIZE) return;
  const message = `"first" must be from 1 to ${MAX_PAGE_SIZE}, not ${first}`;
  throw first < 1
    ? new InvalidInputError(message, ['first'])
    : new LimitExceededError(message, ['first'], {
        measure: 'PAGE_SIZE',
        requested: first,
        limit: MAX_PAGE_SIZE,
      });
}

/** `rows` as they were read for `readPage`'s limit. */
export function connectionOf<Row, Key>(
  { first, after }: PageArguments,
  list: ListOf<Key>,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
) {
  const edges = rows.slice(0, first).map((node) => new Edge(node, list, keyOf));
  const pageInfo = {
    hasNextPage: rows.length > first,
    hasPreviousPage: typeof after === 'string',
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  return { edges, pageInfo };
}

/** Its cursor is written where it is asked for: that takes longer than all else about it. */
class Edge<Row, Key> {
  readonly node: Row;
  readonly #list: ListOf<Key>;
  readonly #keyOf: (row: Row) => Key;

  constructor(node: Row, list: ListOf<Key>, keyOf: (row: Row) => Key) {
    this.node = node;
    this.#list = list;
    this.#keyOf = keyOf;
  }

  get cursor(): string {
    const { list } = this.#list;
    const earlier = isObject(this.node) ? lastCursors.get(this.node) : undefined;
    if (earlier?.list === list) return earlier.cursor;
    const cursor = writeCursor(this.#list, this.#keyOf(this.node));
    if (isObject(this.node)) lastCursors.set(this.node, { list, cursor });
    return cursor;
  }
}

/** Of what stays in memory and is listed again: nothing that is listed changes afterwards. */
const lastCursors = new WeakMap<object, { list: string; cursor: string }>();

function isObject(node: unknown): node is object {
  return typeof node === 'object' && node !== null;
}

export function writeCursor<Key>({ list }: ListOf<Key>, key: Key): string {
  return Buffer.from(JSON.stringify([list, key])).toString('base64url');
}

export function readCursor<Key>(cursor: string, { list, key }: ListOf<Key>): Key {
  const content = cursor.length > MAX_CURSOR_LENGTH ? undefined : decode(cursor);
  if (Array.isArray(content) && content.length === 2 && content[0] === list) {
    const parsed = key.safeParse(content[1]);
    if (parsed.success) return parsed.data;
  }
  throw new InvalidInputError(
    '"after" is not a cursor of this list: pass back an "endCursor" of the same field with the same order and filters',
    ['after'],
  );
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
