import { SnowflakeTypeSchema } from 'discord-api-spec/zod';
import { safeParse } from 'zod/mini';
import { $ZodArray, $ZodLazy, $ZodNullable, $ZodObject, $ZodOptional, $ZodUnion } from 'zod/v4/core';
import type { Schema } from './check-specification.ts';

/**
 * Discord stores ids as integers and takes them as such, too: its own example of an upload says `"id": 0`
 * (https://docs.discord.com/developers/reference#uploading-files). Wherever the specification means an id, a whole
 * number becomes the text that everybody else sends; all other numbers stay what they are.
 */
export function readSnowflakes(schema: Schema, body: unknown): unknown {
  return exact(withTexts(schema, body));
}

function withTexts(schema: Schema, value: unknown): unknown {
  if (schema === SnowflakeTypeSchema) return isId(value) ? value.toString() : value;
  if (schema instanceof $ZodLazy) return withTexts(schema._zod.def.getter(), value);
  if (schema instanceof $ZodOptional || schema instanceof $ZodNullable) {
    return withTexts(schema._zod.def.innerType, value);
  }
  if (schema instanceof $ZodUnion) return withFirstFitting(schema._zod.def.options, value);
  if (schema instanceof $ZodArray && Array.isArray(value)) {
    return value.map((item) => withTexts(schema._zod.def.element, item));
  }
  if (!(schema instanceof $ZodObject) || !isRecord(value)) return value;
  const shape: Readonly<Record<string, Schema>> = schema._zod.def.shape;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const part = shape[name];
      return [name, part === undefined ? item : withTexts(part, item)];
    }),
  );
}

/** What fits as it is stays; a union of nothing that fits is reported as it was sent. */
function withFirstFitting(options: readonly Schema[], value: unknown): unknown {
  if (!holdsNumber(value)) return value;
  for (const option of options) {
    const read = withTexts(option, value);
    if (safeParse(option, read).success) return read;
  }
  return value;
}

function holdsNumber(value: unknown): boolean {
  if (isId(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNumber);
}

function isId(value: unknown): value is number | bigint {
  return (
    (typeof value === 'bigint' && value >= 0n) ||
    (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
  );
}

/** Numbers that were read exactly only because they might have been ids. */
function exact(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(exact);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, exact(item)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
