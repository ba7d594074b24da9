import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ApplicationCommandOptionType, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withSandbox } from '../support/sandbox.ts';

const { forum, bot } = FIRST_WORLD;
const MESSAGES = `/channels/${forum.general}/messages`;
const COMMANDS = `/applications/${bot}/commands`;

/** What Discord answers to a body, and which rules the sandbox saw broken. */
async function judge(
  body: unknown,
  path = MESSAGES,
): Promise<{ status: number; answer: unknown; rules: string[] }> {
  return withSandbox(
    async (sandbox) => {
      const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
        method: 'POST',
        headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const rules = sandbox.violations().map((violation) => violation.rule);
      return { status: response.status, answer: await response.json(), rules };
    },
    { expected: { violations: 'ANY' } },
  );
}

const text = (content: string) => ({ type: 10, content });
const v2 = (components: unknown[]) => ({ flags: MessageFlags.IsComponentsV2, components });
const button = (customId: string) => ({ type: 2, style: 1, label: 'x', custom_id: customId });
const row = (...components: unknown[]) => ({ type: 1, components });
const option = (name: string, more: object = {}) => ({
  type: ApplicationCommandOptionType.String,
  name,
  description: 'x',
  ...more,
});
const command = (more: object = {}) => ({ name: 'faq', description: 'x', ...more });

describe('a body that Discord would refuse', () => {
  test('is answered as Discord answers it and recorded as a violation', async () => {
    const { status, answer, rules } = await judge({ embeds: [{ title: 'x'.repeat(257) }] });
    expect(status).toBe(400);
    expect(answer).toEqual({
      message: 'Invalid Form Body',
      code: 50_035,
      errors: {
        embeds: {
          0: {
            title: {
              _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
            },
          },
        },
      },
    });
    expect(rules).toEqual(['specification']);
  });

  test('names the mistake inside a component, not the kinds it could have been', async () => {
    const { answer } = await judge({ components: [row({ ...button('a'), label: 'x'.repeat(81) })] });
    expect(answer).toMatchObject({
      errors: { components: { 0: { components: { 0: { label: { _errors: [{}] } } } } } },
    });
  });

  test.each<[string, unknown, number?]>([
    ['content-2000', { content: 'x'.repeat(2001) }],
    ['embeds-6000', { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }],
    ['components-v2-alone', { content: 'x', ...v2([text('x')]) }],
    ['components-v2-flag', { components: [text('x')] }],
    ['components-40', v2([{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }])],
    ['components-v2-text-4000', v2([text('x'.repeat(2001)), text('x'.repeat(2000))])],
    ['components-v2-bytes-10170', v2([text('漢'.repeat(3500))]), 500],
    ['custom-id-unique', { content: 'x', components: [row(button('a'), button('a'))] }],
    [
      'component-id-unique',
      { content: 'x', components: [row({ ...button('a'), id: 5 }, { ...button('b'), id: 5 })] },
    ],
    [
      'action-row-contents',
      {
        content: 'x',
        components: [row(button('a'), { type: 3, custom_id: 'b', options: [{ label: 'x', value: 'x' }] })],
      },
    ],
    ['button-fields', { content: 'x', components: [row({ type: 2, style: 5, label: 'x' })] }],
    ['button-fields', { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'a' })] }],
    [
      'button-fields',
      { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'ftp://example.org' })] },
    ],
    [
      'select-values',
      {
        content: 'x',
        components: [row({ type: 3, custom_id: 'a', max_values: 2, options: [{ label: 'x', value: 'x' }] })],
      },
    ],
    [
      'select-values',
      {
        content: 'x',
        components: [
          row({
            type: 3,
            custom_id: 'a',
            options: [
              { label: 'x', value: 'x' },
              { label: 'y', value: 'x' },
            ],
          }),
        ],
      },
    ],
    ['allowed-mentions-conflict', { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }],
    ['embed-field-texts', { embeds: [{ fields: [{ name: 'x', value: ' ' }] }] }],
    ['embed-url-scheme', { embeds: [{ title: 'x', url: 'ftp://example.org/' }] }],
    ['embed-url-scheme', { embeds: [{ title: 'x', author: { name: 'x', url: 'attachment://x.png' } }] }],
    ['embed-url-scheme', { embeds: [{ title: 'x', author: { name: 'x', icon_url: 'file:///x.png' } }] }],
    ['embed-url-scheme', { embeds: [{ title: 'x', footer: { text: 'x', icon_url: 'javascript:x' } }] }],
    ['embed-url-scheme', { embeds: [{ image: { url: 'data:image/png;base64,x' } }] }],
    ['embed-url-scheme', { embeds: [{ title: 'x', thumbnail: { url: 'ftp://example.org/x.png' } }] }],
    ['embed-url-scheme', { embeds: [{ title: 'x', video: { url: 'ftp://example.org/x' } }] }],
    [
      'component-media-scheme',
      v2([
        {
          type: 9,
          components: [text('x')],
          accessory: { type: 11, media: { url: 'ftp://example.org/x.png' } },
        },
      ]),
    ],
    [
      'component-media-scheme',
      v2([{ type: 17, components: [{ type: 12, items: [{ media: { url: 'discord://x' } }] }] }]),
    ],
    ['component-media-scheme', v2([{ type: 13, file: { url: 'https://example.org/x.pdf' } }])],
    [
      'poll-answer-55',
      { poll: { question: { text: 'x' }, answers: [{ poll_media: { text: 'x'.repeat(56) } }] } },
    ],
    [
      'select-values',
      {
        content: 'x',
        components: [
          row({
            type: 3,
            custom_id: 'a',
            options: ['x', 'y'].map((value) => ({ label: value, value, default: true })),
          }),
        ],
      },
    ],
    ['specification', { content: 'x', nonce: 'x'.repeat(26) }],
    ['specification', { content: 5 }],
    ['specification', 'true'],
  ])('breaks %s', async (rule, body, status = 400) => {
    const judged = await judge(body);
    expect(judged.status).toBe(status);
    expect(judged.rules).toContain(rule);
  });

  test.each<[string, unknown]>([
    ['command-name', command({ name: 'Two Words' })],
    ['command-name', command({ options: [option('Upper')] })],
    ['command-description', { name: 'faq' }],
    [
      'command-8000',
      command({
        options: Array.from({ length: 4 }, (_, index) =>
          option(`o${index}`, {
            choices: Array.from({ length: 25 }, (_choice, number) => ({
              name: `${number}`.padEnd(60, 'x'),
              value: `${number}`.padEnd(40, 'x'),
            })),
          }),
        ),
      }),
    ],
    ['options-required-first', command({ options: [option('a'), option('b', { required: true })] })],
    ['option-names-unique', command({ options: [option('a'), option('a')] })],
    ['subcommand-nesting', command({ options: [{ type: 1, name: 'a', description: 'x' }, option('b')] })],
    [
      'autocomplete-excludes-choices',
      command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
    ],
    ['localized-names', command({ name_localizations: { de: 'Zwei Worte' } })],
    ['localized-names', command({ options: [option('a', { name_localizations: { de: 'Groß' } })] })],
    ['known-locales', command({ name_localizations: { xx: 'a' } })],
    ['known-locales', command({ options: [option('a', { description_localizations: { 'de-AT': 'x' } })] })],
    ['context-menu-bare', { type: 2, name: 'Read', description: 'x' }],
    ['context-menu-bare', { type: 3, name: 'Read', options: [option('a')] }],
    [
      'choice-value-100',
      command({ options: [option('a', { choices: [{ name: 'x', value: 'x'.repeat(101) }] })] }),
    ],
    ['option-range', command({ options: [option('a', { min_length: 5, max_length: 4 })] })],
    ['option-range', command({ options: [option('a', { type: 4, min_value: 5, max_value: 4 })] })],
  ])('breaks %s', async (rule, body) => {
    const judged = await judge(body, COMMANDS);
    expect(judged.status).toBe(400);
    expect(judged.rules).toContain(rule);
  });
});

describe('a channel that Discord would refuse', () => {
  test.each<[string, object]>([
    ['topic-1024', { name: 'x', topic: 'x'.repeat(1_025) }],
    ['tag-name-20', { name: 'x', type: 15, available_tags: [{ name: 'x'.repeat(21) }] }],
  ])('breaks %s, when it is made and when it is changed', async (rule, body) => {
    await withSandbox(
      async (sandbox) => {
        sandbox.people.grant(forum.id, forum.botRole, 8n);
        const ask = async (method: string, path: string, sent: object): Promise<number> => {
          const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
            method,
            headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
            body: JSON.stringify(sent),
          });
          return response.status;
        };
        expect(await ask('POST', `/guilds/${forum.id}/channels`, body)).toBe(400);
        expect(await ask('PATCH', `/channels/${forum.general}`, { ...body, type: undefined })).toBe(400);
        expect(sandbox.violations().map((violation) => violation.rule)).toEqual([rule, rule]);
        expect(
          await ask('POST', `/guilds/${forum.id}/channels`, {
            name: 'x',
            type: 15,
            topic: 'x'.repeat(4_096),
          }),
        ).toBe(201);
      },
      { expected: { violations: [rule] } },
    );
  });
});

test('an embed that says nothing makes a message that says nothing', async () => {
  expect(await judge({ embeds: [{}] })).toMatchObject({ status: 400, answer: { code: 50_006 } });
});

describe('a request that Discord would refuse', () => {
  test('is told what is wrong with its JSON, type, token and route', async () => {
    await withSandbox(
      async (sandbox) => {
        const ask = async (path: string, init: RequestInit = {}) => {
          const headers = { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' };
          const response = await fetch(`${sandbox.apiUrl}${path}`, { headers, ...init });
          return { status: response.status, body: await response.json() };
        };
        expect(await ask(`/v10${MESSAGES}`, { method: 'POST', body: '{' })).toMatchObject({
          status: 400,
          body: { code: 50_109 },
        });
        const asText = { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'text/plain' };
        expect(await ask(`/v10${MESSAGES}`, { method: 'POST', body: '{}', headers: asText })).toMatchObject({
          status: 400,
          body: { code: 50_035 },
        });
        expect(await ask('/v10/users/@me', { headers: { authorization: 'Bot wrong' } })).toEqual({
          status: 401,
          body: { message: '401: Unauthorized', code: 0 },
        });
        expect(await ask('/users/@me')).toMatchObject({ status: 200 });
        expect(await ask('/v10/guilds/1191200000000000100/emojis')).toEqual({
          status: 404,
          body: { message: '404: Not Found', code: 0 },
        });
        expect(sandbox.unhandledRoutes()).toEqual(['GET /guilds/{id}/emojis']);
      },
      { expected: { violations: ['content-type', 'json'], unhandledRoutes: ['GET /guilds/{id}/emojis'] } },
    );
  });

  test('is refused with too many commands and changes none', async () => {
    const body = Array.from({ length: 101 }, (_, index) => command({ name: `c${index}` }));
    await withSandbox(async (sandbox) => {
      const response = await fetch(`${sandbox.apiUrl}/v10${COMMANDS}`, {
        method: 'PUT',
        headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(400);
      expect(sandbox.people.commands(forum.id)).toEqual([]);
    });
  });
});
