/** The codes an error and its causes carry ("ECONNREFUSED"), outermost first. */
export function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
  }
  return codes;
}
