import { expect, test } from 'vitest';
import { fitMessage, type FittedMessage } from '@communique/bot/messages/fit-message';
import type { Part } from '@communique/bot/messages/message';
import { messageProblems, textOf } from '../../support/discord-rules.ts';

function fit(parts: Part[]): FittedMessage {
  return fitMessage(parts, {
    accent: 0,
    more: ({ dropped, shortened }) => `+${dropped} more, ${shortened} shortened`,
  });
}

const long = (name: string, priority: number, shortForm?: string): Part => ({
  kind: 'text',
  text: `${name} ${'x'.repeat(1_500)}`,
  priority,
  ...(shortForm === undefined ? {} : { shortForm }),
});

test('what fits is shown as it is, and nothing is said to be missing', () => {
  const { body, omitted } = fit([
    { kind: 'text', text: 'one' },
    { kind: 'text', text: 'two', spaced: true },
  ]);
  expect(textOf(body)).toBe('one\n\ntwo');
  expect(omitted).toEqual({ dropped: 0, shortened: 0 });
});

test('the lowest priority is shortened first', () => {
  const { body, omitted } = fit([long('A', 5, 'A short'), long('B', 1), long('C', 1)]);
  expect(omitted).toEqual({ dropped: 0, shortened: 1 });
  expect(textOf(body)).toMatch(/^A short\nB x+\nC x+\n\+0 more, 1 shortened$/);
});

test('then it goes, the last part first, and the number of what went is said', () => {
  const { body } = fit([
    { kind: 'text', text: 'Title' },
    long('A', 2),
    long('B', 2),
    long('C', 2),
    long('D', 2),
  ]);
  expect(textOf(body)).toMatch(/^Title\nA x+\nB x+\n\+2 more, 0 shortened$/);
});

test('a higher priority stays, wherever it stands', () => {
  const { body } = fit([long('A', 5), long('B', 3), long('C', 1), long('D', 1)]);
  expect(textOf(body)).not.toContain('A x');
  expect(textOf(body)).not.toContain('B x');
  expect(textOf(body)).toContain('C x');
  expect(textOf(body)).toContain('D x');
});

test('what must stay is cut as a last resort', () => {
  const { body } = fit([{ kind: 'text', text: '漢'.repeat(9_000) }]);
  expect(messageProblems(body)).toEqual([]);
  expect(textOf(body)).toMatch(/…$/);
});

test('bytes count, not only characters', () => {
  const parts = Array.from({ length: 10 }, (_, index): Part => ({
    kind: 'text',
    text: '漢'.repeat(390),
    priority: 1 + (index % 5),
  }));
  const { body, omitted } = fit(parts);
  expect(messageProblems(body)).toEqual([]);
  expect(omitted.dropped).toBeGreaterThan(0);
});

test('a cut never ends in half an escape', () => {
  const { body } = fit([{ kind: 'text', text: '\\*'.repeat(4_000) }]);
  expect(textOf(body)).toMatch(/(?:\\\*)…$/);
});
