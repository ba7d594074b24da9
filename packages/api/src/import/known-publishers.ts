import { compilePattern } from './compile-pattern.ts';

/** Names of news organisations that articles quote, as they write themselves. */
const PUBLISHERS = [
  'Reuters',
  'AP News',
  'Associated Press',
  'AP',
  'Agence France-Presse',
  'AFP',
  'dpa',
  'EFE',
  'ANSA',
  'Kyodo News',
  'Xinhua',
  'RIA Novosti',
  'TASS',
  'Interfax',
  'Sputnik',
  'Kommersant',
  'Meduza',
  'Novaya Gazeta',
  'The Moscow Times',
  'Ukrainska Pravda',
  'Kyiv Independent',
  'Ukrinform',
  'BBC News',
  'BBC',
  'CNN',
  'Politico',
  'Axios',
  'Bloomberg',
  'NPR',
  'NBC News',
  'CBS News',
  'ABC News',
  'Fox News',
  'MSNBC',
  'New York Times',
  'Washington Post',
  'Wall Street Journal',
  'Los Angeles Times',
  'USA Today',
  'Financial Times',
  'The Guardian',
  'The Economist',
  'The Telegraph',
  'Sky News',
  'Euronews',
  'Al Jazeera',
  'Al Arabiya',
  'Deutsche Welle',
  'Der Spiegel',
  'Süddeutsche Zeitung',
  'Frankfurter Allgemeine Zeitung',
  'Tagesschau',
  'Le Monde',
  'Le Figaro',
  'El País',
  'La Repubblica',
  'Corriere della Sera',
  'Haaretz',
  'Times of Israel',
  'South China Morning Post',
  'Nikkei',
  'Radio Free Europe',
  'Voice of America',
  'Anadolu Agency',
  'Anadolu',
  'Hurriyet',
  'Bernama',
  'The Hill',
  'Newsweek',
  'Foreign Policy',
  'Foreign Affairs',
] as const;

const CANONICAL = new Map(PUBLISHERS.map((name) => [name.toLowerCase(), name]));

/** "Ria Novosti" → "RIA Novosti"; an unknown name stays as it is. */
export function canonicalPublisher(name: string): string {
  const plain = name.trim().replace(/\s+/g, ' ');
  return (
    CANONICAL.get(plain.toLowerCase().replace(/^the /, '')) ?? CANONICAL.get(plain.toLowerCase()) ?? plain
  );
}

export function isKnownPublisher(name: string): boolean {
  const plain = name.toLowerCase();
  return CANONICAL.has(plain) || CANONICAL.has(plain.replace(/^the /, ''));
}

export interface FoundPublisher {
  name: string;
  start: number;
  end: number;
}

// Longest first: "AP News" before "AP". Acronyms only as they are written: "ap" and "efe" are other words.
const NAMES = [...PUBLISHERS]
  .sort((a, b) => b.length - a.length)
  .map((name) => (isAcronym(name) ? name : anyCase(name)))
  .join('|');
const PUBLISHER = compilePattern(`(?<![\\p{L}\\p{N}])(?:${NAMES})(?![\\p{L}\\p{N}])`, 'gu');

export function findPublishers(text: string): FoundPublisher[] {
  return [...text.matchAll(PUBLISHER)].map((match) => ({
    name: canonicalPublisher(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function isAcronym(name: string): boolean {
  return /^[A-Z]+$|^dpa$/.test(name);
}

/** The first letter of each word as written, the others in any case: "Ria Novosti", "RIA Novosti", never "the hill". */
function anyCase(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => {
    const [first = '', ...others] = word;
    return first + others.map((letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join('');
  });
}
