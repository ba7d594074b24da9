/** The same content in normalized tables, as somebody would lay them out who cares for nothing but reading them fast. */
import Database from 'better-sqlite3';
import { createContent } from './make-content.ts';

const TABLES = `
  create table briefings (id integer primary key, slug text not null unique, title text not null, title_key text not null,
    headline text, short text, key_points text not null, published_at integer not null);
  create index briefings_newest on briefings (published_at, id);
  create index briefings_title on briefings (title_key, id);
  create table topics (id integer primary key, slug text not null unique, name text not null);
  create table briefing_topics (topic_id integer not null, published_at integer not null, briefing_id integer not null, position integer not null,
    primary key (topic_id, published_at, briefing_id)) without rowid;
  create index briefing_topics_briefing on briefing_topics (briefing_id, position, topic_id);
  create table sections (id integer primary key, briefing_id integer not null, position integer not null, name text not null, heading text, kind text not null);
  create index sections_briefing on sections (briefing_id, position);
  create table points (section_id integer not null, position integer not null, label text, text text not null, primary key (section_id, position)) without rowid;
  create table sources (briefing_id integer not null, number integer not null, publisher text, title text, url text, primary key (briefing_id, number)) without rowid;
  create table faq (id integer primary key, slug text not null unique, question text not null, answer text not null);
  create virtual table faq_index using fts5(question, answer, content = 'faq', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
`;

export function fillLimit(path: string, size: number): void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.exec(TABLES);
  const content = createContent();
  const insert = (table: string, values: number) =>
    db.prepare(`insert into ${table} values (${Array.from({ length: values }, () => '?').join(', ')})`);
  const [briefing, section, point, source] = [
    insert('briefings', 8),
    insert('sections', 6),
    insert('points', 4),
    insert('sources', 5),
  ];
  const [link, entry] = [insert('briefing_topics', 4), insert('faq', 4)];
  const topic = db
    .prepare(
      'insert into topics (slug, name) values (?, ?) on conflict do update set name = name returning id',
    )
    .pluck();
  db.transaction(() => {
    for (let id = 0; id < size; id += 1) {
      const { slug, publishedAt, document } = content.briefing(id);
      const { title, summary, topics = [], sections, sources = [] } = document;
      const time = publishedAt.getTime();
      briefing.run(
        id,
        slug,
        title,
        title.toLowerCase(),
        summary?.headline,
        summary?.short,
        JSON.stringify(summary?.keyPoints),
        time,
      );
      for (const [at, { slug: name, name: shown }] of topics.entries())
        link.run(topic.get(name, shown), time, id, at);
      for (const [at, { id: name, heading, kind, blocks }] of sections.entries()) {
        const { lastInsertRowid } = section.run(null, id, at, name, heading, kind);
        for (const block of blocks) {
          if (block.type !== 'POINTS') continue;
          for (const [place, { label, text }] of block.items.entries())
            point.run(lastInsertRowid, place, label, text);
        }
      }
      for (const { number, publisher, title: name, url } of sources)
        source.run(id, number, publisher, name, url);
    }
    for (let id = 0; id < size * 4; id += 1) {
      const { slug, question, answer } = content.entry(id);
      entry.run(id, slug, question, answer);
    }
  })();
  db.exec(`insert into faq_index (faq_index) values ('rebuild'); analyze`);
  db.close();
}
