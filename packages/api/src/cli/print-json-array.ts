export interface JsonArray {
  add(item: object): void;
  end(): void;
}

/** One JSON array, each element printed as soon as it is known: ten thousand of them need the memory of one. */
export function printJsonArray(print: (text: string) => void): JsonArray {
  let before: string | null = null;
  return {
    add(item) {
      print(before ?? '[');
      before = `${JSON.stringify(item, null, 2)},`;
    },
    end() {
      print(before === null ? '[]' : `${before.slice(0, -1)}\n]`);
    },
  };
}
