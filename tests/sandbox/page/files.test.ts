import { beginCommand, chooseFile, filesOf } from '@communique/sandbox/page/composer/composer-state';
import { readUpload } from '@communique/sandbox/page/composer/read-upload';
import {
  changeOverwrite,
  findOverwrite,
  readSetting,
} from '@communique/sandbox/page/settings/change-overwrite';
import { describeTarget, isSet, listTargets } from '@communique/sandbox/page/settings/list-targets';
import { ApplicationCommandOptionType, OverwriteType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';

const upload = { id: '7', filename: 'map.txt', contentType: 'text/plain', data: 'bm9ydGg=' };

test('a file that is too large is refused in words', async () => {
  const file = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'map.png');
  await expect(readUpload(file, '1')).rejects.toThrow('map.png: at most 10 MB, please.');
});

test('a file fills its option, and only the last one chosen is sent', () => {
  const entry = {
    commandId: '1',
    name: 'import',
    description: 'Read a file',
    path: [],
    options: [
      {
        type: ApplicationCommandOptionType.Attachment as const,
        name: 'file',
        description: 'Which',
        required: true,
      },
    ],
  };
  const chosen = chooseFile(beginCommand(entry), 0, upload);
  expect(chosen.draft?.options[0]?.chosen).toEqual({ name: 'map.txt', value: '7' });
  expect(chosen.position).toBe('TAIL');
  expect(filesOf(chosen)).toEqual([upload]);
  const replaced = chooseFile(chosen, 0, { ...upload, id: '8' });
  expect(filesOf(replaced).map(({ id }) => id)).toEqual(['8']);
});

test('a permission is allowed, denied or left to the role, each without touching the others', () => {
  const none = findOverwrite([], { id: '5', type: OverwriteType.Role });
  expect(none).toEqual({ id: '5', type: 0, allow: '0', deny: '0' });
  const denied = changeOverwrite({ ...none, allow: '1' }, 4n, 'DENY');
  expect(denied).toEqual({ ...none, allow: '1', deny: '4' });
  expect(readSetting(denied, 4n)).toBe('DENY');
  expect(changeOverwrite(denied, 4n, 'ALLOW')).toEqual({ ...none, allow: '5', deny: '0' });
  expect(readSetting(changeOverwrite(denied, 4n, 'INHERIT'), 4n)).toBe('INHERIT');
});

test('whoever a channel treats otherwise is counted: roles, members and the bot, each for themselves', () => {
  const member = { isModerator: false, roleIds: [], roleNames: [], locale: 'en-US' };
  const guild = {
    id: '1',
    name: 'Forum',
    channels: [],
    roles: [{ id: '2', name: 'Moderators', color: 0 }],
    members: [{ ...member, id: '3', name: 'Ada' }],
    hasBot: true,
    isOut: false,
  };
  const targets = listTargets(guild, { id: '9', name: 'Bot', online: true }, [
    { id: '2', type: OverwriteType.Role, allow: '5', deny: '2' },
    { id: '3', type: OverwriteType.Member, allow: '0', deny: '0' },
    { id: '9', type: OverwriteType.Member, allow: '0', deny: '2048' },
  ]);
  expect(targets.map((target) => [target.name, target.type, describeTarget(target)])).toEqual([
    ['@everyone', OverwriteType.Role, 'as on the server'],
    ['@Moderators', OverwriteType.Role, '2 allowed, 1 denied'],
    ['Ada', OverwriteType.Member, 'as on the server'],
    ['Bot', OverwriteType.Member, '1 denied'],
  ]);
  expect(targets.filter(isSet)).toHaveLength(2);
});
