import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** An answer without its Markdown: what is searched and quoted in results. One line per block. */
export function answerText(markdown: string): string {
  return parser
    .parse(markdown)
    .children.map((block) => toString(block).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
