/** The work of an import in a thread of its own, bounded in time and memory: the server answers others meanwhile, and outlives it. */
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { UnfinishedDocumentError } from '../import/errors.ts';
import type { ImportWork } from './import-work.ts';

export interface ImportWorker extends ImportWork {
  /** Ends the thread; what it was asked for and has not answered is rejected. */
  close: () => Promise<void>;
}

export interface ImportWorkerOptions {
  /** For one document, its wait for others included. */
  timeoutMs?: number;
  memoryMb?: number;
  /** The file with what the thread does. */
  filename?: string;
}

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
const TIMEOUT_MS = 60_000;
/** Twice what the largest article takes that a briefing can hold. */
const MEMORY_MB = 512;
/** Then the thread gives its memory back; the next one is there within a second. */
const IDLE_MS = 30_000;

export function createImportWorker({
  timeoutMs = TIMEOUT_MS,
  memoryMb = MEMORY_MB,
  filename = WORKER,
}: ImportWorkerOptions = {}): ImportWorker {
  let pool: Promise<Piscina> | null = null;
  let isClosed = false;

  async function run<Name extends keyof ImportWork>(
    name: Name,
    path: string,
    task: Parameters<ImportWork[Name]>[0],
  ): Promise<Awaited<ReturnType<ImportWork[Name]>>> {
    if (isClosed) throw new UnfinishedDocumentError(path, STOPPING);
    pool ??= startPool(filename, memoryMb);
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await (await pool).run(task, { name, signal });
    } catch (error) {
      const reason = isClosed ? STOPPING : reasonOf(error, signal, timeoutMs);
      throw reason === null ? error : new UnfinishedDocumentError(path, reason, { cause: error });
    }
  }

  return {
    interpretUpload: async (task) => run('interpretUpload', task.upload.name, task),
    draftSource: async (task) => run('draftSource', task.source.path, task),
    readFeedSource: async (task) => run('readFeedSource', task.source.path, task),
    async close() {
      isClosed = true;
      await (await pool)?.destroy();
    },
  };
}

async function startPool(filename: string, memoryMb: number): Promise<Piscina> {
  // Read when the first document comes, like everything that takes documents apart.
  const { Piscina } = await import('piscina');
  return new Piscina({
    filename,
    minThreads: 0,
    // A second document waits: one core is for those who read.
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    niceIncrement: 10,
  });
}

const STOPPING = 'the server is being stopped. Send it again in a moment.';

/** Null: it is none of these, but a mistake of ours. */
function reasonOf(error: unknown, { aborted }: AbortSignal, timeoutMs: number): string | null {
  if (aborted) {
    return `it was not read within ${timeoutMs / 1_000} seconds. Import the part of it that matters, or try again when fewer others import.`;
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return null;
  return 'reading it takes more memory than an import may have. Import the part of it that matters.';
}
