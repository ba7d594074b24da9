import type { RootContent } from 'mdast';
import { blocksIn } from './blocks-in.ts';
import { comparableText } from '../text/comparable-text.ts';
import type { OutlineSection } from '../sections/extract-outline.ts';
import { isFaqHeading } from '../faq/faq-headings.ts';
import type { LeftOutReason } from './left-out-reasons.ts';
import { kindOfChrome, isContentsHeading, isMenuWord, isRelatedHeading } from '../page/page-chrome.ts';
import { isKicker } from '../page/kickers.ts';
import { splitSentences } from '../speech/split-sentences.ts';
import { textOf } from '../text/tree-text.ts';

/** What of a page was taken away, and why. */
export interface DroppedNode {
  node: RootContent;
  reason: LeftOutReason;
}

interface Known {
  chrome: readonly DroppedNode[];
  /** Before sections without text went. */
  outline: readonly OutlineSection[];
  invitations: ReadonlySet<RootContent>;
  title: string;
  /** Of a web page, much stands around its article. */
  isPage: boolean;
}

export type ExplainLeftOut = (passage: string) => LeftOutReason;

/** By what took it away, else by what it says. */
export function explainLeftOut(known: Known): ExplainLeftOut {
  // Of most articles nothing is left out that its own words do not explain.
  let removed: Removed | null = null;
  return (passage) => {
    const kind = kindOfLine(passage);
    if (kind !== null) return kind;
    removed ??= removedFrom(known);
    const { reasons, headings, title } = removed;
    const text = comparableText(passage);
    return (
      reasons.get(text) ??
      (repeatsTitle(text, title) ? 'REPEATED_TITLE' : null) ??
      (headings.has(text) ? 'EMPTY_HEADING' : null) ??
      (known.isPage ? 'AROUND_ARTICLE' : 'UNKNOWN')
    );
  };
}

interface Removed {
  reasons: ReadonlyMap<string, LeftOutReason>;
  headings: ReadonlySet<string>;
  title: string;
}

function removedFrom({ chrome, outline, invitations, title }: Known): Removed {
  const reasons = new Map<string, LeftOutReason>();
  for (const node of invitations) {
    const text = textOf(node);
    for (const passage of [text, ...splitSentences(text).map((sentence) => sentence.text)])
      reasons.set(comparableText(passage), 'INVITATION');
  }
  for (const { node, reason } of chrome)
    for (const text of blocksIn([node])) reasons.set(comparableText(text), reason);
  const headings = new Set(outline.map(({ heading }) => comparableText(heading ?? '')));
  return { reasons, headings, title: comparableText(title) };
}

function kindOfLine(passage: string): LeftOutReason | null {
  const line = passage.trim();
  if (/^\{(?:%|\{[<%])/.test(line)) return /^\{+[<%]\s*toc\b/i.test(line) ? 'TABLE_OF_CONTENTS' : 'SITE_CODE';
  const kind = kindOfChrome(line);
  if (kind !== null) return kind;
  if (isContentsHeading(line)) return 'TABLE_OF_CONTENTS';
  if (isRelatedHeading(line)) return 'RELATED';
  if (isFaqHeading(line)) return 'QUESTIONS_HEADING';
  return isMenuWord(line) || isKicker(line) ? 'NAVIGATION' : null;
}

/** "The quay | Strait Post": comparable texts. */
export function repeatsTitle(text: string, title: string): boolean {
  return title !== '' && text.startsWith(title) && text.length <= title.length + 40;
}
