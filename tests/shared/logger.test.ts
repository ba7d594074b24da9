import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createSilentLogger } from '@communique/shared/logger';

/** What a program that logs `fields` writes to its standard error. */
function logged(fields: Record<string, unknown>): string {
  const module = import.meta.resolve('@communique/shared/logger');
  const program = `
    const { createLogger } = await import(${JSON.stringify(module)});
    createLogger({ program: 'test' }).info(${JSON.stringify(fields)}, 'something happened');
  `;
  const { stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  return stderr;
}

test('writes one line of JSON with the program, the message and the fields', () => {
  const line: unknown = JSON.parse(logged({ channel: '123' }));
  expect(line).toMatchObject({ program: 'test', msg: 'something happened', channel: '123' });
});

test('removes secrets by their key, whatever they are in', () => {
  const output = logged({
    token: 'hush-1',
    settings: { token: 'hush-2', secret: 'hush-3' },
    authorization: 'hush-4',
    request: { authorization: 'hush-5', headers: { authorization: 'hush-6' } },
    headers: { authorization: 'hush-7' },
  });
  expect(output).not.toContain('hush');
});

test('a silent logger writes nothing', () => {
  expect(createSilentLogger().isLevelEnabled('fatal')).toBe(false);
});
