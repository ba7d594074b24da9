/**
 * Compiles a query into plain reads, for those that come again and again, and writes what they read as JSON. Only what goes well is
 * compiled: where the executor would answer with an error, or do anything unusual, running rejects, and the executor answers the
 * request instead. Reading twice changes nothing, so the two can never answer differently.
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
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileArguments, compileVariables, NotCompiledError, type Inputs } from './compile-arguments.ts';
import { collectFields, fragmentsOf, hasDirectives, type Fragments } from './collect-fields.ts';
import {
  isRecord,
  kept,
  leaf,
  list,
  refuseUnusual,
  required,
  type Completion,
  type Run,
} from './complete-values.ts';
import type { GraphQLContext } from './context.ts';
import { isNeverChanged } from './content-marks.ts';
import type { TextMemory } from './keep-texts.ts';
import { writeMember, writeObject, writePlain, type Data, type Member } from './write-answer.ts';

export interface CompiledQuery {
  /** What stands under "data" in an answer without errors: JSON. */
  run(context: GraphQLContext, inputs: Inputs): Promise<string>;
}

interface FieldPlan extends Completion {
  key: string;
  read: (source: unknown, run: Run) => unknown;
}

interface Query {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Fragments;
  memory: TextMemory;
}

export interface Compilable {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** For what is written once. */
  memory: TextMemory;
}

/** Null: it is no query, has directives, or asks for the schema itself. The document is valid. */
export function compileQuery(
  schema: GraphQLSchema,
  { document, operation, memory }: Compilable,
): CompiledQuery | null {
  const root = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || hasDirectives(document) || !root) return null;
  const query = { schema, operation, fragments: fragmentsOf(document), memory };
  const fields = planFields(query, root, [operation]);
  const readVariables = compileVariables(schema, operation.variableDefinitions ?? []);
  if (fields === null || readVariables === null) return null;
  const write = writeObject(fields);
  return {
    async run(context, inputs) {
      const variables = readVariables(inputs);
      const run: Run = { context, variables, pending: [], failed: false, readsMore: false };
      const data = readFields(fields, undefined, run);
      if (run.pending.length > 0) await settle(run);
      return write(data);
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
      run.readsMore = true;
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
  if (name === '__typename') {
    return { key, read: () => type.name, complete: (value) => value, write: writePlain };
  }
  const field = type.getFields()[name];
  if (field === undefined) return null;
  const info = infoOf(query, type, field, nodes);
  const completed = completion(query, field.type, info);
  return completed === null ? null : { key, read: reading(field, nodes[0], info), ...completed };
}

type Read = FieldPlan['read'];

function reading(field: GraphQLField<unknown, unknown>, node: FieldNode, info: GraphQLResolveInfo): Read {
  const { resolve, name } = field;
  if (resolve === undefined) return (source) => property(source, name);
  if (field.args.length === 0 && resolve.length === 1) {
    // It takes nothing but its source, so it can say nothing else.
    return (source, { context }) => resolve(source, {}, context, info);
  }
  const readArguments = compileArguments(field, node);
  return (source, run) => {
    run.readsMore = true;
    return resolve(source, readArguments(run.variables), run.context, info);
  };
}

function property(source: unknown, name: string): unknown {
  if (!isRecord(source)) return undefined;
  const value = source[name];
  if (typeof value === 'function')
    throw new NotCompiledError('A method is called with what only the executor has');
  return value;
}

function completion(query: Query, type: GraphQLOutputType, info: GraphQLResolveInfo): Completion | null {
  if (isNonNullType(type)) return required(completion(query, type.ofType, info));
  if (isListType(type)) return list(completion(query, type.ofType, info));
  if (isLeafType(type)) return leaf(type);
  if (isAbstractType(type)) return abstract(query, type, info);
  if (!isObjectType(type)) return null;
  const fields = planFields(query, type, info.fieldNodes);
  if (fields === null) return null;
  const completed = object(type, fields, info);
  return isNeverChanged(type) ? kept(completed, query.memory.open()) : completed;
}

function object(type: GraphQLObjectType, fields: readonly FieldPlan[], info: GraphQLResolveInfo): Completion {
  return {
    complete(value, run) {
      if (value === null || value === undefined) return null;
      refuseUnusual(value);
      if (type.isTypeOf && type.isTypeOf(value, run.context, info) !== true) {
        throw new NotCompiledError('A value of another type, or of one that is not known yet');
      }
      return readFields(fields, value, run);
    },
    write: writeObject(fields),
  };
}

/** Of what each of its types is, is known when a value is there. */
function abstract(query: Query, type: GraphQLAbstractType, info: GraphQLResolveInfo): Completion {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const members = new Map<string, Completion | null>();
  for (const member of query.schema.getPossibleTypes(type)) {
    members.set(member.name, completion(query, member, info));
  }
  const isPlain = [...members.values()].every((member) => member === null || member.write === writePlain);
  return {
    complete(value, run) {
      if (value === null || value === undefined) return null;
      refuseUnusual(value);
      const name = resolveType(value, run.context, info, type);
      if (typeof name !== 'string') throw new NotCompiledError('A type that is not known yet');
      const member = members.get(name) ?? null;
      if (member === null) throw new NotCompiledError('A type that cannot be here');
      const completed = member.complete(value, run);
      return isPlain ? completed : ({ completed, write: member.write } satisfies Member);
    },
    write: isPlain ? writePlain : writeMember,
  };
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
