/** Names of IANA zones a person may have meant: "Berlin", "europe/berln", "new york". Best first, at most three. */
export function suggestTimeZones(typed: string): string[] {
  const wanted = plain(typed.slice(0, MAX_TYPED));
  if (wanted === '') return [];
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .map((name) => ({ name, distance: distanceTo(plain(name), wanted) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 4)))
    .toSorted((a, b) => a.distance - b.distance || a.name.localeCompare(b.name, 'en'))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name }) => name);
}

const MAX_TYPED = 60;
const MAX_SUGGESTIONS = 3;

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s_-]+/g, '_');
}

/** People type the whole name or only the place. */
function distanceTo(name: string, wanted: string): number {
  const place = name.slice(name.lastIndexOf('/') + 1);
  return Math.min(editDistance(name, wanted), editDistance(place, wanted));
}

/** Levenshtein's distance: letters to insert, remove or replace. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
