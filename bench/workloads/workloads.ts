/** What is asked: drawn by Zipf's law, as a community's attention is, or each as often as the others. */
import { createContent, slugOf, TOPICS, topicOf, wordOf } from '../data/make-content.ts';
import { createRandom, createUniform, createZipf } from '../support/zipf.ts';

export interface Ask {
  operationName: string;
  query: string;
  variables: Record<string, string>;
}

export interface Workload {
  name: string;
  what: string;
  asks: Ask[];
  /** Of ours ÷ L. */
  floor: number;
  /** What of an answer must be equal. */
  comparable(data: unknown, ask: Ask): unknown;
}

const QUERIES = {
  W1: `query W1($slug: Slug!) { briefing(slug: $slug) { ... on BriefingReady { briefing { title summary { headline short keyPoints } topics { slug name }
    sections { id heading kind blocks { ... on PointsBlock { items { label text } } } } sources { number publisher title url } } } } }`,
  W2: `query W2 { briefings(first: 20) { edges { cursor node { slug title publishedAt topics { slug name } } } pageInfo { hasNextPage endCursor } } }`,
  W3: `query W3($query: String!) { search(query: $query, kinds: [FAQ_ENTRY], first: 10) { slug title excerpt { text highlights { start end } } } }`,
  W4: `query W4($a: Slug!, $b: Slug!, $c: Slug!, $since: DateTime!) { briefings(first: 10, topics: [$a, $b, $c], publishedSince: $since)
    { edges { node { slug title summary { keyPoints } } } } }`,
  W5: `query W5($prefix: String!) { complete(prefix: $prefix, kind: BRIEFING, first: 25) { slug title } }`,
};

// Each draw is asked many times in a run; uniform ones are many, so that most come for the first time in a while.
const DRAWS = { zipf: 500, uniform: 10_000 };

export const DRAWN_BY = ['zipf', 'uniform'] as const;
export type DrawnBy = (typeof DRAWN_BY)[number];

export function createWorkloads(size: number, drawnBy: DrawnBy): Workload[] {
  const random = createRandom(2);
  const create = drawnBy === 'zipf' ? createZipf : createUniform;
  const drawBriefing = create(size, random);
  // In a small library the rare topics do not occur.
  const drawTopic = create(size < 1_000 ? 10 : TOPICS, random);
  const drawWord = create(2_000, random);
  const drawQuestion = create(Math.min(2_000, size * 4), random);
  const draw = <Name extends keyof typeof QUERIES>(
    name: Name,
    variables: () => Record<string, string>,
  ): Ask[] =>
    Array.from({ length: DRAWS[drawnBy] }, () => ({
      operationName: name,
      query: QUERIES[name],
      variables: variables(),
    }));
  const content = createContent();
  const questions = Array.from({ length: 2_000 }, (_, number) => number);
  for (let number = 0; number < size; number += 1) content.briefing(number);
  const asked = questions.map((number) => content.entry(number).question.replace('?', '').split(' '));
  const anyWords = () => {
    // Two or three words somebody remembers of a question.
    const words = asked[drawQuestion()] ?? [];
    const at = Math.floor(random() * (words.length - 2));
    return words
      .slice(at, at + 2 + Math.floor(random() * 2))
      .join(' ')
      .toLowerCase();
  };
  const since = () => new Date(Date.UTC(2024, 0, 1) + (size / 2) * 60_000).toISOString();
  const threeTopics = () => {
    const slugs = new Set<string>();
    while (slugs.size < 3) slugs.add(topicOf(drawTopic()).slug);
    const [a = '', b = '', c = ''] = slugs;
    return { a, b, c, since: since() };
  };
  const whole = (data: unknown) => data;
  return [
    {
      name: 'W1',
      what: 'one briefing by slug',
      floor: 0.6,
      asks: draw('W1', () => ({ slug: slugOf(drawBriefing()) })),
      comparable: whole,
    },
    {
      name: 'W2',
      what: 'the 20 newest, with topics',
      floor: 0.6,
      asks: draw('W2', () => ({})).slice(0, 1),
      comparable: withoutCursors,
    },
    {
      name: 'W3',
      what: 'FAQ search, 10 best',
      floor: 0.6,
      asks: draw('W3', () => ({ query: anyWords() })),
      comparable: soundSearch,
    },
    {
      name: 'W4',
      what: 'a digest of 3 topics',
      floor: 0.6,
      asks: draw('W4', threeTopics),
      comparable: whole,
    },
    {
      name: 'W5',
      what: '25 titles for a prefix',
      floor: 0.6,
      asks: draw('W5', () => ({ prefix: wordOf(drawWord()).slice(0, 3) })),
      comparable: titlesWith,
    },
  ];
}

/** Each server has cursors of its own. */
function withoutCursors(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (name, value) => (/cursor/i.test(name) ? null : value)));
}

interface Found {
  slug: string;
  title: string;
  excerpt: { text: string; highlights: { start: number; end: number }[] };
}

/** Rankings differ; equal must be how many are found, that each has a highlight or the words in its title, and that highlights are words that were asked for. */
function soundSearch(data: unknown, { variables }: Ask): unknown {
  const hits = (data as { search: Found[] }).search;
  const words = (variables['query'] ?? '').split(' ');
  const sound = hits.every(({ title, excerpt }) => {
    const lit = excerpt.highlights.map(({ start, end }) => excerpt.text.slice(start, end).toLowerCase());
    return (
      lit.every((word) => words.some((wanted) => word.startsWith(wanted))) &&
      (lit.length > 0 || words.some((word) => title.toLowerCase().includes(word)))
    );
  });
  return { found: hits.length, sound };
}

/** Ours goes on with titles that have the word elsewhere; L stops. */
function titlesWith(data: unknown, { variables }: Ask): unknown {
  const prefix = variables['prefix'] ?? '';
  return (data as { complete: { title: string }[] }).complete.filter(({ title }) =>
    title.toLowerCase().startsWith(prefix),
  );
}
