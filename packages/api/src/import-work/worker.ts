/** What the worker thread does, by name. Everything that takes documents apart is read here, and only when the first one comes. */
import { interpretUpload as interpret } from '../articles/interpret-upload.ts';
import { readFeedSource as readFeed } from '../feeds/read-feed-source.ts';
import { draftSource as draft } from '../import/drafting/draft-source.ts';
import { DocumentError } from '../import/errors.ts';
import type { ImportWork, Refused } from './import-work.ts';

type Task<Name extends keyof ImportWork> = Parameters<ImportWork[Name]>[0];

export function interpretUpload({ upload, now }: Task<'interpretUpload'>) {
  return interpret(upload, now);
}

export function draftSource({ source, now }: Task<'draftSource'>) {
  return orRefusal(() => draft(source, now));
}

export function readFeedSource({ source }: Task<'readFeedSource'>) {
  return orRefusal(() => readFeed(source));
}

/** Classes of errors do not pass between threads: a refusal is an answer. */
function orRefusal<Result>(work: () => Result): Result | Refused {
  try {
    return work();
  } catch (error) {
    if (error instanceof DocumentError) return { refusal: error.message };
    throw error;
  }
}
