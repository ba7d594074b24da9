/** Starts everything with one command: the API, the sandbox (unless a real Discord is configured) and the bot. */
import { mkdirSync } from 'node:fs';
import { EnvironmentError } from '@communique/shared/environment';
import { openClockFile } from './start/clock-file.ts';
import { connectClock } from './start/connect-clock.ts';
import { openSecrets } from './start/secrets.ts';
import { readStartSettings, type StartSettings } from './start/settings.ts';
import { PROGRAM_NAMES, programEnvironments } from './start/program-environments.ts';
import { ProgramStoppedError, startProgram, type Program } from './start/program.ts';
import { welcome } from './start/welcome.ts';

async function main(): Promise<void> {
  const settings = readStartSettings(process.env);
  mkdirSync(settings.dataDirectory, { recursive: true });
  const programs = startPrograms(settings);
  const interrupted = interruption();
  try {
    const ready = await Promise.race([Promise.all(programs.map((program) => program.ready)), interrupted]);
    if (ready === undefined) return;
    console.log(welcome(settings, Object.fromEntries(ready.map(({ name, url }) => [name, url]))));
    await Promise.race([...programs.map((program) => program.stopped), interrupted]);
  } catch (error) {
    if (!(error instanceof ProgramStoppedError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  } finally {
    await stopPrograms(programs);
  }
}

function startPrograms(settings: StartSettings): Program[] {
  const clockFile = openClockFile(settings);
  const environments = programEnvironments(settings, openSecrets(settings.dataDirectory), clockFile.offset());
  const names = PROGRAM_NAMES.filter((name) => name !== 'sandbox' || settings.discordToken === undefined);
  const programs = names.map((name) =>
    startProgram({ name, environment: environments[name], logDirectory: `${settings.dataDirectory}/logs` }),
  );
  connectClock(programs, clockFile);
  return programs;
}

/** Ctrl-C or a polite kill; a second one is not caught and ends the process at once. */
async function interruption(): Promise<undefined> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(undefined));
    process.once('SIGTERM', () => resolve(undefined));
  });
}

/** The bot first: what it is posting can still be recorded. */
async function stopPrograms(programs: readonly Program[]): Promise<void> {
  for (const program of programs.toReversed()) await program.stop();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
