import { lexicographicSortSchema, printSchema as print } from 'graphql';
import { schema } from './schema.ts';

/** The schema in a fixed order, so that moving code does not change the file. */
export function printSchema(): string {
  return `${print(lexicographicSortSchema(schema))}\n`;
}
