import { createHash } from 'node:crypto';
import type { BriefingDocument } from '../briefings/document.ts';
import { documentText } from '../briefings/plain-text.ts';
import type { DocumentFacts } from '../import/read-document.ts';

/** Of the text as it came. Items of feeds may have no text of their own: their title belongs to it. */
export function hashContent(text: string, facts: DocumentFacts | undefined): string {
  const title = typeof facts?.['title'] === 'string' ? `${facts['title']}\n` : '';
  return sha256(title + text);
}

/** Of what an article says: the same for a page, the page with other advertisements, and its text in a file. */
export function hashDraft(
  document: BriefingDocument,
  faq: readonly { question: string; aliases: readonly string[]; answer: string }[],
): string {
  const said = [
    documentText(document),
    ...faq.flatMap(({ question, aliases, answer }) => [question, ...aliases, answer]),
  ];
  return sha256(said.join(' ').normalize('NFC').replace(/\s+/gu, ' ').trim());
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
