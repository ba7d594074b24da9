import { readFileSync } from 'node:fs';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { printSchema } from '@communique/api/graphql/print-schema';
import { schema } from '@communique/api/graphql/schema';

test('schema.graphql is what the code makes: run "pnpm generate:schema" when it is not', () => {
  const committed = readFileSync(new URL('../../../packages/api/schema.graphql', import.meta.url), 'utf8');
  expect(printSchema()).toBe(committed);
});

test('every type, field, argument and enum value is described', () => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  const undescribed = types.filter(({ name }) => !builtIn.has(name)).flatMap(undescribedParts);
  expect(types.length).toBeGreaterThan(60);
  expect(undescribed).toEqual([]);
});

test('every list takes "first" or is a part of one document', () => {
  const connections = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => String(field.type).replace('!', '').endsWith('Connection'))
        .map((field) => ({
          name: `${type.name}.${field.name}`,
          args: field.args.map((arg) => `${arg.name}: ${String(arg.type)}`),
        })),
    );
  expect(connections.length).toBeGreaterThan(3);
  for (const { args } of connections)
    expect(args).toEqual(expect.arrayContaining(['first: Int!', 'after: String']));
});

function undescribedParts(type: GraphQLNamedType): string[] {
  const parts: { name: string; description?: string | null | undefined }[] = [type];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push({ name: `${type.name}.${field.name}`, description: field.description });
      for (const arg of field.args)
        parts.push({ name: `${type.name}.${field.name}(${arg.name})`, description: arg.description });
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      parts.push({ name: `${type.name}.${field.name}`, description: field.description });
  }
  if (isEnumType(type)) {
    for (const value of type.getValues())
      parts.push({ name: `${type.name}.${value.name}`, description: value.description });
  }
  return parts.filter(({ description }) => !description).map(({ name }) => name);
}
