/** What holds for every part of the schema, whoever adds it. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '@communique/api/graphql/schema';

interface Part {
  name: string;
  /** Without what it belongs to. */
  own: string;
  kind: 'output' | 'argument' | 'input field';
  type: GraphQLType;
  description: string;
}

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const parts: Part[] = types.flatMap((type) => {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      partOf(`${type.name}.${field.name}`, field, 'output'),
      ...field.args.map((argument) =>
        partOf(`${type.name}.${field.name}(${argument.name}:)`, argument, 'argument'),
      ),
    ]);
  }
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).map((field) =>
    partOf(`${type.name}.${field.name}`, field, 'input field'),
  );
});

function partOf(
  name: string,
  part: GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField,
  kind: Part['kind'],
): Part {
  return { name, own: part.name, kind, type: part.type, description: part.description ?? '' };
}

const complaints = (wrong: (part: Part) => boolean) =>
  parts.filter(wrong).map(({ name, description }) => `${name}: ${description}`);

describe('descriptions', () => {
  test('every type, field, argument, enum value and input field has one', () => {
    const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
    const values = types.filter(isEnumType).flatMap((type) => type.getValues());
    expect(types.filter(({ name, description }) => !builtIn.has(name) && !description)).toEqual([]);
    expect(values.filter(({ description }) => !description)).toEqual([]);
    expect(complaints(({ description }) => description === '')).toEqual([]);
    expect(parts.length).toBeGreaterThan(400);
  });

  test('say how long a text may be', () => {
    const unsaid = complaints(
      ({ kind, type, description }) =>
        kind !== 'output' &&
        getNamedType(type) === schema.getType('String') &&
        !/(\d|Two) characters/.test(description),
    );
    expect(unsaid).toEqual([]);
  });

  test('are sentences for people', () => {
    expect(complaints(({ description }) => !/^[^a-z][^]*[.!?…"]$/.test(description))).toEqual([]);
  });

  test('say what null, or leaving it out, means', () => {
    // Of an input that takes exactly one of its fields the others are left out.
    const oneOf = types.filter(isInputObjectType).filter(({ isOneOf }) => isOneOf);
    const isOneOfSeveral = ({ name }: Part) => oneOf.some((type) => name.startsWith(`${type.name}.`));
    const unsaid = complaints(
      (part) =>
        !isNonNullType(part.type) && !isOneOfSeveral(part) && !/null|left out|none/i.test(part.description),
    );
    expect(unsaid).toEqual([]);
  });

  test('say of numbers what is counted, between what', () => {
    const unsaid = complaints(
      ({ type, description }) =>
        ['Int', 'Float'].includes(getNamedType(type).name) &&
        !/\d|how (many|often)|number|code|status|revision|attempts|UTF-16/i.test(description),
    );
    expect(unsaid).toEqual([]);
  });
});

describe('types', () => {
  const MEANING: [names: RegExp, scalar: string][] = [
    [/url$/i, 'URL'],
    [/^idempotencyKey$/, 'UUID'],
    [/(^language|^locale)$/, 'LanguageTag'],
    [/timeZone$/i, 'TimeZone'],
    [/(At|Since|Until)$/, 'DateTime'],
    [/^slug$/, 'Slug'],
    [/^(channelId|guildId|messageId)$/, 'Snowflake'],
  ];

  test.each(MEANING)('what is named %s is a %s', (names, scalar) => {
    // A slug that is looked up may be anything somebody typed: none is found then.
    const lookedUp = ({ kind, own }: Part) => kind === 'argument' && own === 'slug';
    const others = parts.filter(
      (part) =>
        names.test(part.own) &&
        !lookedUp(part) &&
        isScalarType(getNamedType(part.type)) &&
        getNamedType(part.type).name !== scalar,
    );
    expect(others.map(({ name }) => name)).toEqual([]);
  });

  test('every scalar of our own says where its form is specified, where somebody specified it', () => {
    const OUR_OWN = new Set(['Slug', 'LocalTime']);
    const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
    const scalars = types.filter(isScalarType).filter(({ name }) => !builtIn.has(name));
    const unspecified = scalars.filter(({ name, specifiedByURL }) => !specifiedByURL && !OUR_OWN.has(name));
    expect(unspecified.map(({ name }) => name)).toEqual([]);
  });

  test('every list that can grow is a page', () => {
    const pages = parts.filter(
      ({ kind, type }) => kind === 'output' && getNamedType(type).name.endsWith('Connection'),
    );
    for (const { name } of pages) {
      const argument = (own: string) => String(parts.find((part) => part.name === `${name}(${own}:)`)?.type);
      expect([name, argument('first'), argument('after')]).toEqual([name, 'Int!', 'String']);
    }
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
      isListType(isNonNullType(type) ? type.ofType : type),
    );
    for (const { name, args } of lists) {
      // Ranked answers: the first of them are the answer, a page after them is not.
      expect([name, args.some((arg) => arg.name === 'first')]).toEqual([name, true]);
    }
  });
});

describe('mutations', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const error = schema.getType('Error');

  test.each(mutations.map((field) => [field.name, field] as const))(
    '%s answers a union of its result and typed errors',
    (_name, { type }) => {
      const union = getNamedType(type);
      if (!isUnionType(union) || !isInterfaceType(error)) throw new Error(`${union.name} is no union`);
      const members = union.getTypes();
      const errors = members.filter((member) => member.getInterfaces().includes(error));
      expect(errors.map(({ name }) => name)).toContain('NotAllowedError');
      expect(members.length - errors.length).toBe(1);
      // Text and values that do not fit are refused before the rule is asked.
      expect(isNonNullType(type)).toBe(true);
    },
  );

  test.each(mutations.map((field) => [field.name, field] as const))(
    '%s can be sent twice and acts once',
    (_name, { args, description }) => {
      const inputs = args.map((arg) => getNamedType(arg.type)).filter(isInputObjectType);
      const keyed = inputs.some((input) => String(input.getFields()['idempotencyKey']?.type) === 'UUID!');
      expect(keyed || /twice/.test(description ?? '')).toBe(true);
    },
  );

  test.each(mutations.map((field) => [field.name, field] as const))(
    '%s names wrong input of its own in its union',
    (_name, { args, type }) => {
      const union = getNamedType(type);
      const takesText = args.some((arg) => isInputObjectType(getNamedType(arg.type)));
      const names = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
      expect(!takesText || names.includes('InvalidInputError')).toBe(true);
    },
  );
});
