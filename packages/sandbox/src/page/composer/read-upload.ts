import type { SandboxUpload } from '../../people/protocol.ts';

// Discord's limit for a file of a member without a subscription
// (https://docs.discord.com/developers/reference#uploading-files).
const largestFile = 10 * 1024 * 1024;

export class UploadError extends Error {
  override name = 'UploadError';
}

/** Reads a file for the sandbox. Throws an `UploadError` with words for the person who chose it. */
export async function readUpload(file: File, id: string): Promise<SandboxUpload> {
  if (file.size > largestFile) throw new UploadError(`${file.name}: at most 10 MB, please.`);
  return {
    id,
    filename: file.name,
    contentType: file.type === '' ? 'application/octet-stream' : file.type,
    data: await readBase64(file),
  };
}

async function readBase64(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const address = typeof reader.result === 'string' ? reader.result : '';
    resolve(address.replace(/^[^,]*,/, ''));
  });
  reader.addEventListener('error', () => reject(new UploadError(`${file.name}: cannot be read.`)));
  reader.readAsDataURL(file);
  return promise;
}
