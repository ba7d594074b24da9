import { join } from 'node:path';
import { expect, test } from 'vitest';
import { communiqueWith } from '../../support/communique-command.ts';
import { startFeedServer } from '../../support/feed-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test(
  'a feed is added, listed, looked at and removed from the command line',
  { timeout: 60_000 },
  async () => {
    const databaseUrl = `file:${join(temporaryFolder(), 'cli.db')}`;
    const server = await startFeedServer();
    server.show({ id: 'a' });
    const run = async (...args: string[]) =>
      communiqueWith({ databaseUrl, environment: { ALLOW_LOOPBACK_ADDRESSES: 'true' } }, 'feed', ...args);
    expect(await communiqueWith({ databaseUrl }, 'feed', 'add', server.url)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('private network'),
    });
    const added = await run('add', server.url);
    expect(added).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('What is in it today does not come in: 1 item.'),
    });
    const id = /\(([\da-f-]{36})\)/.exec(added.stdout)?.[1] ?? '';
    server.show({ id: 'a' }, { id: 'b' });
    expect((await run('check')).stdout).toBe(`${server.url}: 1 new in the inbox\n`);
    server.answer((_request, response) => void response.writeHead(500).end());
    expect(await run('check', id)).toMatchObject({ code: 1, stderr: expect.stringContaining('status 500') });
    expect((await run('list')).stdout).toMatch(new RegExp(`${id}.*Strait Weekly.*ACTIVE: .*status 500`));
    expect((await run('remove', id)).stdout).toBe(`Done: remove ${id}\n`);
    expect((await run('list')).stdout).toBe('No feed is followed.\n');
  },
);
