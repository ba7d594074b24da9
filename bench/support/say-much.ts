import { Agent, request } from 'node:http';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import type { StateResponse } from '@communique/sandbox/people/protocol';

const AT_ONCE = 16;

/** People of all servers write so many messages, in every server's first channel in turn. */
export async function sayMuch(url: string, count: number): Promise<void> {
  const state = (await (await fetch(`${url}/sandbox/state`)).json()) as StateResponse;
  const channels = state.guilds.flatMap((guild) => guild.channels.slice(0, 1));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let next = 0;
  async function talk(): Promise<void> {
    while (next < count) {
      const number = (next += 1);
      const channel = channels[number % channels.length];
      const body = {
        memberId: channel?.visibleTo[0] ?? FIRST_WORLD.noor,
        channelId: channel?.id,
        content: `Message ${number} says what a message of ordinary length says in a discussion.`,
      };
      await post(agent, `${url}/sandbox/messages`, body);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, talk));
  agent.destroy();
}

async function post(agent: Agent, url: string, body: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    asked.on('error', reject).on('response', (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`The sandbox answered ${answer.statusCode}`));
      });
    });
    asked.end(JSON.stringify(body));
  });
}
