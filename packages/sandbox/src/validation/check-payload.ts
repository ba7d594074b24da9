import { readFileSync } from 'node:fs';
import { fromJSONSchema } from 'zod';
import { checkSpecification, type Schema } from './check-specification.ts';
import type { Problem } from './problem.ts';

/** Who says a payload of the gateway; the names of `scripts/gateway-payloads.ts`. */
export type Speaker = 'SaidByDiscord' | 'SaidByBots';

type JsonSchema = Exclude<Parameters<typeof fromJSONSchema>[0], boolean>;

interface GatewaySchema extends JsonSchema {
  definitions: Record<string, JsonSchema>;
}

const compiled = new Map<string, Schema | null>();
let read: GatewaySchema | undefined;

/** What discord-api-types says against a payload; dispatches are named by their event, the others by their opcode. */
export function checkPayload(speaker: Speaker, name: string, payload: unknown): Problem[] {
  const schema = schemaOf(speaker, name);
  if (schema !== null) return checkSpecification(schema, payload);
  return [{ path: [], code: 'UNKNOWN_PAYLOAD', message: 'The sandbox has no schema of this payload' }];
}

/** Made when a payload of this name is first said: most bots hear few of them. */
function schemaOf(speaker: Speaker, name: string): Schema | null {
  const key = `${speaker}.${name}`;
  let schema = compiled.get(key);
  if (schema === undefined) {
    schema = compile(speaker, name);
    compiled.set(key, schema);
  }
  return schema;
}

function compile(speaker: Speaker, name: string): Schema | null {
  read ??= readSchema();
  const payload = read.definitions[speaker]?.properties?.[name];
  return payload === undefined || typeof payload === 'boolean'
    ? null
    : fromJSONSchema({ ...read, ...payload });
}

function readSchema(): GatewaySchema {
  // Written by `pnpm generate:gateway-schema`, and a test holds it against the types it was made from.
  return JSON.parse(readFileSync(new URL('gateway-schema.json', import.meta.url), 'utf8')) as GatewaySchema;
}
