import type { Fault } from '@communique/sandbox/rest/faults';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withSandbox } from '../support/sandbox.ts';

/** What the sandbox thinks of its own answer to one request that this happens to. */
async function judge(fault: Fault): Promise<string[]> {
  let problems: string[] = [];
  const judged = withSandbox(async (sandbox) => {
    sandbox.faults.add(fault);
    await fetch(`${sandbox.apiUrl}/v10/channels/${FIRST_WORLD.forum.general}`, {
      headers: { authorization: `Bot ${BOT_TOKEN}` },
    });
    problems = sandbox.violations().flatMap((violation) => violation.problems);
  });
  // The helper fails a test in which the sandbox itself was wrong.
  await judged.catch((error: unknown) => expect(String(error)).toContain("broke Discord's types"));
  return problems;
}

describe('the body of a refusal is held against the specification, too', () => {
  test.each<[string, Fault, string[]]>([
    ['a body that is no error', { status: 400, body: { oops: true } }, ['code', 'message']],
    ['a code that is a word', { status: 403, body: { code: 'x', message: 'x' } }, ['code']],
    [
      'a rate limit without a wait',
      { status: 429, body: { code: 0, message: 'x', global: false } },
      ['retry_after'],
    ],
    [
      'mistakes without words',
      { status: 400, body: { code: 1, message: 'x', errors: { a: 1 } } },
      ['errors'],
    ],
    ['a failure', { status: 500 }, []],
    ['patience', { rateLimitSeconds: 3 }, []],
    [
      'a rate limit without a code, as documented',
      { status: 429, body: { message: 'x', retry_after: 600, global: false } },
      [],
    ],
    [
      'named codes of mistakes, as documented',
      {
        status: 400,
        body: { code: 1, message: 'x', errors: { a: { _errors: [{ code: 'X', message: 'x' }] } } },
      },
      [],
    ],
  ])('%s', async (_name, fault, places) => {
    const problems = await judge(fault);
    expect(problems).toHaveLength(places.length);
    for (const [index, place] of places.entries()) expect(problems[index]).toContain(place);
  });
});
