/** Where the last piece with this id stands: ["sections", "0", "blocks", "2"]; null: nothing has this id. Of two with one id, the second is too many. */
export function placeOfPiece(document: unknown, id: unknown): string[] | null {
  if (typeof document !== 'object' || document === null) return null;
  const places = Object.entries(document).flatMap(([name, part]: [string, unknown]) => {
    const inside = placeOfPiece(part, id);
    return inside === null ? [] : [[name, ...inside]];
  });
  return places.at(-1) ?? ('id' in document && document.id === id ? [] : null);
}
