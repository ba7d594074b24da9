import { createHash } from 'node:crypto';
import type { BriefingDocument } from '../briefings/document.ts';
import { documentText } from '../briefings/plain-text.ts';

/** Of what an article says: the same for a page, the page with other advertisements, and its text in a file. */
export function hashDraft(
  document: BriefingDocument,
  faq: readonly { question: string; answer: string }[],
): string {
  const said = [documentText(document), ...faq.flatMap(({ question, answer }) => [question, answer])];
  const words = said.join(' ').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return createHash('sha256').update(words).digest('hex');
}
