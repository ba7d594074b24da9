import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROUTES } from '@communique/sandbox/rest/routes';
import { describe, expect, test } from 'vitest';

// The specification's package is a dependency of the sandbox, not of the tests.
const main = fileURLToPath(import.meta.resolve('@communique/sandbox/sandbox'));
const build = realpathSync(main.replace(/src\/sandbox\.ts$/, 'node_modules/discord-api-spec/build'));
const types = readFileSync(`${build}/discord-api-spec.ts`, 'utf8');
const schemas: Record<string, unknown> = await import(pathToFileURL(`${build}/discord-api-spec.zod.js`).href);
const nameOf = new Map(
  Object.entries(schemas).map(([name, schema]) => [schema, name.replace(/Schema$/, '')]),
);

/** The part of the specification's `Paths` that describes one route. */
function specified(method: string, path: string): { request: string[]; responses: Record<string, string[]> } {
  const pathBlock = between(types, `\n  "${path}": {`, '\n  };');
  const block = between(pathBlock, `\n    ${method.toLowerCase()}: {`, '\n    };');
  const request = /requestBody\?:([\s\S]*?);\n {6}responses/.exec(block)?.[1] ?? '';
  const answers = between(block, 'responses: {', '\n      };');
  const responses = [...answers.matchAll(/"(\d+)":([\s\S]*?);\n/g)].map(([, status, type]) => [
    status,
    typeNames(type ?? ''),
  ]);
  return { request: typeNames(request), responses: Object.fromEntries(responses) };
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  if (from === -1) throw new Error(`The specification has no ${start.trim()}`);
  return text.slice(from, text.indexOf(end, from) + 1);
}

function typeNames(type: string): string[] {
  return [...new Set(type.match(/\b[A-Z]\w+/g) ?? [])].sort();
}

/** What a schema of zod may be made of. */
interface Parts {
  element?: unknown;
  innerType?: unknown;
  options?: unknown[];
  shape?: Record<string, unknown>;
}

/** The names of the specification's schemas that one of ours is made of, through lists and unions. */
function schemaNames(schema: unknown): string[] {
  const name = nameOf.get(schema);
  if (name !== undefined) return [name];
  const { def } = (schema as { _zod: { def: Parts } })._zod;
  const parts = [
    ...(def.options ?? []),
    ...Object.values(def.shape ?? {}),
    ...[def.element, def.innerType].filter((part) => part !== undefined),
  ];
  return [...new Set(parts.flatMap(schemaNames))].sort();
}

describe.each(ROUTES.map((route) => ({ ...route, name: `${route.method} ${route.path}` })))(
  '$name',
  (route) => {
    const paths = specified(route.method, route.path);

    test('checks requests by the schemas that the specification names for it', () => {
      expect(route.request === null ? [] : schemaNames(route.request.schema)).toEqual(paths.request);
    });

    test('checks answers by schemas that the specification names for it', () => {
      for (const [status, schema] of Object.entries(route.responses)) {
        expect(paths.responses).toHaveProperty(status);
        if (schema !== null)
          expect(paths.responses[status]).toEqual(expect.arrayContaining(schemaNames(schema)));
      }
    });
  },
);
