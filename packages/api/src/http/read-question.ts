/** What a body of plain JSON asks, in the parameters of GraphQL over HTTP. */
import type { Operations } from '../graphql/persisted-operations.ts';

export interface Question {
  /** The text of the document. */
  text: string;
  operationName: string | null;
  variables: Readonly<Record<string, unknown>>;
}

export interface QuestionSource {
  /** By their ids. */
  operations: Operations;
  /** No other text is taken. */
  persistedOnly: boolean;
}

const PARAMETERS = new Set(['query', 'operationName', 'variables', 'extensions']);
const NONE = {};

/** Undefined: it is not plain, or names an operation that is not known. Throws where it is no JSON. */
export function readQuestion(body: string, source: QuestionSource): Question | undefined {
  const parameters: unknown = JSON.parse(body);
  if (!isRecord(parameters)) return undefined;
  for (const name in parameters) if (!PARAMETERS.has(name)) return undefined;
  const { operationName = null, variables } = parameters;
  const text = textOf(parameters, source);
  const isNamed = operationName === null || (typeof operationName === 'string' && operationName !== '');
  if (text === undefined || !isNamed || !(isNone(variables) || isRecord(variables))) return undefined;
  return { text, operationName, variables: isRecord(variables) ? variables : NONE };
}

function textOf(
  { query, extensions }: Record<string, unknown>,
  { operations, persistedOnly }: QuestionSource,
): string | undefined {
  if (!isNone(extensions) && !isRecord(extensions)) return undefined;
  if (typeof query === 'string' && query !== '') return persistedOnly ? undefined : query;
  const named = isNone(query) && isRecord(extensions) ? extensions['persistedQuery'] : undefined;
  if (!isRecord(named) || named['version'] !== 1 || typeof named['sha256Hash'] !== 'string') return undefined;
  return operations.get(named['sha256Hash']);
}

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
