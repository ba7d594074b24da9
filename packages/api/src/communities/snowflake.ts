/** True for an id as Discord makes them: an unsigned 64-bit number, 17 digits at least since Discord exists. */
export function isSnowflake(id: string): boolean {
  return /^[1-9]\d{16,19}$/.test(id) && BigInt(id) < 1n << 64n;
}
