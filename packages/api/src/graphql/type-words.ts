/** What a type takes, in words that follow "must be". */
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';

const BUILT_IN: Readonly<Record<string, string>> = {
  Boolean: 'true or false',
  Float: 'a number',
  ID: 'an id',
  Int: 'a whole number from -2147483648 to 2147483647',
  String: 'a text',
};

export function wordsOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return wordsOf(type.ofType);
  if (isListType(type)) return `a list, each of its items ${wordsOf(type.ofType)}`;
  if (isEnumType(type)) {
    return `one of ${type
      .getValues()
      .map(({ name }) => name)
      .join(', ')}`;
  }
  if (isInputObjectType(type)) return `an object with the fields of ${type.name}`;
  return BUILT_IN[type.name] ?? ruleOf(type);
}

/** As `scalars.ts` states it. */
function ruleOf({ name, extensions }: GraphQLScalarType): string {
  const { rule } = extensions;
  return typeof rule === 'string' ? rule : `a ${name}`;
}
