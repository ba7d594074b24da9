import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EnvironmentError } from '@communique/shared/environment';

/** Makes the data folder and keeps it for this process until `release`: two starts would write over each other's data. */
export function claimDataFolder(path: string): { release(): void } {
  makeFolder(path);
  const lock = `${path}/running.pid`;
  if (!tryLock(lock)) {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (isAlive(owner)) {
      throw new EnvironmentError([
        `Communiqué already runs on ${path} (process ${owner}): stop it, or set DATA_DIR to another folder. If that process is something else, delete ${lock}`,
      ]);
    }
    // Its owner was killed.
    rmSync(lock);
    tryLock(lock);
  }
  return { release: () => rmSync(lock, { force: true }) };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const why =
      isCode(error, 'EEXIST') || isCode(error, 'ENOTDIR') ? 'is a file, not a folder' : 'cannot be made';
    throw new EnvironmentError([`DATA_DIR: ${path} ${why}: choose a folder that may be written to`]);
  }
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
