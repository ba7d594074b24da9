import { expect, test } from 'vitest';
import { createTextMemory } from '@communique/api/graphql/keep-texts';

test('each kind of text of an object is kept on its own', () => {
  const memory = createTextMemory();
  const [titles, bodies] = [memory.open(), memory.open()];
  const briefing = {};
  titles.set(briefing, 'title');
  expect(bodies.get(briefing)).toBeUndefined();
  bodies.set(briefing, 'body');
  expect([titles.get(briefing), bodies.get(briefing)]).toEqual(['title', 'body']);
});

test('when there is no more room, what was asked for lately stays and the rest is forgotten', () => {
  const memory = createTextMemory(100);
  const texts = memory.open();
  const [asked, unasked] = [{}, {}];
  texts.set(asked, 'x'.repeat(10));
  texts.set(unasked, 'x'.repeat(10));
  for (let round = 0; round < 20; round += 1) {
    texts.set({}, 'x'.repeat(10));
    expect(texts.get(asked)).toBeDefined();
  }
  expect(texts.get(unasked)).toBeUndefined();
});

test('what one kind keeps can drive out what another one keeps', () => {
  const memory = createTextMemory(100);
  const [first, second] = [memory.open(), memory.open()];
  const briefing = {};
  first.set(briefing, 'x'.repeat(10));
  for (let round = 0; round < 20; round += 1) second.set({}, 'x'.repeat(10));
  expect(first.get(briefing)).toBeUndefined();
});
