import type { Paragraph, PhrasingContent } from 'mdast';
import { mergeCitations, readCitations } from '../drafting/read-citations.ts';
import type { CitedText } from '../drafting/read-citations.ts';
import { MalformedDocumentError } from '../errors.ts';
import { paragraphOf } from '../markdown/cut-lines.ts';
import { plain } from './library-block.ts';
import type { LibraryBlock, LibraryFile } from './library-block.ts';
import { splitStrongLabel } from './split-strong-label.ts';
import { lineOf, originOf, textOf } from '../text/tree-text.ts';

export interface Turn extends CitedText {
  letter: 'Q' | 'A';
  speaker: string | null;
  line: number;
}

/** "**Q (Name):** text": half of an exchange. */
export function readTurn(paragraph: Paragraph, file: LibraryFile): Turn | null {
  const { label, body } = splitStrongLabel(paragraph);
  const match = label === null ? null : /^([QA])(?: \((.{1,200})\))?$/.exec(label);
  if (match === null) return null;
  const line = lineOf(paragraph);
  const parts = splitSpoken(body);
  // Of words that look like an address the parser forgets where they stand: the paragraph's end is theirs.
  const { start, end } = originOf(paragraph);
  const { text, citations } = readCitations(textOf(parts.pop() ?? body), file.text.slice(start, end));
  const cited = { text: [...parts.map(textOf), text].filter((part) => part !== '').join('\n\n'), citations };
  if (cited.text === '')
    throw new MalformedDocumentError(
      file.path,
      line,
      'this half of an exchange has no text: write it after the name',
    );
  return { letter: match[1] === 'Q' ? 'Q' : 'A', speaker: match[2] ?? null, line, ...cited };
}

/** Two line breaks in a row stand between two paragraphs of one turn. */
function splitSpoken({ children }: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  for (const [index, child] of children.entries()) {
    if (child.type !== 'break') parts.at(-1)?.push(child);
    else if (children[index + 1]?.type === 'break') parts.push([]);
    else if (children[index - 1]?.type !== 'break') parts.at(-1)?.push(child);
  }
  return parts.filter(({ length }) => length > 0).map(paragraphOf);
}

export function exchangeOf(question: Turn, answer: Turn): LibraryBlock {
  return {
    ...plain(mergeCitations(question.citations, answer.citations)),
    type: 'EXCHANGE',
    interviewer: question.speaker,
    guest: answer.speaker,
    question: question.text,
    answer: answer.text,
  };
}

export function misplacedTurn({ line }: Turn, { path }: LibraryFile): MalformedDocumentError {
  return new MalformedDocumentError(
    path,
    line,
    'an exchange is two paragraphs in a row, "**Q (Name):** …" and "**A (Name):** …": write both',
  );
}
