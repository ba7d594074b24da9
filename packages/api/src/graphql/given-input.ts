/** A value that was given for an argument, in the text of an operation or in its variables: looked at alike. */
import { quoted } from '@communique/shared/text';
import { coerceInputLiteral, coerceInputValue, Kind, type GraphQLLeafType, type ValueNode } from 'graphql';

export interface Given {
  kind: 'MISSING' | 'NULL' | 'LIST' | 'OBJECT' | 'LEAF' | 'VARIABLE';
  /** Of a list. Read when it is asked for: values can be nested deeper than any type, and than a stack. */
  items: () => readonly Given[];
  /** Of an object, by their names. */
  fields: () => ReadonlyMap<string, Given>;
  /** Whether a type that is neither list nor object takes it. */
  fits(type: GraphQLLeafType): boolean;
  /** As a message names it: a few words, however long it is. */
  words: string;
}

const NOTHING = new Map<string, Given>();
const EMPTY = { items: () => [], fields: () => NOTHING, fits: () => false };

export const MISSING: Given = { ...EMPTY, kind: 'MISSING', words: 'nothing' };
const NULL: Given = { ...EMPTY, kind: 'NULL', words: 'null' };
/** What it holds is judged as a variable. */
const VARIABLE: Given = { ...EMPTY, kind: 'VARIABLE', words: 'a variable' };
const LIST = { ...EMPTY, kind: 'LIST', words: 'a list' } as const;
const OBJECT = { ...EMPTY, kind: 'OBJECT', words: 'an object' } as const;

/** Of the variables of a request: what `JSON.parse` answers. */
export function givenValue(value: unknown): Given {
  if (value === undefined) return MISSING;
  if (value === null) return NULL;
  const fits = (type: GraphQLLeafType) => coerceInputValue(value, type) !== undefined;
  if (Array.isArray(value)) return { ...LIST, fits, items: () => value.map(givenValue) };
  if (typeof value === 'object') {
    const parts = () => Object.entries(value).map(([name, part]) => [name, givenValue(part)] as const);
    return { ...OBJECT, fits, fields: () => new Map(parts()) };
  }
  return leaf(fits, typeof value === 'string' ? quoted(value) : JSON.stringify(value));
}

/** In the text of an operation. */
export function givenLiteral(node: ValueNode): Given {
  const fits = (type: GraphQLLeafType) => fitsLiteral(node, type);
  switch (node.kind) {
    case Kind.VARIABLE:
      return VARIABLE;
    case Kind.NULL:
      return NULL;
    case Kind.LIST:
      return { ...LIST, fits, items: () => node.values.map(givenLiteral) };
    case Kind.OBJECT: {
      const parts = () => node.fields.map(({ name, value }) => [name.value, givenLiteral(value)] as const);
      return { ...OBJECT, fits, fields: () => new Map(parts()) };
    }
    case Kind.STRING:
      return leaf(fits, quoted(node.value));
    case Kind.BOOLEAN:
    case Kind.ENUM:
    case Kind.FLOAT:
    case Kind.INT:
      return leaf(fits, String(node.value));
  }
}

function leaf(fits: Given['fits'], words: string): Given {
  return { ...EMPTY, kind: 'LEAF', fits, words: words.length > 80 ? `${words.slice(0, 40)}…` : words };
}

function fitsLiteral(node: ValueNode, type: GraphQLLeafType): boolean {
  try {
    return coerceInputLiteral(node, type) !== undefined;
  } catch {
    // A variable inside a value of no known shape.
    return false;
  }
}
