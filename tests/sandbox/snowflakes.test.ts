import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { aForm, createRestBench } from '../support/rest-bench.ts';

const { forum, ada } = FIRST_WORLD;
const MESSAGES = `/channels/${forum.general}/messages`;

describe('an id that is sent as a number', () => {
  test("is that of a file, as in Discord's own example", async () => {
    const bench = createRestBench();
    const form = aForm(
      { content: 'x', attachments: [{ id: 0, description: 'A cat', filename: 'cat.txt' }, { id: 1 }] },
      { 0: 'one', 1: 'two' },
    );
    expect(await bench.send('POST', MESSAGES, form)).toMatchObject({
      status: 200,
      said: { attachments: [{ description: 'A cat', filename: 'cat.txt', size: 3 }, { filename: '1.txt' }] },
    });
  });

  test('keeps all its digits, wherever an id stands', async () => {
    const bench = createRestBench();
    bench.grantOnly(8n);
    const raw = (method: string, path: string, json: string) =>
      bench.send(method, path, new Blob([json], { type: 'application/json' }));
    const { said: message } = await bench.send('POST', MESSAGES, { content: 'x' });
    const reply = `{ "content": "y", "message_reference": { "message_id": ${String(message['id'])} } }`;
    expect(await raw('POST', MESSAGES, reply)).toMatchObject({
      status: 200,
      said: { referenced_message: { id: message['id'] } },
    });
    expect(
      await raw('PATCH', `/guilds/${forum.id}/channels`, `[{ "id": ${forum.mods}, "position": 9 }]`),
    ).toEqual({ status: 204, said: {} });
    expect(await raw('POST', '/users/@me/channels', `{ "recipient_id": ${ada} }`)).toMatchObject({
      status: 200,
      said: { recipients: [{ id: ada }] },
    });
  });

  test('is no text, no permission and no number of something else', async () => {
    const bench = createRestBench();
    expect(await bench.send('POST', MESSAGES, { content: 5 })).toMatchObject({
      status: 400,
      said: { errors: { content: { _errors: [{ message: 'Expected string.' }] } } },
    });
    const attachments = [{ id: -1 }];
    expect(await bench.send('POST', MESSAGES, { content: 'x', attachments })).toMatchObject({ status: 400 });
    const half = [{ id: 0.5 }];
    expect(await bench.send('POST', MESSAGES, { content: 'x', attachments: half })).toMatchObject({
      status: 400,
    });
    // The number of a component is none: it stays the number that it is.
    const components = [
      { type: 1, id: 7, components: [{ type: 2, style: 1, custom_id: 'a', label: 'x', id: 8 }] },
    ];
    expect(await bench.send('POST', MESSAGES, { components })).toMatchObject({
      status: 200,
      said: { components: [{ id: 7, components: [{ id: 8 }] }] },
    });
  });
});
