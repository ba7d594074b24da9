/** Discord's colour numbers as CSS writes them. */
export function cssColour(colour: number): string {
  return `#${(colour & 0xffffff).toString(16).padStart(6, '0')}`;
}
