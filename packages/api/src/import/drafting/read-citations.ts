/** "… as both sides said. [1][2]": the numbers of sources at the end of a block. */
export interface CitedText {
  text: string;
  citations: number[];
}

// Looked for from the end, one at a time: a pattern over all of them would be quadratic on hostile text.
const LAST_CITATION = /(?<!\\)\[(\d{1,3})\]$/;
const LONGEST_CITATION = '\\[500]'.length;

/**
 * Takes the citations off the end of `text`. `source` is the Markdown it was written as: there an escaped
 * "\[1]" is text and no citation.
 */
export function readCitations(text: string, source: string): CitedText {
  const citations: number[] = [];
  let rest = text.trimEnd();
  let sourceRest = source.trimEnd();
  for (;;) {
    const match = LAST_CITATION.exec(sourceRest.slice(-LONGEST_CITATION));
    if (match === null || !rest.endsWith(match[0])) return { text: rest, citations };
    citations.unshift(Number(match[1]));
    rest = rest.slice(0, -match[0].length).trimEnd();
    sourceRest = sourceRest.slice(0, -match[0].length).trimEnd();
  }
}

export function mergeCitations(...lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}
