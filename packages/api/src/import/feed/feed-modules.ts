/** What modules of a feed say of an item that the format itself has no words for: episodes and films often have no others. */

interface Described {
  title?: { value?: string };
  description?: { value?: string };
}

export interface WithModules {
  dc?: { titles?: string[]; descriptions?: string[] };
  itunes?: { title?: string; summary?: string; subtitle?: string };
  media?: Described & { groups?: Described[]; contents?: Described[] };
}

export function titleOfModules({ dc, itunes, media }: WithModules): string | undefined {
  return firstText([dc?.titles?.[0], itunes?.title, ...partsOf(media).map(({ title }) => title?.value)]);
}

export function textOfModules({ dc, itunes, media }: WithModules): string | undefined {
  const described = partsOf(media).map(({ description }) => description?.value);
  return firstText([dc?.descriptions?.[0], itunes?.summary, itunes?.subtitle, ...described]);
}

/** One film in several forms, and its parts. */
function partsOf(media: WithModules['media']): Described[] {
  return media === undefined ? [] : [media, ...(media.groups ?? []), ...(media.contents ?? [])];
}

export function firstText(texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text.trim() !== '');
}
