import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { createSandbox, type Sandbox, type SandboxOptions } from '@communique/sandbox/sandbox';
import { Client, Events, GatewayIntentBits, type ClientOptions } from 'discord.js';

/** What bots of tests identify with. */
export const BOT_TOKEN = 'test-token';

/** Starts a sandbox on a free port and closes it whatever happens. */
export async function withSandbox<Result>(
  act: (sandbox: Sandbox) => Promise<Result>,
  options: Partial<SandboxOptions> = {},
): Promise<Result> {
  const sandbox = await createSandbox({
    port: 0,
    botToken: BOT_TOKEN,
    clock: createDevelopmentClock(),
    logger: createSilentLogger(),
    // Tests of these limits switch them on; all others would only wait.
    identifyWindowMs: 0,
    bucketSizes: {},
    ...options,
  });
  try {
    const result = await act(sandbox);
    // Whatever a test makes the bot say: the sandbox itself never says what Discord would not.
    const own = sandbox.violations().filter(({ direction }) => direction === 'response');
    if (own.length > 0) throw new Error(`The sandbox broke Discord's types: ${JSON.stringify(own, null, 1)}`);
    return result;
  } finally {
    await sandbox.close();
  }
}

/** An unmodified discord.js client, logged in and with all servers known. */
export async function withBot<Result>(
  sandbox: Sandbox,
  act: (bot: Client<true>) => Promise<Result>,
  options: Partial<ClientOptions> = {},
): Promise<Result> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...options,
    rest: { api: sandbox.apiUrl, ...options.rest },
  });
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(BOT_TOKEN);
    return await act(await ready);
  } finally {
    await client.destroy();
  }
}
