/** The work of an import in this very thread: for the command line, which has nobody else to serve. */
import type { ImportWork } from './import-work.ts';
import { draftSource, interpretUpload, readFeedSource } from './worker.ts';

export const workInPlace: ImportWork = {
  interpretUpload: async (task) => interpretUpload(task),
  draftSource: async (task) => draftSource(task),
  readFeedSource: async (task) => readFeedSource(task),
};
