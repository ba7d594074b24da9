/** The schema builder: plugins and the rules that hold for every field. It defines no type. */
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import { checkArgumentsPlugin } from './check-arguments.ts';
import type { GraphQLContext } from './context.ts';
import { complexityOptions } from './limits.ts';
import type { SharedInterfaces, SharedObjects } from './objects.ts';
import { relayOptions } from './relay-descriptions.ts';

export interface SchemaTypes {
  Context: GraphQLContext;
  Objects: SharedObjects;
  Interfaces: SharedInterfaces;
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: unknown; Output: unknown };
    ID: { Input: string; Output: string };
    CalendarDate: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    LanguageTag: { Input: string; Output: string };
    LocalTime: { Input: string; Output: string };
    Slug: { Input: string; Output: string };
    Snowflake: { Input: string; Output: string };
    TimeZone: { Input: string; Output: string };
    URL: { Input: string; Output: string };
    UUID: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
}

export const builder = new SchemaBuilder<SchemaTypes>({
  // Errors come first: they catch what the plugins after them throw.
  plugins: [ErrorsPlugin, RelayPlugin, ComplexityPlugin, checkArgumentsPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  relay: relayOptions,
  complexity: complexityOptions,
});

builder.queryType({ description: 'Everything that can be read.' });
builder.mutationType({ description: 'Everything that can be changed.' });
