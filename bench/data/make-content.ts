/** Content as a large community would have it: per briefing 8 sections of 4 points, 5 sources, 3 events, 3 topics of 200; four FAQ entries per briefing. */
import type { BriefingDocumentInput } from '@communique/api/briefings/document';
import { createRandom, createZipf } from '../support/zipf.ts';

export interface Generated {
  slug: string;
  publishedAt: Date;
  document: BriefingDocumentInput;
}

export interface GeneratedEntry {
  slug: string;
  question: string;
  answer: string;
  topics: { slug: string; name: string }[];
  publishedAt: Date;
}

export const TOPICS = 200;
const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ren',
  'ta',
  'su',
  'vor',
  'ne',
  'dil',
  'pra',
  'go',
  'shi',
  'bel',
  'tor',
  'an',
  'es',
];
const VOCABULARY = 20_000;
const START = Date.UTC(2024, 0, 1);
const MINUTE = 60_000;

export const topicOf = (number: number) => ({ slug: `topic-${number}`, name: `Topic ${number}` });
export const slugOf = (number: number) => `briefing-${number}`;

/** The n-th most frequent word of the made-up language. */
export function wordOf(number: number): string {
  let rest = number + SYLLABLES.length;
  let word = '';
  while (rest > 0) {
    word = (SYLLABLES[rest % SYLLABLES.length] ?? '') + word;
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

export function createContent(seed = 1) {
  const random = createRandom(seed);
  const drawWord = createZipf(VOCABULARY, random);
  const drawTopic = createZipf(TOPICS, random);
  const words = (count: number) => Array.from({ length: count }, () => wordOf(drawWord())).join(' ');
  const sentence = (count: number) => `${capital(words(count))}.`;
  const topics = (count: number) => {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(drawTopic());
    return [...chosen].map(topicOf);
  };
  return {
    briefing(number: number): Generated {
      return {
        slug: slugOf(number),
        publishedAt: new Date(START + number * MINUTE),
        document: {
          title: `${capital(words(6))} ${number}`,
          language: 'en',
          importance: 1 + (number % 5),
          summary: {
            headline: capital(words(8)),
            short: sentence(24),
            keyPoints: [1, 2, 3].map(() => sentence(10)),
          },
          topics: topics(3),
          sources: [1, 2, 3, 4, 5].map((at) => ({
            number: at,
            publisher: capital(words(2)),
            title: capital(words(7)),
            url: `https://example.org/${number}/${at}`,
          })),
          events: [1, 2, 3].map((at) => ({
            id: `event-${at}`,
            title: capital(words(6)),
            date: { value: `2024-0${at}-11`, precision: 'DAY' as const },
            state: 'HAPPENED' as const,
          })),
          sections: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({
            id: `section-${at}`,
            heading: capital(words(3)),
            kind: 'OTHER' as const,
            blocks: [
              {
                type: 'POINTS' as const,
                id: `points-${at}`,
                citations: [1 + (at % 5)],
                items: [1, 2, 3, 4].map(() => ({ label: capital(words(2)), text: sentence(20) })),
              },
            ],
          })),
        },
      };
    },
    entry(number: number): GeneratedEntry {
      return {
        slug: `entry-${number}`,
        question: `${capital(words(7))}?`,
        answer: [1, 2, 3].map(() => sentence(12)).join(' '),
        topics: topics(1),
        publishedAt: new Date(START + number * MINUTE),
      };
    },
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
