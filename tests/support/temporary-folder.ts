import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A folder of its own for the running test, removed when the test ends. A concurrent test passes the `onTestFinished` of its own
 * context: the global one belongs to whichever test started last.
 */
export function temporaryFolder(atEnd: (remove: () => void) => void = onTestFinished): string {
  const path = mkdtempSync(join(tmpdir(), 'communique-test-'));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
