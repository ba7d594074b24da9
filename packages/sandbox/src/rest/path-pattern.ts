/** Whether a path is what a pattern says, in which `*` stands for anything. Takes no longer than the path is long. */
export function fitsPattern(pattern: string, path: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return path === pattern;
  if (!path.startsWith(start) || !path.endsWith(end)) return false;
  const last = path.length - end.length;
  let place = start.length;
  for (const part of rest) {
    const found = path.indexOf(part, place);
    if (found === -1) return false;
    place = found + part.length;
  }
  return place <= last;
}
