/** What is wrong with the arguments and variables of an operation, all of it, each in the words of its type. */
import {
  isInputType,
  isRequiredArgument,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { findMisfits, mistake, shortName, type InputMistake } from './find-misfits.ts';
import { givenLiteral, givenValue, MISSING } from './given-input.ts';
import { pathOfVariable } from './name-inputs.ts';

/** What stands in one place of a text. */
export interface MistakenPlace {
  /** An argument; the field itself where arguments are missing; the default of a variable. */
  node: ASTNode;
  mistakes: readonly InputMistake[];
}

/** In the text of an operation. */
export function findMistakenPlaces(schema: GraphQLSchema, document: DocumentNode): MistakenPlace[] {
  const places: MistakenPlace[] = [];
  const types = new TypeInfo(schema);
  const visitor = {
    OperationDefinition(node: OperationDefinitionNode) {
      for (const { variable, type: typeNode, defaultValue } of node.variableDefinitions ?? []) {
        const type = typeFromAST(schema, typeNode);
        if (defaultValue === undefined || !isInputType(type)) continue;
        const path = pathOfVariable(document, node, variable.name.value);
        places.push({ node: defaultValue, mistakes: findMisfits(givenLiteral(defaultValue), type, path) });
      }
    },
    Field(node: FieldNode) {
      const field = types.getFieldDef();
      if (field) places.push(...placesOf(node, field, String(types.getParentType())));
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return places.filter(({ mistakes }) => mistakes.length > 0);
}

function placesOf(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: string): MistakenPlace[] {
  const given = new Map((node.arguments ?? []).map((argument) => [argument.name.value, argument]));
  const missing = field.args
    .filter((argument) => isRequiredArgument(argument) && !given.has(argument.name))
    .flatMap(({ name, type }) => findMisfits(MISSING, type, [name]));
  return [
    { node, mistakes: missing },
    ...[...given.values()].map((argument) => ({
      node: argument,
      mistakes: mistakesOf(argument, field, parent),
    })),
  ];
}

function mistakesOf(
  { name, value }: ArgumentNode,
  field: GraphQLField<unknown, unknown>,
  parent: string,
): InputMistake[] {
  const known = field.args.find((argument) => argument.name === name.value);
  if (known !== undefined) return findMisfits(givenLiteral(value), known.type, [name.value]);
  const names = field.args.map((argument) => argument.name).join(', ');
  const suggestion = names === '' ? '' : `. Did you mean one of ${names}?`;
  return [mistake([shortName(name.value)], `is no argument of ${parent}.${field.name}${suggestion}`)];
}

/** Whether an error of GraphQL is about this place. */
export function isAbout({ nodes, message }: GraphQLError, { node }: MistakenPlace): boolean {
  const [found] = nodes ?? [];
  if (found === undefined || found.kind === Kind.VARIABLE) return false;
  if (node.kind === Kind.FIELD) return found === node && message.startsWith('Argument ');
  // Of a value with variables in it, GraphQL names a copy.
  const [at, place] = [found.loc, node.loc];
  return at !== undefined && place !== undefined && at.start >= place.start && at.end <= place.end;
}

/** In its variables. */
export function findWrongVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): InputMistake[] {
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: typeNode, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!isInputType(type) || (value === undefined && defaultValue !== undefined)) return [];
    return findMisfits(givenValue(value), type, pathOfVariable(document, operation, name));
  });
}
