import type { RootContent } from 'mdast';
import { withCaptions } from '../html/table-captions.ts';
import { toMarkdown } from '../markdown/to-markdown.ts';

/** An answer as an editor reads and changes it: addresses in it are written as they are. */
export function answerMarkdown(nodes: readonly RootContent[]): string {
  const markdown = toMarkdown(withCaptions(nodes));
  // In code a backslash is a backslash.
  return markdown.includes('`') ? markdown : bareAddresses(markdown);
}

// GitHub's dialect escapes what it would read as a link. Only an address without any other escape may become one.
const URL = /(?<![^\s(])(https?)\\:(\/\/(?:www\\\.)?[^\s\\]+)(?!\S)/g;
const HOST = /(?<![^\s(])(www)\\(\.[^\s\\]+)(?!\S)/g;
const MAIL = /(?<![^\s(])([\w.+-]{1,64})\\(@[\w.-]+)(?!\S)/g;

function bareAddresses(markdown: string): string {
  return markdown
    .replace(URL, (_, scheme: string, rest: string) => `${scheme}:${rest.replace('\\.', '.')}`)
    .replace(HOST, '$1$2')
    .replace(MAIL, '$1$2');
}
