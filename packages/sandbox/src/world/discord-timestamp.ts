/** "2026-11-22T09:00:00.000000+00:00": how Discord writes an instant. */
export function discordTimestamp(instant: Date): string {
  return instant.toISOString().replace('Z', '000+00:00');
}
