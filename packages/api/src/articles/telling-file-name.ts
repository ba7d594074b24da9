/** Names that say nothing of what is in the file: many different ones are called so. */
const ANYTHING =
  /^(?:article|artikel|default|document|download|draft|export|faqs?|file|home|import|index|input|main|new|news|notes?|output|page|post|readme|standard input|story|te?mp|test|text|untitled|web ?page)?[\s_\-()\d]*$/i;

/** "a.txt" is anything, too; "税.md" is not looked at more closely. */
const MIN_NAME = 3;

interface Named {
  fileName?: string | null | undefined;
  urlKey?: string | null | undefined;
  feedId?: string | null | undefined;
}

/** The name by which a file may be known again; null: it has an address for that, or its name says nothing. */
export function tellingFileName({ fileName, urlKey, feedId }: Named): string | null {
  if (fileName === null || fileName === undefined) return null;
  if (typeof urlKey === 'string' || typeof feedId === 'string') return null;
  const name = fileName.replace(/(?:\.[a-z\d]{1,8}){1,2}$/i, '');
  return name.length < MIN_NAME || ANYTHING.test(name) ? null : fileName;
}
