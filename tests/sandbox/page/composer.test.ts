import type { CommandEntry } from '@communique/sandbox/page/commands/list-entries';
import {
  beginCommand,
  emptyComposer,
  eraseBackwards,
  takeSuggestion,
  typeOption,
  typeText,
} from '@communique/sandbox/page/composer/composer-state';
import { currentSuggestions } from '@communique/sandbox/page/composer/list-suggestions';
import { nothingPickable } from '@communique/sandbox/page/commands/suggest-values';
import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';

const pickable = nothingPickable;
const remote = { state: 'READY' as const, choices: [] };
const read: CommandEntry = {
  commandId: '1',
  name: 'briefing read',
  description: 'Read one',
  path: [],
  options: [
    { type: OptionType.String, name: 'slug', description: 'Which', required: true },
    { type: OptionType.Boolean, name: 'private', description: 'Only for you' },
  ],
};

test('a full command name and a space begin the command', () => {
  expect(typeText('/briefing read ', [read]).draft?.entry.name).toBe('briefing read');
  expect(typeText('/briefing read', [read]).draft).toBeNull();
});

test('a slash with nothing that matches says so', () => {
  const suggestions = currentSuggestions(typeText('/zzz', [read]), [read], pickable, remote);
  expect(suggestions).toMatchObject({ items: [], remark: 'No command matches /zzz' });
});

test('plain text has no list', () => {
  expect(currentSuggestions(typeText('hello', [read]), [read], pickable, remote)).toBeNull();
});

test('behind the last option the unused ones are offered, and Enter still sends', () => {
  const written = { ...beginCommand(read), position: 'TAIL' as const };
  const suggestions = currentSuggestions(written, [read], pickable, remote);
  expect(suggestions?.items.map(({ label }) => label)).toEqual(['private']);
  expect(suggestions?.isFirstMarked).toBe(false);
});

test('taking a value moves on to the next empty option, and at last behind them all', () => {
  const item = {
    kind: 'VALUE' as const,
    label: 'Talks',
    detail: '',
    choice: { name: 'Talks', value: 'talks' },
  };
  const taken = takeSuggestion(beginCommand(read), item);
  expect(taken.draft?.options[0]).toMatchObject({ text: 'Talks', chosen: { value: 'talks' } });
  expect(taken.position).toBe('TAIL');
});

test('typing over a chosen value makes it plain text again', () => {
  const item = {
    kind: 'VALUE' as const,
    label: 'Talks',
    detail: '',
    choice: { name: 'Talks', value: 'talks' },
  };
  const retyped = typeOption(takeSuggestion(beginCommand(read), item), 0, 'Talk');
  expect(retyped.draft?.options[0]).toMatchObject({ text: 'Talk', chosen: null });
});

test('Backspace takes an optional option away, goes back, and at last leaves the command', () => {
  const added = takeSuggestion(beginCommand(read), {
    kind: 'OPTION',
    name: 'private',
    label: 'private',
    detail: '',
  });
  expect(added.position).toBe(1);
  const without = eraseBackwards(added);
  expect(without.draft?.options).toHaveLength(1);
  const inside = eraseBackwards(without);
  expect(inside.position).toBe(0);
  expect(eraseBackwards(inside)).toEqual({ ...emptyComposer, text: '/' });
});
