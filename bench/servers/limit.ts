/**
 * L, the limit: node:http, prepared statements read as tuples from normalized tables, JSON by hand, no GraphQL.
 * Requests and answers are those of the API, so that both do the same work on the wire.
 */
import { createServer } from 'node:http';
import Database from 'better-sqlite3';

const db = new Database(process.argv[2] ?? '', { readonly: true });
const all = (sql: string) => {
  const statement = db.prepare(sql).raw();
  return (...parameters: unknown[]) => statement.all(...parameters) as (string | number | null)[][];
};

const bySlug = all('select id, title, headline, short, key_points from briefings where slug = ?');
const topicsOf = all(
  'select t.slug, t.name from briefing_topics b join topics t on t.id = b.topic_id where b.briefing_id = ? order by b.position',
);
const sectionsOf = all(
  'select id, name, heading, kind from sections where briefing_id = ? order by position',
);
const pointsOf = all(
  'select p.section_id, p.label, p.text from sections s join points p on p.section_id = s.id where s.briefing_id = ? order by s.position, p.position',
);
const sourcesOf = all(
  'select number, publisher, title, url from sources where briefing_id = ? order by number',
);
const newest = all(
  'select id, slug, title, published_at from briefings order by published_at desc, id desc limit ?',
);
const topicsOfMany = all(
  'select b.briefing_id, t.slug, t.name from json_each(?) a join briefing_topics b on b.briefing_id = a.value join topics t on t.id = b.topic_id order by b.position',
);
const digest = all(
  `select distinct b.published_at, b.id, b.slug, b.title, b.key_points from topics t join briefing_topics l on l.topic_id = t.id join briefings b on b.id = l.briefing_id
   where t.slug in (?, ?, ?) and l.published_at >= ? order by b.published_at desc, b.id desc limit 10`,
);
const search = all(
  `select f.slug, f.question, snippet(faq_index, 1, '[', ']', '…', 40) from faq_index join faq f on f.id = faq_index.rowid
   where faq_index match ? order by bm25(faq_index, 10, 1) limit 10`,
);
const titles = all(
  'select slug, title from briefings where title_key >= ? and title_key < ? order by title_key limit 25',
);

type Variables = Record<string, string>;

const WORKLOADS: Record<string, (variables: Variables) => object> = {
  W1({ slug }) {
    const [row] = bySlug(slug);
    if (row === undefined) return { briefing: null };
    const [id, title, headline, short, keyPoints] = row;
    const points = Map.groupBy(pointsOf(id), ([section]) => section);
    return {
      briefing: {
        briefing: {
          title,
          summary: { headline, short, keyPoints: JSON.parse(String(keyPoints)) },
          topics: topicsOf(id).map(([name, shown]) => ({ slug: name, name: shown })),
          sections: sectionsOf(id).map(([section, name, heading, kind]) => ({
            id: name,
            heading,
            kind,
            blocks: [{ items: (points.get(section ?? 0) ?? []).map(([, label, text]) => ({ label, text })) }],
          })),
          sources: sourcesOf(id).map(([number, publisher, name, url]) => ({
            number,
            publisher,
            title: name,
            url,
          })),
        },
      },
    };
  },
  W2() {
    const rows = newest(21);
    const page = rows.slice(0, 20);
    const topics = Map.groupBy(topicsOfMany(JSON.stringify(page.map(([id]) => id))), ([id]) => id);
    const edges = page.map(([id, slug, title, publishedAt]) => ({
      cursor: Buffer.from(JSON.stringify(['briefings', [publishedAt, id]])).toString('base64url'),
      node: {
        slug,
        title,
        publishedAt: new Date(Number(publishedAt)).toISOString(),
        topics: (topics.get(id ?? 0) ?? []).map(([, name, shown]) => ({ slug: name, name: shown })),
      },
    }));
    return {
      briefings: {
        edges,
        pageInfo: { hasNextPage: rows.length > 20, endCursor: edges.at(-1)?.cursor ?? null },
      },
    };
  },
  W3({ query = '' }) {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    const rows = search(`${words.map((word) => `"${word}"`).join(' ')} *`);
    return {
      search: rows.map(([slug, title, excerpt]) => ({ slug, title, excerpt: excerptOf(String(excerpt)) })),
    };
  },
  W4({ a, b, c, since = '' }) {
    const rows = digest(a, b, c, Date.parse(since));
    return {
      briefings: {
        edges: rows.map(([, , slug, title, keyPoints]) => ({
          node: { slug, title, summary: { keyPoints: JSON.parse(String(keyPoints)) } },
        })),
      },
    };
  },
  W5({ prefix = '' }) {
    const key = prefix.toLowerCase();
    return { complete: titles(key, `${key}\u{10ffff}`).map(([slug, title]) => ({ slug, title })) };
  },
};

function excerptOf(marked: string) {
  const highlights: { start: number; end: number }[] = [];
  let text = '';
  for (const [at, piece] of marked.split(/[[\]]/).entries()) {
    if (at % 2 === 1) highlights.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, highlights };
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { operationName, variables = {} }: { operationName: string; variables?: Variables } = JSON.parse(
      Buffer.concat(chunks).toString(),
    );
    const body = JSON.stringify({ data: WORKLOADS[operationName]?.(variables) });
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) {
    process.send?.({ type: 'ready', url: `http://127.0.0.1:${address.port}/` });
  }
});
process.on('message', () => server.close(() => process.disconnect?.()));
process.on('disconnect', () => process.exit());
