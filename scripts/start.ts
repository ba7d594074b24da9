/** Starts everything with one command: the API, the sandbox (unless a real Discord is configured) and the bot. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { EnvironmentError } from '@communique/shared/environment';
import { openClockFile } from './start/clock-file.ts';
import { connectClock } from './start/connect-clock.ts';
import { claimDataFolder } from './start/data-folder.ts';
import { openSecrets } from './start/secrets.ts';
import { readStartSettings, type StartSettings } from './start/settings.ts';
import { programEnvironments, type ProgramName } from './start/program-environments.ts';
import { ProgramStoppedError, startProgram, type Program } from './start/program.ts';
import { welcome } from './start/welcome.ts';

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readStartSettings(process.env);
  const dataFolder = claimDataFolder(settings.dataDirectory);
  const programs: Program[] = [];
  const interrupted = interruption();
  try {
    await Promise.race([startPrograms(settings, programs, interrupted), once(interrupted, 'abort')]);
    if (interrupted.aborted) return;
    console.log(welcome(settings));
    await Promise.race([...programs.map((program) => program.stopped), once(interrupted, 'abort')]);
  } catch (error) {
    if (!(error instanceof ProgramStoppedError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  } finally {
    // The bot first: what it is posting can still be recorded.
    for (const program of programs.toReversed()) await program.stop();
    dataFolder.release();
  }
}

/** Adds each program to `started` as soon as it runs, so that whatever happens later can stop it. */
async function startPrograms(
  settings: StartSettings,
  started: Program[],
  interrupted: AbortSignal,
): Promise<void> {
  const clockFile = openClockFile(settings);
  const environments = programEnvironments(settings, openSecrets(settings.dataDirectory), clockFile.offset());
  const start = (name: ProgramName): Program => {
    const logDirectory = `${settings.dataDirectory}/logs`;
    const program = startProgram({ name, environment: environments[name], logDirectory });
    started.push(program);
    return program;
  };
  const api = start('api');
  const sandbox = settings.discordToken === undefined ? start('sandbox') : undefined;
  await Promise.all([api.ready, sandbox?.ready]);
  if (interrupted.aborted) return;
  const bot = start('bot');
  if (sandbox !== undefined) connectClock({ api, sandbox, bot }, clockFile);
  await bot.ready;
}

/** Ctrl-C or a polite kill; a second one is not caught and ends the process at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
