import { describe, expect, test } from 'vitest';
import { commands } from '@communique/bot/commands/index';
import { missingPermissions } from '@communique/bot/discord/permissions';
import { isSameList } from '@communique/bot/discord/register-commands';

const wanted = commands.map(({ data }) => data);

/** As Discord gives them back: in any order, with ids, versions and its defaults. */
function asStored(): object[] {
  return structuredClone(wanted)
    .map((data, index) => ({
      id: String(index),
      version: '7',
      nsfw: false,
      type: 1,
      dm_permission: null,
      ...data,
    }))
    .toReversed();
}

describe('the list of commands at Discord', () => {
  test('is the same with what Discord adds to it', () => {
    expect(isSameList(asStored(), wanted)).toBe(true);
  });

  test.each([
    ['a command too many', (stored: object[]) => [...stored, { name: 'old', description: 'x' }]],
    ['another description', ([first, ...rest]: object[]) => [{ ...first, description: 'changed' }, ...rest]],
    [
      'an option less',
      (stored: object[]) => stored.map((data) => ('options' in data ? { ...data, options: [] } : data)),
    ],
    ['a rule more', ([first, ...rest]: object[]) => [{ ...first, default_member_permissions: '0' }, ...rest]],
    ['something else altogether', () => 'nothing'],
  ])('is another with %s', (_, change) => {
    expect(isSameList(change(asStored()), wanted)).toBe(false);
  });
});

test('missing permissions go by the names moderators know', () => {
  expect(missingPermissions(0n)).toEqual(['View Channel', 'Send Messages', 'Read Message History']);
  expect(missingPermissions(null)).toEqual([]);
});
