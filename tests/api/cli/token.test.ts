/** Tokens and editors, given by the command line and used over HTTP. */
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress } from '@communique/api/cli/progress';
import { createProgram } from '@communique/api/cli/program';
import { FORUM, withApi, type TestApi } from '../../support/api.ts';
import { tableCounts } from '../../support/records.ts';

const DRAFTS = '{ editorialBriefings(first: 1) { edges { cursor } } }';
const USER = '1336000000000000061';

function commandLine({ db, clock }: TestApi) {
  return async (...words: string[]): Promise<string> => {
    const lines: string[] = [];
    const context = {
      clock,
      input: Readable.from([]),
      web: () => ({ isAllowed: () => false }),
      note: (text: string) => void lines.push(text),
      print: (text: string) => void lines.push(text),
      complain: (text: string) => void lines.push(text),
      progress: createProgress({ write: (text: string) => void lines.push(text) }),
      withDatabase: <Result>(use: (database: typeof db) => Promise<Result>) => use(db),
    };
    const program = createProgram(context);
    for (const command of [
      program,
      ...program.commands,
      ...program.commands.flatMap(({ commands }) => commands),
    ])
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    await program.parseAsync(words, { from: 'user' });
    return lines.join('\n');
  };
}

async function codeOf(api: TestApi, asker: Parameters<TestApi['as']>[0]): Promise<string | undefined> {
  return (await api.as(asker)(DRAFTS)).errors[0]?.extensions?.code;
}

test('a token is shown once, kept as a hash, opens what its role may, and nothing once it is revoked', () =>
  withApi(async (api) => {
    const run = commandLine(api);
    const printed = await run('token', 'create', 'Vera', '--role', 'editor');
    const [, token = '', id = ''] = /^(cmq_[\w-]{43})\n[^]*Its id is ([\w-]+)\.$/.exec(printed) ?? [];
    expect(await codeOf(api, { token })).toBeUndefined();
    const stored = JSON.stringify(
      Object.keys(tableCounts(api)).map((name) => api.db.orm.all(`select * from ${name}`)),
    );
    expect(stored).not.toContain(token);
    expect(await run('token', 'list')).toContain(id);
    expect(await run('token', 'list')).not.toContain(token);
    await run('token', 'revoke', id);
    expect(await codeOf(api, { token })).toBe('UNAUTHENTICATED');
    expect(await run('token', 'list')).toContain('revoked');
    expect(await run('token', 'revoke', id)).toContain('Revoked');
  }));

test('a token expires', () =>
  withApi(async (api) => {
    const run = commandLine(api);
    const printed = await run('token', 'create', 'Vera', '--role', 'operator', '--expires', '1');
    const [token = ''] = printed.split('\n');
    api.clock.pass(24 * 60 * 60 * 1000 - 1);
    expect(await codeOf(api, { token })).toBeUndefined();
    api.clock.pass(1);
    expect(await codeOf(api, { token })).toBe('UNAUTHENTICATED');
  }));

test('a reader of one community sees its content, and edits nothing', () =>
  withApi(async (api) => {
    const run = commandLine(api);
    const [token = ''] = (
      await run('token', 'create', 'App', '--role', 'reader', '--community', FORUM)
    ).split('\n');
    expect(await codeOf(api, { token })).toBe('NOT_ALLOWED');
  }));

test.each([
  [['--role', 'bot', '--community', FORUM], 'Only readers and editors'],
  [['--role', 'editor', '--community', '1336000000000000099'], 'no community'],
  [['--role', 'king'], 'king'],
  [['--role', 'reader', '--expires', 'soon'], 'whole days'],
  [[], 'required option'],
])('a wish that cannot be is refused: %j', (options, message) =>
  withApi(async (api) => {
    const before = tableCounts(api);
    await expect(commandLine(api)('token', 'create', 'x', ...options)).rejects.toThrow(message);
    expect(tableCounts(api)).toEqual(before);
  }),
);

test('an editor from Discord edits the library until they are removed', () =>
  withApi(async (api) => {
    const run = commandLine(api);
    const member = { userId: USER, guildId: FORUM };
    expect(await codeOf(api, member)).toBe('NOT_ALLOWED');
    await run('editor', 'add', USER, '--name', 'Ada');
    expect(await codeOf(api, member)).toBeUndefined();
    expect(await run('editor', 'list')).toBe(`${USER}  Ada`);
    await run('editor', 'remove', USER);
    expect(await codeOf(api, member)).toBe('NOT_ALLOWED');
    await expect(run('editor', 'remove', USER)).rejects.toThrow('no editor');
    await expect(run('editor', 'add', 'ada', '--name', 'Ada')).rejects.toThrow('Discord user id');
  }));

test('the command line rebuilds', () =>
  withApi(async (api) => {
    expect(await commandLine(api)('rebuild')).toBe('Rebuilt what is found of 0 briefings and 0 FAQ entries.');
  }));
