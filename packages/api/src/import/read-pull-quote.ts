import type { RootContent } from 'mdast';
import type { Attribution } from './extract-claims.ts';
import type { People, Person } from './extract-people.ts';
import { cleanText, originOf, textOf } from './tree-text.ts';

// “Words.” — Anna Berg, mayor
const WITH_SOURCE = /^["“„«](.{10,4000})["”“»]\s*[—–-]+\s*(\S.{1,150})$/u;
const SOURCE_LINE = /^[—–-]+\s*(\S.{1,150})$/u;
// "> [!NOTE]", "> **Note:** …": GitHub's way to set a remark apart.
const REMARK = /^(?:\[!\w+\]|(?:note|tip|warning|important|caution|hint|info|update|correction)\b\s*[:.!]?)/i;

/** A quotation that is a block of its own: a blockquote, or a paragraph of quoted words and a name. */
export function readPullQuote(node: RootContent, people: People): Attribution | null {
  if (node.type === 'paragraph') {
    const match = WITH_SOURCE.exec(textOf(node).slice(0, 4_500));
    return match === null ? null : toAttribution(node, match[1] ?? '', readSpeaker(match[2] ?? '', people));
  }
  if (node.type !== 'blockquote') return null;
  const parts = node.children.map(textOf).filter(Boolean);
  const source = parts.length > 1 ? SOURCE_LINE.exec(parts.at(-1) ?? '')?.[1] : undefined;
  const words = (source === undefined ? parts : parts.slice(0, -1)).join(' ');
  if (words === '' || REMARK.test(words) || node.children.some((child) => child.type !== 'paragraph'))
    return null;
  const inline = WITH_SOURCE.exec(words.slice(0, 4_500)) ?? UNMARKED_WITH_SOURCE.exec(words.slice(0, 4_500));
  const speaker = source ?? inline?.[2];
  return toAttribution(
    node,
    inline?.[1] ?? words,
    speaker === undefined ? null : readSpeaker(speaker, people),
  );
}

// "Words. — Anna Berg"
const UNMARKED_WITH_SOURCE = /^(.{10,4000}?[.!?…]["”»]?)\s+[—–]\s*([\p{Lu}\p{Lo}].{1,100})$/u;
const MAX_WORDS = 10_000;

function toAttribution(node: RootContent, words: string, speaker: Person | null): Attribution {
  return {
    verbatim: true,
    text: cleanText(words.replace(/^["“„«]+|["”“»]+$/g, ''))
      .slice(0, MAX_WORDS)
      .toWellFormed(),
    speaker,
    reportedBy: [],
    statedOnText: null,
    origin: originOf(node),
    sentence: null,
    node,
  };
}

/** "Anna Berg, mayor of North Town" */
function readSpeaker(text: string, people: People): Person {
  const [name = '', ...role] = text.split(/,\s+/);
  const known = people.namedIn(name).at(-1)?.person;
  return known ?? { name: cleanText(name), role: cleanText(role.join(', ')) || null };
}
