/** The order of what was found by words with a slip in them: as without one, the whole title first, then an alias, then their beginning. */
import { normalizeText } from './normalize-text.ts';
import { isOneEdit } from './one-edit.ts';

export const NEARNESS = { TITLE_IS: 0, ALIAS_IS: 1, NAME_BEGINS: 2, OTHER: 3 } as const;

export function nearness(
  key: string,
  { title, aliases }: { title: string; aliases: readonly string[] },
): number {
  const asked = key.split(' ');
  const names = [title, ...aliases].map((name) => normalizeText(name).split(' '));
  const whole = names.map(
    (name) => name.length === asked.length && asked.every((word, at) => isMeant(word, name[at])),
  );
  if (whole[0] === true) return NEARNESS.TITLE_IS;
  if (whole.includes(true)) return NEARNESS.ALIAS_IS;
  const begins = names.some((name) =>
    asked.every(
      (word, at) => isMeant(word, name[at]) || (at === asked.length - 1 && name[at]?.startsWith(word)),
    ),
  );
  return begins ? NEARNESS.NAME_BEGINS : NEARNESS.OTHER;
}

function isMeant(word: string, meant: string | undefined): boolean {
  return meant !== undefined && (word === meant || isOneEdit(word, meant));
}
