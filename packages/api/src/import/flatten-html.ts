/**
 * Takes tags that nest deeper than any page does out of the text, so that what reads the tree may recurse.
 * They become spaces: every other character stays where it was.
 */
export function flattenHtml(text: string): string {
  const deep: Tag[] = [];
  const tags: Tag[] = [];
  const open = new Nesting();
  for (let start = text.indexOf('<'); start !== -1;) {
    const tag = readTag(text, start);
    if (tag === null) {
      start = text.indexOf('<', start + 1);
      continue;
    }
    if (!tag.isClosing && RAW_TEXT.has(tag.name)) {
      // What stands in a script is no tag, whatever it looks like.
      const close = findClose(text, tag);
      if (close === -1) break;
      start = close;
      continue;
    }
    tags.push(tag);
    if (tag.isClosing ? !open.close(tag.name) : !open.enter(tag.name)) deep.push(tag);
    start = text.indexOf('<', tag.end);
  }
  if (deep.length > MAX_DEEP)
    return blank(
      text,
      tags.filter(({ name }) => !PLAIN.has(name)),
    );
  return deep.length === 0 ? text : blank(text, deep);
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

function findClose(text: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = end;
  return close.exec(text)?.index ?? -1;
}

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
    if (FLAT.has(name) || RAW_TEXT.has(name)) return true;
    if ((this.#counts.get(name) ?? 0) === 0) return false;
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
