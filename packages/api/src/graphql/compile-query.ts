/**
 * Compiles a query into plain reads, for those that come again and again. Only what goes well is compiled: where the executor would answer
 * with an error, or do anything unusual, running rejects, and the executor answers the request instead. Reading twice changes nothing,
 * so the two can never answer differently.
 */
import {
  defaultTypeResolver,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import {
  compileArguments,
  compileVariables,
  NotCompiledError,
  type Inputs,
  type VariableValues,
} from './compile-arguments.ts';
import { collectFields, fragmentsOf, hasDirectives, type Fragments } from './collect-fields.ts';
import type { GraphQLContext } from './context.ts';

export type Data = Record<string, unknown>;

export interface CompiledQuery {
  /** What stands under "data" in an answer without errors. */
  run(context: GraphQLContext, inputs: Inputs): Promise<Data>;
}

interface Run {
  context: GraphQLContext;
  variables: VariableValues;
  /** Fields whose resolvers have not answered yet. */
  pending: Promise<void>[];
  failed: boolean;
}

type Complete = (value: unknown, run: Run) => unknown;

interface FieldPlan {
  key: string;
  read: (source: unknown, run: Run) => unknown;
  complete: Complete;
}

interface Query {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Fragments;
}

/** Null: it is no query, has directives, or asks for the schema itself. The document is valid. */
export function compileQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery | null {
  const root = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || hasDirectives(document) || !root) return null;
  const query = { schema, operation, fragments: fragmentsOf(document) };
  const fields = planFields(query, root, [operation]);
  const readVariables = compileVariables(schema, operation.variableDefinitions ?? []);
  if (fields === null || readVariables === null) return null;
  return {
    async run(context, inputs) {
      const run: Run = { context, variables: readVariables(inputs), pending: [], failed: false };
      const data = readFields(fields, undefined, run);
      if (run.pending.length > 0) await settle(run);
      return data;
    },
  };
}

async function settle(run: Run): Promise<void> {
  try {
    while (run.pending.length > 0) await Promise.all(run.pending.splice(0));
  } catch (error) {
    run.failed = true;
    for (const promise of run.pending) promise.catch(ignore);
    throw error;
  }
}

function readFields(fields: readonly FieldPlan[], source: unknown, run: Run): Data {
  const data: Data = {};
  for (const { key, read, complete } of fields) {
    const value = read(source, run);
    if (value instanceof Promise) {
      // Keeps its place among the keys.
      data[key] = null;
      const done = value.then((resolved) => {
        data[key] = complete(resolved, run);
      });
      // Nobody waits for it once another one has failed.
      if (run.failed) done.catch(ignore);
      else run.pending.push(done);
    } else data[key] = complete(value, run);
  }
  return data;
}

function ignore(): void {}

function planFields(
  query: Query,
  type: GraphQLObjectType,
  parents: readonly { selectionSet?: FieldNode['selectionSet'] }[],
): FieldPlan[] | null {
  const plans: FieldPlan[] = [];
  for (const [key, nodes] of collectFields(query.schema, query.fragments, type, parents)) {
    const plan = planField(query, type, key, nodes);
    if (plan === null) return null;
    plans.push(plan);
  }
  return plans;
}

function planField(
  query: Query,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
): FieldPlan | null {
  const name = nodes[0].name.value;
  // Set on a plain object it would be something else.
  if (key === '__proto__') return null;
  if (name === '__typename') return { key, read: () => type.name, complete: (value) => value };
  const field = type.getFields()[name];
  if (field === undefined) return null;
  const info = infoOf(query, type, field, nodes);
  const complete = completion(query, field.type, info);
  return complete === null ? null : { key, read: reading(field, nodes[0], info), complete };
}

type Read = FieldPlan['read'];

function reading(field: GraphQLField<unknown, unknown>, node: FieldNode, info: GraphQLResolveInfo): Read {
  const { resolve, name } = field;
  if (resolve === undefined) return (source) => property(source, name);
  if (field.args.length === 0) return (source, { context }) => resolve(source, {}, context, info);
  const readArguments = compileArguments(field, node);
  return (source, { context, variables }) => resolve(source, readArguments(variables), context, info);
}

function property(source: unknown, name: string): unknown {
  if (!isRecord(source)) return undefined;
  const value = source[name];
  if (typeof value === 'function')
    throw new NotCompiledError('A method is called with what only the executor has');
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function completion(query: Query, type: GraphQLOutputType, info: GraphQLResolveInfo): Complete | null {
  if (isNonNullType(type)) return required(completion(query, type.ofType, info));
  if (isListType(type)) return list(completion(query, type.ofType, info));
  if (isLeafType(type)) return leaf(type);
  if (isAbstractType(type)) return abstract(query, type, info);
  if (!isObjectType(type)) return null;
  const fields = planFields(query, type, info.fieldNodes);
  return fields === null ? null : object(type, fields, info);
}

function required(complete: Complete | null): Complete | null {
  if (complete === null) return null;
  return (value, run) => {
    const completed = complete(value, run);
    if (completed === null) throw new NotCompiledError('Nothing where something must be');
    return completed;
  };
}

function list(complete: Complete | null): Complete | null {
  if (complete === null) return null;
  return (value, run) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) throw new NotCompiledError('A list that is no array');
    const completed: unknown[] = [];
    for (const item of value) completed.push(complete(item, run));
    return completed;
  };
}

function leaf(type: GraphQLLeafType): Complete {
  return (value) => {
    if (value === null || value === undefined) return null;
    refuseUnusual(value);
    const output: unknown = type.coerceOutputValue(value);
    if (output === null || output === undefined) throw new NotCompiledError('A value that has no form');
    return output;
  };
}

function object(type: GraphQLObjectType, fields: readonly FieldPlan[], info: GraphQLResolveInfo): Complete {
  return (value, run) => {
    if (value === null || value === undefined) return null;
    refuseUnusual(value);
    if (type.isTypeOf && type.isTypeOf(value, run.context, info) !== true) {
      throw new NotCompiledError('A value of another type, or of one that is not known yet');
    }
    return readFields(fields, value, run);
  };
}

/** Plans for each type are made when it first occurs. */
function abstract(query: Query, type: GraphQLAbstractType, info: GraphQLResolveInfo): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const known = new Map<string, Complete>();
  return (value, run) => {
    if (value === null || value === undefined) return null;
    refuseUnusual(value);
    const name = resolveType(value, run.context, info, type);
    if (typeof name !== 'string') throw new NotCompiledError('A type that is not known yet');
    const complete = known.get(name) ?? member(query, type, info, name);
    known.set(name, complete);
    return complete(value, run);
  };
}

function member(query: Query, type: GraphQLAbstractType, info: GraphQLResolveInfo, name: string): Complete {
  const actual = query.schema.getType(name);
  const complete =
    isObjectType(actual) && query.schema.isSubType(type, actual) ? completion(query, actual, info) : null;
  if (complete === null) throw new NotCompiledError('A type that cannot be here');
  return complete;
}

function refuseUnusual(value: unknown): void {
  if (value instanceof Error || (isRecord(value) && typeof value['then'] === 'function')) {
    throw new NotCompiledError('An error, or a promise where none was expected');
  }
}

/** The same for every run; what differs between runs is not there. */
function infoOf(
  { schema, operation, fragments }: Query,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  fieldNodes: readonly FieldNode[],
): GraphQLResolveInfo {
  const missing = (): never => {
    throw new NotCompiledError('A resolver asks for what only the executor knows');
  };
  return {
    schema,
    operation,
    fragments: Object.fromEntries(fragments),
    parentType,
    fieldName: field.name,
    fieldNodes,
    returnType: field.type,
    rootValue: undefined,
    get path() {
      return missing();
    },
    get variableValues() {
      return missing();
    },
    getAbortSignal: missing,
    getAsyncHelpers: missing,
  };
}
