import { FIRST_WORLD } from '@communique/sandbox/world/first-world';

const { forum, bot, ada, jun } = FIRST_WORLD;
const WRONG = [null, '', -1.5, 1e300, 'x', true, [], {}, [null], '123456789012345678'];

export interface Variant {
  /** Where it differs from the valid body. */
  place: string;
  body: unknown;
}

/** Each field of a body, replaced by everything wrong and left out. */
export function* variantsOf(body: unknown, place = ''): Generator<Variant> {
  for (const wrong of WRONG) yield { place: `${place} = ${JSON.stringify(wrong)}`, body: wrong };
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    for (const inner of variantsOf(value, `${place}.${name}`)) {
      const copy: object = structuredClone(body);
      Reflect.set(copy, name, inner.body);
      yield { place: inner.place, body: copy };
    }
    const { [name]: _left, ...rest } = body as Record<string, unknown>;
    if (!Array.isArray(body)) yield { place: `${place}.${name} left out`, body: rest };
  }
}

export type Said = Record<string, unknown>;

/** Whoever can send requests of the bot. */
interface Sender {
  send(method: string, path: string, body: unknown): Promise<{ said: Said }>;
}

/** What the parameters of a route stand for: things that exist, so that the handler is reached. */
export async function fillIn(bench: Sender, path: string, body: unknown): Promise<string> {
  const make = async (at: string, draft: unknown): Promise<Said> =>
    (await bench.send('POST', at, draft)).said;
  const isForum = JSON.stringify(body).includes('tags');
  const channelId = isForum
    ? String((await make(`/guilds/${forum.id}/channels`, { name: 'posts', type: 15 }))['id'])
    : forum.general;
  const webhook = await make(`/channels/${forum.general}/webhooks`, { name: 'News' });
  const own = `/webhooks/${String(webhook['id'])}/${String(webhook['token'])}`;
  const message = path.startsWith('/webhooks')
    ? await make(`${own}?wait=true`, { content: 'x' })
    : await make(`/channels/${forum.general}/messages`, { content: 'x' });
  const scope = path.includes('{guild_id}/commands') ? `/guilds/${forum.id}` : '';
  const command = path.includes('{command_id}')
    ? await make(`/applications/${bot}${scope}/commands`, { name: 'y', description: 'x' })
    : {};
  const role = path.includes('{role_id}') ? await make(`/guilds/${forum.id}/roles`, { name: 'x' }) : {};
  const values: Record<string, unknown> = {
    application_id: bot,
    channel_id: channelId,
    command_id: command['id'],
    guild_id: forum.id,
    message_id: message['id'],
    overwrite_id: ada,
    role_id: role['id'],
    user_id: jun,
    webhook_id: webhook['id'],
    webhook_token: webhook['token'],
  };
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name]));
}
