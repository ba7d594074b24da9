/** Writes src/validation/gateway-schema.json: the types of discord-api-types as a JSON schema, with which payloads are checked at run time. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const PAYLOADS = fileURLToPath(new URL('gateway-payloads.ts', import.meta.url));
const TARGET = new URL('../src/validation/gateway-schema.json', import.meta.url);
const REFERENCE = '#/definitions/';

const generated = createGenerator({
  path: PAYLOADS,
  tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)),
  type: '*',
  expose: 'all',
  jsDoc: 'none',
  // As Discord does it: what is not known passes.
  additionalProperties: true,
  skipTypeCheck: true,
}).createSchema('*');

// A JSON schema is JSON.
const definitions = JSON.parse(JSON.stringify(generated.definitions)) as Record<string, Json>;
const names = nameShortly(Object.keys(definitions));
const tidied = Object.entries(definitions)
  .map(([name, schema]): [string, Json] => [names(name), isFlags(name) ? { type: 'integer' } : tidy(schema)])
  .toSorted(([left], [right]) => (left < right ? -1 : 1));

const lines = tidied.map(([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`);
writeFileSync(
  TARGET,
  [
    '{',
    '  "$schema": "http://json-schema.org/draft-07/schema#",',
    `  "$comment": "Made from discord-api-types ${versionOfTypes()} by pnpm generate:gateway-schema; do not edit.",`,
    '  "definitions": {',
    lines.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n'),
);

/** Sums of flags are no members of their enum. */
function isFlags(name: string): boolean {
  return name.endsWith('Flags');
}

/** JSON has no undefined: what must be undefined is null or left out. References get the new names. */
function tidy(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(tidy);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (JSON.stringify(schema) === '{"not":{}}') return { type: 'null' };
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) =>
      name === '$ref' && typeof value === 'string'
        ? [name, REFERENCE + names(decodeURIComponent(value.slice(REFERENCE.length)))]
        : [name, tidy(value)],
    ),
  );
}

/** Names of generic types carry signs that no reference may: they are numbered. */
function nameShortly(all: string[]): (name: string) => string {
  const short = new Map<string, string>();
  for (const name of all.toSorted()) {
    const plain = name.replace(/\W.*$/, '');
    const rivals = [...short.values()].filter((other) => other.replace(/\.\d+$/, '') === plain).length;
    short.set(name, /^\w+$/.test(name) && rivals === 0 ? name : `${plain}.${rivals + 1}`);
  }
  return (name) => {
    const known = short.get(name);
    if (known === undefined) throw new Error(`No definition is called ${name}`);
    return known;
  };
}

function versionOfTypes(): string {
  const manifest = new URL('../node_modules/discord-api-types/package.json', import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
