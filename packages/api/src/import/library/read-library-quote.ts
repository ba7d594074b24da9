import type { Blockquote } from 'mdast';
import { readCitations } from '../drafting/read-citations.ts';
import { MalformedDocumentError } from '../errors.ts';
import { plain } from './library-block.ts';
import type { LibraryBlock, LibraryFile } from './library-block.ts';
import { quoteLines } from './quote-lines.ts';
import { lineOf, textOf } from '../text/tree-text.ts';

// "— Anna Berg, mayor {claim=mayor-tides} [1][2]"
const QUOTE_MARK = /\s*\{claim=([^{}\s]+)\}$/;

/** Words may stand above its mark for people who read the file; then they are the claim's. */
export function readQuote(node: Blockquote, { path, claims }: LibraryFile): LibraryBlock {
  const lines = node.children.map((child) => textOf(child).replace(/\s+/g, ' ').trim());
  const { text: last, citations } = readCitations(lines.at(-1) ?? '', lines.pop() ?? '');
  const claimId = QUOTE_MARK.exec(last)?.[1];
  if (claimId === undefined) {
    throw new MalformedDocumentError(
      path,
      lineOf(node),
      'a quote block ends with "{claim=id}": put the words into a claim of the front matter',
    );
  }
  const written = [...lines, last.replace(QUOTE_MARK, '')].filter((line) => line !== '');
  const claim = claims.get(claimId);
  if (claim !== undefined && written.length > 0 && written.join('\n') !== quoteLines(claim).join('\n')) {
    throw new MalformedDocumentError(
      path,
      lineOf(node),
      `the words above "{claim=${claimId}}" are not those of the claim: change the claim in the front matter, and leave only its mark here`,
    );
  }
  return { ...plain(citations), type: 'QUOTE', claimId };
}
