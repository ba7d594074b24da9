/** Questions and answers that a document's markup says are ones, whatever stands around them. */
import type { RootContent } from 'mdast';

declare module 'mdast' {
  interface Data {
    faq?: 'QUESTION' | 'ANSWER';
  }
}

export function isMarkedQuestion(node: RootContent): boolean {
  return node.data?.faq === 'QUESTION';
}

export function isMarkedAnswer(node: RootContent): boolean {
  return node.data?.faq === 'ANSWER';
}

export function isMarked(node: RootContent): boolean {
  return node.data?.faq !== undefined;
}

/** A heading within an answer heads no section of the article. */
export function markAnswer(node: RootContent): RootContent {
  const data = { ...node.data, faq: 'ANSWER' as const };
  if (node.type !== 'heading') return { ...node, data };
  const { children, position } = node;
  const strong: RootContent = {
    type: 'paragraph',
    children: [{ type: 'strong', children }],
    data,
  };
  return position === undefined ? strong : { ...strong, position };
}
