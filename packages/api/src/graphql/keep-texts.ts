/**
 * Texts of objects that never change, each with its object: when that is forgotten, so is the text. All of them together are bounded; those
 * that were not asked for longest go first.
 */

/** One text per object. */
export interface KeptTexts {
  get(object: object): string | undefined;
  set(object: object, text: string): void;
}

export interface TextMemory {
  open(): KeptTexts;
}

// Most texts take a byte per character.
const MAX_CHARACTERS = 16_000_000;

export function createTextMemory(maxCharacters = MAX_CHARACTERS): TextMemory {
  let generation = 0;
  let characters = 0;
  /** What was not asked for during a whole generation is forgotten at its end. */
  const count = (text: string) => {
    characters += text.length;
    if (characters <= maxCharacters / 2) return;
    characters = 0;
    generation += 1;
  };
  return {
    open() {
      let own = generation;
      let recent = new WeakMap<object, string>();
      let earlier = new WeakMap<object, string>();
      const keepUp = () => {
        if (own === generation) return;
        earlier = generation === own + 1 ? recent : new WeakMap();
        recent = new WeakMap();
        own = generation;
      };
      const set = (object: object, text: string) => {
        recent.set(object, text);
        count(text);
      };
      return {
        get(object) {
          keepUp();
          const text = recent.get(object);
          if (text !== undefined) return text;
          const old = earlier.get(object);
          if (old !== undefined) set(object, old);
          return old;
        },
        set,
      };
    },
  };
}
