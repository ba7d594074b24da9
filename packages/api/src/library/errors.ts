/** The library's files do not fit together. Thrown when it is loaded; the message names the file. */
export class BrokenLibraryError extends Error {
  override name = 'BrokenLibraryError';
}
