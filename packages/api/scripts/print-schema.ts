/** Writes schema.graphql: the contract that clients are generated from. */
import { writeFileSync } from 'node:fs';
import { printSchema } from '../src/graphql/print-schema.ts';

writeFileSync(new URL('../schema.graphql', import.meta.url), printSchema());
