import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { createSandbox, type Sandbox, type SandboxOptions } from '@communique/sandbox/sandbox';
import { Client, Events, GatewayIntentBits, type ClientOptions } from 'discord.js';

/** What bots of tests identify with. */
export const BOT_TOKEN = 'test-token';

/** What a test makes a bot do wrong on purpose. */
export interface ExpectedFaults {
  /** The rules broken by the bot's requests, each once; `ANY` for tests of nonsense. */
  violations?: readonly string[] | 'ANY';
  /** `ANY` for tests of nonsense. */
  unhandledRoutes?: readonly string[] | 'ANY';
}

/** Starts a sandbox on a free port and closes it whatever happens; fails when the bot did anything wrong that was not expected. */
export async function withSandbox<Result>(
  act: (sandbox: Sandbox) => Promise<Result>,
  { expected = {}, ...options }: Partial<SandboxOptions> & { expected?: ExpectedFaults } = {},
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
    checkJudgements(sandbox, expected);
    return result;
  } finally {
    await sandbox.close();
  }
}

function checkJudgements(sandbox: Sandbox, expected: ExpectedFaults): void {
  const { violations = [], unhandledRoutes = [] } = expected;
  // Whatever a test makes the bot say: the sandbox itself never says what Discord would not.
  const own = sandbox.violations().filter(({ direction }) => direction === 'response');
  if (own.length > 0) throw new Error(`The sandbox broke Discord's types: ${JSON.stringify(own, null, 1)}`);
  const said = sandbox.violations();
  if (violations !== 'ANY') {
    const rules = [...new Set(said.map(({ rule }) => rule))];
    assertSame(rules, violations, `violations of the bot, which said ${JSON.stringify(said, null, 1)}`);
  }
  if (unhandledRoutes !== 'ANY') assertSame(sandbox.unhandledRoutes(), unhandledRoutes, 'unhandled routes');
}

function assertSame(found: readonly string[], expected: readonly string[], what: string): void {
  const [one, other] = [found, expected].map((names) => names.toSorted().join(', '));
  if (one !== other) throw new Error(`Expected as ${what}: [${other}], found: [${one}]`);
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
