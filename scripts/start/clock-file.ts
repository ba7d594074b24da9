import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { EnvironmentError } from '@communique/shared/environment';
import type { StartSettings } from './settings.ts';

/** How far the development clock runs ahead, kept so that a restart does not go back in time. */
export interface ClockFile {
  offset(): number;
  /** Forward only. Throws, and changes nothing, when the disk does not take it. */
  setOffset(milliseconds: number): void;
}

export function openClockFile(settings: Pick<StartSettings, 'dataDirectory' | 'discordToken'>): ClockFile {
  const path = `${settings.dataDirectory}/development-clock.json`;
  let offset = readOffset(path);
  if (offset > 0 && settings.discordToken !== undefined) {
    throw new EnvironmentError([
      `the data in ${settings.dataDirectory} was made with a development clock that runs ahead, which the real Discord must not see: set DATA_DIR to a new folder`,
    ]);
  }
  return {
    offset: () => offset,
    setOffset(milliseconds) {
      const next = Math.max(offset, milliseconds);
      // A full disk must not leave half a file behind.
      writeFileSync(`${path}.new`, `${JSON.stringify({ offsetMilliseconds: next })}\n`);
      renameSync(`${path}.new`, path);
      offset = next;
    },
  };
}

function readOffset(path: string): number {
  if (!existsSync(path)) return 0;
  try {
    const { offsetMilliseconds }: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof offsetMilliseconds === 'number' && offsetMilliseconds >= 0) return offsetMilliseconds;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new EnvironmentError([
    `${path} is damaged: delete it to set the development clock back to the real time`,
  ]);
}
