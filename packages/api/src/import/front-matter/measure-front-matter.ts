export interface FrontMatterBounds {
  /** Of the block with both the lines around it; 0 where there is none. */
  length: number;
  /** It begins like a front matter, but no second such line ends it. */
  isUnclosed: boolean;
  /** The lines around it: YAML stands between the first, TOML between the other. */
  fence: '---' | '+++';
}

// YAML itself ends a document with three full stops.
const CLOSE = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g;
// Blank lines and comments may stand before the first key.
const FIRST_KEY =
  /^---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n){0,50}(?:["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:\s|$)|\{|---)/;
// "Washington: the talks" below a rule is text; keys are written small, or are known ones.
const SURE_KEY =
  /^---[ \t]*\n(?:[a-z_][\w-]*|Title|Author|Date|Tags|Language|Description|Publisher|Kind|Slug)[ \t]*:(?:\s|$)/;

const TOML_CLOSE = /\n\+\+\+[ \t]*(?:\n|$)/g;
const TOML_KEY =
  /^\+\+\+[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n){0,50}[ \t]*(?:["']?[A-Za-z_][\w.-]*["']?[ \t]*=|\[|\+\+\+)/;

/** Where the YAML or TOML at the beginning of a text ends. A text that merely begins with a rule has none. */
export function measureFrontMatter(text: string): FrontMatterBounds {
  if (TOML_KEY.test(text)) return measureToml(text);
  const fence = '---';
  if (!/^---[ \t]*\n/.test(text)) return { length: 0, isUnclosed: false, fence };
  CLOSE.lastIndex = 3;
  if (CLOSE.exec(text) === null) return { length: 0, isUnclosed: SURE_KEY.test(text), fence };
  return { length: FIRST_KEY.test(text) ? CLOSE.lastIndex : 0, isUnclosed: false, fence };
}

function measureToml(text: string): FrontMatterBounds {
  const fence = '+++';
  TOML_CLOSE.lastIndex = fence.length;
  const isClosed = TOML_CLOSE.exec(text) !== null;
  return { length: isClosed ? TOML_CLOSE.lastIndex : 0, isUnclosed: !isClosed, fence };
}
