import { UploadError, readUpload } from './read-upload.ts';
import type { SandboxUpload } from '../../people/protocol.ts';

/** The files chosen in a file field, read; or what is wrong with one of them. */
export async function readChosen(
  input: EventTarget | null,
  nextId: () => string,
): Promise<{ uploads: SandboxUpload[] } | { problem: string }> {
  const files = input instanceof HTMLInputElement ? [...(input.files ?? [])] : [];
  try {
    return { uploads: await Promise.all(files.map((file) => readUpload(file, nextId()))) };
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    return { problem: error.message };
  }
}

/** Ids of files, unique on this page: the values of attachment options and file fields point at them. */
export function createFileIds(): () => string {
  let last = 0;
  return () => String(++last);
}
