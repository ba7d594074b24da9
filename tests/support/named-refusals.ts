/** What every refusal of an input has: the path of the argument or field, and a message that names it. */
import { expect } from 'vitest';

export interface Refusal {
  message: string;
  path: readonly string[];
}

interface AnyError {
  message: string;
  extensions?: { code?: string; path?: readonly string[]; exceeded?: object };
}

/** A limit on the whole operation is about no argument of it. */
export function expectNamed(errors: readonly AnyError[]): number {
  const refused = errors.filter(({ extensions }) => extensions?.code === 'INVALID_INPUT');
  for (const { message, extensions } of refused) {
    if (extensions?.exceeded !== undefined && extensions.path === undefined) continue;
    expectNames({ message, path: extensions?.path ?? [] });
  }
  return refused.length;
}

export function expectNames({ message, path }: Refusal): void {
  const name = path.findLast((part) => !/^\d+$/.test(part));
  expect([message, name]).not.toEqual([message, undefined]);
  expect(message).toContain(name);
  // No more than a few words of whatever was sent.
  expect(message.length).toBeLessThan(600);
}
