import { problem } from '../validation/problem.ts';
import { InvalidFormError } from './discord-error.ts';

/** Permissions as everybody sends them: a whole number of 63 bits, mostly as text. */
export function readBits(
  value: string | number,
  path: readonly (string | number)[] = ['permissions'],
): bigint {
  const text = String(value);
  if (/^\d{1,19}$/.test(text) && BigInt(text) < 2n ** 63n) return BigInt(text);
  throw new InvalidFormError([
    {
      rule: 'permission-bits',
      source: 'https://docs.discord.com/developers/topics/permissions',
      status: 400,
      problems: [problem([...path], 'NUMBER_TYPE_COERCE', `Value "${text}" is not int.`)],
    },
  ]);
}
