import { MalformedDocumentError } from '../errors.ts';

export interface Mistake {
  /** In the file. */
  line: number;
  text: string;
}

const MAX_LISTED = 20;

/** All mistakes of a front matter as one error, so that nobody has to find them one import after the other. */
export function describeMistakes(path: string, mistakes: readonly Mistake[]): MalformedDocumentError {
  const sorted = mistakes.toSorted((one, other) => one.line - other.line);
  const [first, ...others] = sorted;
  const line = first?.line ?? 1;
  if (others.length === 0) {
    return new MalformedDocumentError(path, line, first?.text ?? 'the front matter is not as it should be');
  }
  const listed = sorted.slice(0, MAX_LISTED).map((mistake) => `  line ${mistake.line}: ${mistake.text}`);
  const more = sorted.length > MAX_LISTED ? [`  … and ${sorted.length - MAX_LISTED} more`] : [];
  return new MalformedDocumentError(
    path,
    line,
    [`the front matter has ${sorted.length} mistakes:`, ...listed, ...more].join('\n'),
  );
}
