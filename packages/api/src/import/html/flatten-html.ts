import { Drawings } from './drawings.ts';

/**
 * Takes tags that nest deeper than any page does out of the text, so that what reads the tree may recurse.
 * They become spaces: every other character stays where it was.
 */
export function flattenHtml(text: string): string {
  const deep: Tag[] = [];
  const hollow = new Set<Tag>();
  const tags: Tag[] = [];
  const open = new Nesting();
  const drawings = new Drawings();
  const closes = new ClosingTags(text);
  for (let start = text.indexOf('<'); start !== -1;) {
    const tag = readTag(text, start);
    if (tag === null) {
      start = text.indexOf('<', endOfComment(text, start, drawings.isWithin) ?? start + 1);
      continue;
    }
    if (!tag.isClosing && RAW_TEXT.has(tag.name) && !drawings.isWithin) {
      // What stands in a script is no tag, whatever it looks like.
      const close = closes.after(tag);
      if (close === 'END') break;
      if (close !== null) {
        start = close;
        continue;
      }
      hollow.add(tag);
    }
    tags.push(tag);
    if (!hollow.has(tag) && !passes(tag, text, { open, drawings })) deep.push(tag);
    start = text.indexOf('<', tag.end);
  }
  if (deep.length > MAX_DEEP)
    return blank(
      text,
      tags.filter((tag) => hollow.has(tag) || !PLAIN.has(tag.name)),
    );
  const gone = new Set([...deep, ...hollow]);
  return gone.size === 0
    ? text
    : blank(
        text,
        tags.filter((tag) => gone.has(tag)),
      );
}

interface Place {
  open: Nesting;
  drawings: Drawings;
}

/** False: it has to go. */
function passes({ name, isClosing, start, end }: Tag, text: string, { open, drawings }: Place): boolean {
  if (isClosing) {
    const closesOne = open.close(name);
    if (closesOne) drawings.close(name);
    return closesOne;
  }
  const isHollow = drawings.isHollow(name, text.slice(start, end));
  const isPossible = isHollow || open.enter(name);
  if (isPossible) drawings.open(name, isHollow);
  return isPossible;
}

/** Where `<!-- … -->` and its like end: what looks like a tag in them is none. Null: no such thing begins here. */
function endOfComment(text: string, start: number, isInDrawing: boolean): number | null {
  if (!/^<(?:[!?]|\/[^a-z>])/i.test(text.slice(start, start + 3))) return null;
  const isData = isInDrawing && text.startsWith('<![CDATA[', start);
  const end = text.startsWith('<!--', start) ? /--!?>/g : isData ? /\]\]>/g : />/g;
  end.lastIndex = start + 2;
  return end.exec(text) === null ? text.length : end.lastIndex;
}

/** Nobody writes more by mistake: of a page made to be slow only headings and paragraphs are read. */
const MAX_DEEP = 200;
const PLAIN = new Set('html head title body p h1 h2 h3 h4 h5 h6 script style textarea'.split(' '));

interface Tag {
  name: string;
  isClosing: boolean;
  start: number;
  end: number;
}

const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
/** They hold nothing, or close themselves when the next one begins: nobody nests them. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot html head body rt rp'.split(
    ' ',
  ),
);
/** The parser opens these again in every paragraph that follows while they are not closed. */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

const MAX_DEPTH = 100;
const MAX_FORMATTING = 8;
const TAG_NAME = /^<(\/?)([a-z][a-z0-9-]{0,40})(?=[\s/>])/i;

function readTag(text: string, start: number): Tag | null {
  const match = TAG_NAME.exec(text.slice(start, start + 48));
  if (match === null) return null;
  const close = text.indexOf('>', start);
  const [, slash = '', name = ''] = match;
  return {
    name: name.toLowerCase(),
    isClosing: slash !== '',
    start,
    end: close === -1 ? text.length : close + 1,
  };
}

/** Where raw text ends. */
class ClosingTags {
  readonly #text: string;
  /** By name: the next one after all that was read so far. */
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Null: the tag holds nothing. It has no end, or closes itself ("<iframe … />") and the end belongs to another one. */
  after({ name, end }: Tag): number | 'END' | null {
    const close = this.#find(name, end);
    // A script without an end goes on to that of the page; a frame would take the article with it.
    if (close === -1) return /^(?:script|style)$/.test(name) && this.#text[end - 2] !== '/' ? 'END' : null;
    if (this.#text[end - 2] !== '/') return close;
    const within = this.#text.slice(end, Math.min(close, end + MAX_SELF_CLOSED)).toLowerCase();
    return within.includes(`<${name}`) || BLOCK_TAG.test(within) ? null : close;
  }

  #find(name: string, from: number): number {
    const known = this.#next.get(name);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const close = new RegExp(`</${name}[\\s/>]`, 'gi');
    close.lastIndex = from;
    const found = close.exec(this.#text)?.index ?? -1;
    this.#next.set(name, found);
    return found;
  }
}

/** So far behind a tag that closes itself it shows whether the page goes on there. */
const MAX_SELF_CLOSED = 2_000;
const BLOCK_TAG = /<(?:p|div|h[1-6]|li|td|br|body|\/head|\/div|\/p)[\s/>]/;

/** How deep the reader of the text is in elements that can hold each other. */
class Nesting {
  readonly #open: string[] = [];
  readonly #counts = new Map<string, number>();
  #formatting = 0;

  /** False: too deep, the tag has to go. */
  enter(name: string): boolean {
    if (FLAT.has(name)) return true;
    if (FORMATTING.has(name) && this.#formatting >= MAX_FORMATTING) return false;
    if (this.#open.length >= MAX_DEPTH) return false;
    this.#open.push(name);
    this.#count(name, 1);
    return true;
  }

  /** False: it closes nothing that is open. */
  close(name: string): boolean {
    if (FLAT.has(name)) return true;
    if ((this.#counts.get(name) ?? 0) === 0) return RAW_TEXT.has(name);
    const place = this.#open.lastIndexOf(name);
    this.#open.splice(place, 1);
    this.#count(name, -1);
    return true;
  }

  #count(name: string, change: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + change);
    if (FORMATTING.has(name)) this.#formatting += change;
  }
}

function blank(text: string, tags: readonly Tag[]): string {
  const parts: string[] = [];
  let start = 0;
  for (const tag of tags) {
    parts.push(text.slice(start, tag.start), ' '.repeat(tag.end - tag.start));
    start = tag.end;
  }
  parts.push(text.slice(start));
  return parts.join('');
}
