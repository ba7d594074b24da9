/** The sandbox in a process of its own, as `main.ts` starts it, whose people talk on demand. */
import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { createSandbox } from '@communique/sandbox/sandbox';
import { createStateFile } from '@communique/sandbox/world/state-file';

const file = process.env['STATE'];
const load = file === undefined ? undefined : createStateFile(file);
const sandbox = await createSandbox({
  port: 0,
  botToken: 'bench',
  clock: createDevelopmentClock(),
  logger: createSilentLogger(),
  identifyWindowMs: 0,
  // The measured world is read from a file and not written back.
  ...(load !== undefined && { state: { load: () => load.load(), save: async () => {} } }),
});

process.on('message', ({ say }: { say: number }) => {
  const guilds = sandbox.people.guilds();
  for (let number = 0; number < say; number += 1) {
    const guild = guilds[number % guilds.length];
    const channel = guild?.channels[0];
    const [member] = channel?.visibleTo ?? [];
    if (channel === undefined || member === undefined) throw new Error('Nobody can talk here');
    const content = `Message ${number} says what a message of ordinary length says in a discussion.`;
    sandbox.people.say({ memberId: member, channelId: channel.id, content });
  }
  process.send?.({ rss: process.memoryUsage().rss });
});
const { user, system } = process.cpuUsage();
process.send?.({ url: sandbox.url, processorMilliseconds: (user + system) / 1_000 });
