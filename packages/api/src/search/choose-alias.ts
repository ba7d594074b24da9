import { countWanted, type Wanted } from './find-highlights.ts';
import { normalizeText } from './normalize-text.ts';

/** The alias that an entry was found by: it says more of what was searched for than the question and all others do. Null: none does. */
export function chooseAlias(aliases: readonly string[], title: string, wanted: Wanted): string | null {
  let best: string | null = null;
  let most = nearness(title, wanted);
  for (const alias of aliases) {
    const near = nearness(alias, wanted);
    if (near <= most) continue;
    most = near;
    best = alias;
  }
  return best;
}

const MORE_THAN_ALL_WORDS = 1_000;

/** As search ranks: exactly so, then the beginning, then how many of the words it has. */
function nearness(name: string, wanted: Wanted): number {
  const { query } = wanted;
  if (query === null) return 0;
  const key = normalizeText(name);
  const words = countWanted(name, wanted);
  if (key === query.key) return words + 2 * MORE_THAN_ALL_WORDS;
  return key.startsWith(query.key) ? words + MORE_THAN_ALL_WORDS : words;
}
