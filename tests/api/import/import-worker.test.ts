/** Documents are taken apart in a thread of their own, which may run out of time or memory; the program around it goes on. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import {
  createImportWorker,
  type ImportWorkerOptions,
} from '@communique/api/import-work/create-import-worker';
import { workInPlace } from '@communique/api/import-work/work-in-place';

const NOW = new Date('2025-02-18T08:00:00Z');

function startWorker(options?: ImportWorkerOptions) {
  const worker = createImportWorker(options);
  onTestFinished(worker.close);
  return worker;
}

function sourceOf(text: string, fileName = 'quay.md') {
  const content = { bytes: Buffer.from(text), charset: null };
  return { source: { path: fileName, fileName, content }, now: NOW };
}

const SHORT = '# The quay\n\nIt stands. It will stand.\n\n## Background\n\nIt was built in May.\n';
const paragraph = (index: number) =>
  `Paragraph ${index} of the harbour. The minister said that “the quay would be raised by ${index} metres”, according to Reuters.`;
const BOOK = `# The book\n\n${Array.from({ length: 8_000 }, (_each, index) => paragraph(index)).join('\n\n')}\n`;

test('a thread drafts what this one would', { timeout: 60_000 }, async () => {
  const worker = startWorker();
  expect(await worker.draftSource(sourceOf(SHORT))).toEqual(await workInPlace.draftSource(sourceOf(SHORT)));
  expect(await worker.draftSource(sourceOf('\u0000\u0001'))).toMatchObject({
    refusal: expect.stringContaining('not text'),
  });
  const upload = { name: 'quay.md', mediaType: 'text/markdown', charset: null, bytes: Buffer.from(SHORT) };
  expect(await worker.interpretUpload({ upload, now: NOW })).toEqual(
    await workInPlace.interpretUpload({ upload, now: NOW }),
  );
});

test('this thread goes on with its own work meanwhile', { timeout: 60_000 }, async () => {
  const worker = startWorker();
  await worker.draftSource(sourceOf(SHORT));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  await worker.draftSource(sourceOf(BOOK));
  const took = performance.now() - start;
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(took / 2);
});

const FAULTY = fileURLToPath(new URL('../../fixtures/workers/faulty-worker.ts', import.meta.url));

test('what takes too long is given up, and the next one is done', { timeout: 60_000 }, async () => {
  const worker = startWorker({ filename: FAULTY, timeoutMs: 3_000 });
  await expect(worker.draftSource(sourceOf('', 'endless'))).rejects.toThrow(
    'endless: it was not read within 3 seconds',
  );
  expect(await worker.draftSource(sourceOf('', 'short'))).toEqual({ refusal: 'short was read' });
});

test('what takes too much memory ends its thread only', { timeout: 60_000 }, async () => {
  const worker = startWorker({ filename: FAULTY, memoryMb: 32 });
  await expect(worker.draftSource(sourceOf('', 'hungry'))).rejects.toThrow(
    'hungry: reading it takes more memory',
  );
  expect(await worker.draftSource(sourceOf('', 'short'))).toEqual({ refusal: 'short was read' });
});

test('a worker that is closed says so', async () => {
  const worker = startWorker();
  const late = expect(worker.draftSource(sourceOf(BOOK))).rejects.toThrow('the server is being stopped');
  await worker.close();
  await late;
  await expect(worker.draftSource(sourceOf(SHORT))).rejects.toThrow('the server is being stopped');
});
