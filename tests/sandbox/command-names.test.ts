import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withSandbox } from '../support/sandbox.ts';

const { forum, bot } = FIRST_WORLD;
const ALL = `/applications/${bot}/commands`;
const OF_SERVER = `/applications/${bot}/guilds/${forum.id}/commands`;

async function put(commands: unknown[], path: string) {
  return withSandbox(async (sandbox) => {
    const url = `${sandbox.apiUrl}/v10${path}`;
    const authorization = { authorization: `Bot ${BOT_TOKEN}` };
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { ...authorization, 'content-type': 'application/json' },
      body: JSON.stringify(commands),
    });
    const after = await fetch(url, { headers: authorization });
    return {
      status: answer.status,
      body: (await answer.json()) as unknown,
      rules: sandbox.violations().map((violation) => violation.rule),
      kept: ((await after.json()) as unknown[]).length,
    };
  });
}

const command = (name: string, more: object = {}) => ({ name, description: 'x', ...more });

describe('commands that are replaced together', () => {
  test.each([ALL, OF_SERVER])('have names of their own (%s)', async (path) => {
    const said = await put([command('faq'), command('news'), command('faq')], path);
    expect(said).toMatchObject({
      status: 400,
      body: {
        code: 50_035,
        errors: { 2: { name: { _errors: [{ code: 'APPLICATION_COMMANDS_DUPLICATE_NAME' }] } } },
      },
      rules: ['command-names-unique'],
      kept: 0,
    });
  });

  test('may share a name when they are of different kinds', async () => {
    const said = await put([command('faq'), { name: 'faq', type: 2 }, { name: 'faq', type: 3 }], ALL);
    expect(said).toMatchObject({ status: 200, rules: [], kept: 3 });
  });

  test('have no option with two choices of one name', async () => {
    const choices = [
      { name: 'Monday', value: 'a' },
      { name: 'Monday', value: 'b' },
    ];
    const said = await put([command('faq', { options: [{ type: 3, ...command('day'), choices }] })], ALL);
    expect(said).toMatchObject({
      status: 400,
      body: {
        errors: {
          0: {
            options: {
              0: {
                choices: {
                  1: {
                    name: { _errors: [{ code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS' }] },
                  },
                },
              },
            },
          },
        },
      },
      rules: ['choice-names-unique'],
      kept: 0,
    });
  });
});
