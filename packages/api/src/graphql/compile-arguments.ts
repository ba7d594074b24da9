/**
 * Reads variables and arguments as the executor does, with all that is the same for every request done once. Where something does not
 * fit it throws: what there is to say of it is the executor's business.
 */
import {
  BREAK,
  coerceInputLiteral,
  coerceInputValue,
  getVariableValues,
  isInputType,
  isNonNullType,
  isRequiredArgument,
  Kind,
  typeFromAST,
  visit,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type getArgumentValues,
  type GraphQLSchema,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

/** Only the executor can answer this request. */
export class NotCompiledError extends Error {
  override name = 'NotCompiledError';
}

/** What a request gave. */
export type Inputs = Readonly<Record<string, unknown>>;

/** As the executor holds them: a variable that was left out and has no default is missing among the coerced ones. */
export type VariableValues = NonNullable<Parameters<typeof getArgumentValues>[2]>;

type Arguments = Record<string, unknown>;

interface Writable {
  sources: Record<string, VariableValues['sources'][string]>;
  coerced: Record<string, unknown>;
}

type AddVariable = (values: Writable, inputs: Inputs) => void;

/** Checks every variable, whether it is used or not. Null: there is one of no known type. */
export function compileVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): ((inputs: Inputs) => VariableValues) | null {
  const additions: AddVariable[] = [];
  for (const definition of definitions) {
    const addition = compileVariable(schema, definition);
    if (addition === null) return null;
    additions.push(addition);
  }
  return (inputs) => {
    const values: Writable = { sources: {}, coerced: {} };
    for (const add of additions) add(values, inputs);
    return values;
  };
}

function compileVariable(schema: GraphQLSchema, definition: VariableDefinitionNode): AddVariable | null {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  // Set on a plain object it would be something else.
  if (type === undefined || !isInputType(type) || name === '__proto__') return null;
  const { defaultValue } = definition;
  const signature = { name, type, default: defaultValue && { literal: defaultValue } };
  // Undefined where it must be given.
  const unasked = getVariableValues(schema, [definition], {}).variableValues?.coerced;
  return ({ sources, coerced }, inputs) => {
    const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    sources[name] = value === undefined ? { signature } : { signature, value };
    if (value === undefined) {
      if (unasked === undefined) throw new NotCompiledError('A variable is missing');
      if (Object.hasOwn(unasked, name)) coerced[name] = unasked[name];
      return;
    }
    const read = coerceInputValue(value, type);
    if (read === undefined) throw new NotCompiledError('A variable does not fit its type');
    coerced[name] = read;
  };
}

type AddArgument = (values: Arguments, variables: VariableValues) => void;

/** What the node says itself is read once, what variables say in every run. */
export function compileArguments(
  { args }: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: VariableValues) => Arguments {
  const fixed: Arguments = {};
  const additions: AddArgument[] = [];
  for (const argument of args) {
    const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
    if (given !== undefined && hasVariables(given)) additions.push(compileArgument(argument, given));
    else {
      const value = given === undefined ? defaultOf(argument) : coerceInputLiteral(given, argument.type);
      if (value !== undefined) fixed[argument.name] = value;
      else if (given !== undefined || isRequiredArgument(argument)) additions.push(misfit);
    }
  }
  return (variables) => {
    const values = { ...fixed };
    for (const add of additions) add(values, variables);
    return values;
  };
}

function misfit(): never {
  throw new NotCompiledError('An argument does not fit its type');
}

function compileArgument(argument: GraphQLArgument, node: ValueNode): AddArgument {
  const { name, type } = argument;
  if (node.kind !== Kind.VARIABLE) {
    return (values, variables) => {
      const value = coerceInputLiteral(node, type, variables);
      values[name] = value === undefined ? misfit() : value;
    };
  }
  const variable = node.name.value;
  const mustBe = isNonNullType(type);
  const unasked = defaultOf(argument);
  return (values, { coerced }) => {
    const value = Object.hasOwn(coerced, variable) ? coerced[variable] : unasked;
    if (mustBe && (value === null || value === undefined)) misfit();
    if (value !== undefined) values[name] = value;
  };
}

function defaultOf({ default: written, defaultValue, type }: GraphQLArgument): unknown {
  if (written === undefined) return defaultValue;
  return written.literal === undefined
    ? coerceInputValue(written.value, type)
    : coerceInputLiteral(written.literal, type);
}

function hasVariables(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    Variable() {
      found = true;
      return BREAK;
    },
  });
  return found;
}
