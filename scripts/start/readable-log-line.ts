const WARNING = 40;

/** A program's log line as a person wants it on the terminal; undefined for what belongs into the file only. */
export function readableLogLine(line: string): string | undefined {
  const entry = parseEntry(line);
  if (entry === undefined) return line.trim() === '' ? undefined : line;
  if (typeof entry['level'] === 'number' && entry['level'] < WARNING) return undefined;
  return typeof entry['msg'] === 'string' ? entry['msg'] : line;
}

function parseEntry(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    // A line that only looks like JSON is a line of text.
    return undefined;
  }
}
