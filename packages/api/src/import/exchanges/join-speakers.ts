/** One speaker under several names: "Lena Ott:", "Dr. Ott:", "L. Ott:", "Ott:", "LO:". */

import { PARTICLE } from '../speech/name-particles.ts';

export interface NamedTurn {
  /** As the text writes it; null: a mark such as "Q:" names nobody. */
  name: string | null;
  key: string;
}

const TITLE =
  /^(?:dr|prof|professor|professorin|mr|mrs|ms|miss|mx|sir|dame|herr|frau|m|mme|monsieur|madame|sr|sra|señor|señora|don|doña|sig|signor|signora|dott|minister|senator|president|mayor|г|госпожа|господин)$/u;

/** Gives every turn the fullest name and the key of its speaker, as long as nobody else could be meant. */
export function joinSpeakers<Turn extends NamedTurn>(turns: readonly Turn[]): Turn[] {
  const fullest = new Map<string, NamedTurn>();
  const families = Map.groupBy(distinct(turns), ({ key }) => lastNameOf(key));
  for (const members of families.values()) {
    const full = fullestOf(members);
    for (const { key } of full === null ? [] : members) if (full !== null) fullest.set(key, full);
  }
  for (const [initials, full] of findInitials(turns, fullest)) fullest.set(initials, full);
  return turns.map((turn) => {
    const full = fullest.get(turn.key);
    return full === undefined ? turn : { ...turn, name: full.name, key: full.key };
  });
}

function distinct(turns: readonly NamedTurn[]): NamedTurn[] {
  const known = new Map<string, NamedTurn>();
  for (const { name, key } of turns) if (name !== null && !known.has(key)) known.set(key, { name, key });
  return [...known.values()];
}

function lastNameOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

/** First names and initials, without titles and particles. */
function givenOf(key: string): string[] {
  return key
    .split(' ')
    .slice(0, -1)
    .filter((word) => !TITLE.test(word) && !PARTICLE.test(word));
}

/** The one with most first names, written out; null where two people share the last name, or there is only one spelling. */
function fullestOf(members: readonly NamedTurn[]): NamedTurn | null {
  const lengthOf = ({ key }: NamedTurn): number => givenOf(key).join('').length * 1_000 + key.length;
  const [full] = members.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (full === undefined || members.length < 2) return null;
  const given = givenOf(full.key);
  return members.every(({ key }) => givenOf(key).every((word, index) => isShortFor(word, given[index])))
    ? full
    : null;
}

/** "a" for "anna". */
function isShortFor(word: string, full: string | undefined): boolean {
  return full !== undefined && (word === full || (word.length === 1 && full.startsWith(word)));
}

/** "LO" after "Lena Ott": the only name with these initials. */
function findInitials(
  turns: readonly NamedTurn[],
  fullest: ReadonlyMap<string, NamedTurn>,
): Map<string, NamedTurn> {
  const owners = new Map<string, NamedTurn | null>();
  for (const turn of distinct(turns)) {
    const person = fullest.get(turn.key) ?? turn;
    const words = person.key.split(' ').filter((word) => !TITLE.test(word));
    if (words.length < 2) continue;
    const initials = words.map((word) => word.charAt(0)).join('');
    const owner = owners.get(initials);
    owners.set(initials, owner === undefined || owner?.key === person.key ? person : null);
  }
  const initialled = distinct(turns).filter(({ name }) => /^\p{Lu}{2,4}$/u.test(name ?? ''));
  return new Map(
    initialled.flatMap(({ key }) => {
      const owner = owners.get(key);
      return owner === undefined || owner === null ? [] : [[key, owner] as const];
    }),
  );
}
