import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '@communique/api/import/reading/decode-text';
import { draftArticle } from '@communique/api/import/draft-article';
import { DocumentError } from '@communique/api/import/errors';
import type { Feed } from '@communique/api/import/feed/feed';
import { readFeedDate } from '@communique/api/import/feed/feed-dates';
import { isFeed, readFeed } from '@communique/api/import/feed/read-feed';
import { readFeedItem } from '@communique/api/import/feed/read-feed-item';
import { NOW } from '../../support/drafts.ts';

const FEEDS = join(import.meta.dirname, '../../fixtures/feeds');

function fixture(name: string): Feed {
  return readFeed(decodeText(readFileSync(join(FEEDS, name)), name), { path: name });
}

describe('a feed says the same whichever format it is written in', () => {
  test('RSS', () => {
    const { items, ...feed } = fixture('harbour.rss');
    expect(feed).toEqual({
      title: 'Harbour & Strait',
      homePage: 'https://harbour.example/',
      language: 'en-GB',
      freshFor: null,
    });
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      id: 'harbour-1201',
      url: 'https://harbour.example/news/toll-talks?from=feed&no=1',
      title: 'Toll talks go on again',
      published: new Date('2025-02-18T08:30:00Z'),
      updated: null,
      author: 'Anna Berg',
      summary: null,
      topics: ['Tolls', 'Ferry lines'],
    });
    expect(items[0]?.text).toBe(
      'The two harbours met once more about the toll.\nWhat is agreed\nPrice: nine crowns.\nTerm: two years.\nMore in the papers and here.',
    );
  });

  test('Atom, with addresses relative to where they stand', () => {
    const { items, ...feed } = fixture('strait.atom');
    expect(feed).toEqual({
      title: 'Am Sund',
      homePage: 'https://strait.example/',
      language: 'de',
      freshFor: null,
    });
    expect(items[0]).toMatchObject({
      id: 'tag:strait.example,2025:steg',
      url: 'https://strait.example/blog/2025/steg',
      title: 'Zwei Ufer & ein Steg',
      published: new Date('2025-03-01T01:30:00Z'),
      updated: new Date('2025-03-01T10:00:00Z'),
      author: 'Nora Quist',
      text: 'Der Steg bleibt. Das hat der Rat beschlossen.\nEr kostet nichts.',
      summary: 'Ein Steg, über den lange gestritten wurde.',
      topics: ['Stege'],
    });
    expect(items[1]).toMatchObject({ updated: null, html: null, text: 'Fünf <b> sind kein Fettdruck.' });
  });

  test('JSON Feed', () => {
    const { items } = fixture('quay.json');
    expect(items).toMatchObject([
      {
        id: '7',
        url: 'https://quay.example/notes/7',
        published: new Date('2025-04-02T08:00:00Z'),
        updated: new Date('2025-04-03T00:00:00Z'),
        author: 'Per Lind, Eva Holm',
        html: null,
        topics: ['cranes'],
      },
      { id: 'https://elsewhere.example/note', title: null, html: '<p>A note without an id.</p>' },
    ]);
  });

  test('RDF, and items that share an id are still told apart', () => {
    const { items } = fixture('same-ids.rdf');
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      ['post https://islands.example/1', 'First'],
      ['post https://islands.example/2', 'Second'],
    ]);
    expect(items[1]?.author).toBe('Ida Falk');
  });

  test('without ids the address tells items apart, and without addresses what they say', () => {
    const [, second, third] = fixture('harbour.rss').items;
    expect(second).toMatchObject({
      id: 'https://harbour.example/?p=1202',
      published: null,
      author: 'The Desk',
      html: null,
      text: 'Plain words, without any markup & without an id of their own.',
    });
    expect(third?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(fixture('harbour.rss').items[2]?.id).toBe(third?.id);
  });

  test('in the encoding it says it has', () => {
    const russian = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Паром</title><item><title>Да</title></item></channel></rss>`;
    const bytes = Uint8Array.from(russian, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x350;
    });
    expect(readFeed(decodeText(bytes, 'feed.xml')).title).toBe('Паром');
  });
});

describe('an item becomes a draft', () => {
  const draft = (name: string, index: number) => {
    const feed = fixture(name);
    const item = feed.items[index];
    if (item === undefined) throw new Error('There is no such item.');
    return draftArticle(readFeedItem(item, feed), { now: NOW });
  };

  test('with what the feed says of it', () => {
    const { article, document } = draft('harbour.rss', 0);
    expect(article).toMatchObject({
      title: 'Toll talks go on again',
      url: 'https://harbour.example/news/toll-talks?from=feed&no=1',
      byline: 'Anna Berg',
      publisher: 'Harbour & Strait',
      publishedOn: '2025-02-18',
      language: 'en-GB',
    });
    expect(document.titleIsProposed).toBe(false);
    expect(document.topics.map(({ slug }) => slug)).toEqual(['tolls', 'ferry-lines']);
    expect(document.sections.map(({ heading }) => heading)).toEqual([null, 'What is agreed']);
    expect(document.sources.map(({ url }) => url)).toContain('https://harbour.example/papers');
  });

  test.each([
    ['<p>The quay opens in May. Nobody knew.</p>', 'The quay opens in May.'],
    ['The bridge is closed for good, says the council', 'The bridge is closed for good, says the council'],
  ])('without a title it proposes one from what it says: %s', (content, title) => {
    const text = `<rss version="2.0"><channel><title>Harbour</title><item><guid>17</guid><link>https://harbour.example/17</link><description><![CDATA[${content}]]></description></item></channel></rss>`;
    const feed = readFeed(text, { url: 'https://harbour.example/feed' });
    const [item] = feed.items;
    if (item === undefined) throw new Error('There is no such item.');
    const { document } = draftArticle(readFeedItem(item, feed), { now: NOW });
    expect(document).toMatchObject({ title, titleIsProposed: true });
  });

  test('without its scripts and handlers, and every piece says where in the item it stands', () => {
    const { article, document } = draft('harbour.rss', 0);
    expect(JSON.stringify(document)).not.toMatch(/alert|steal|javascript/);
    const [first] = document.sections[0]?.blocks ?? [];
    expect(article.text.slice(first?.origin?.start, first?.origin?.end)).toContain('The two harbours met');
  });

  test('in the language of the feed, and of text where there is no markup', () => {
    expect(draft('strait.atom', 0).document).toMatchObject({
      language: 'de',
      summary: { short: 'Ein Steg, über den lange gestritten wurde.' },
    });
    expect(draft('quay.json', 0).document.sections[0]?.blocks).toHaveLength(2);
  });
});

describe('dates of feeds', () => {
  test.each([
    ['Tue, 18 Feb 2025 09:30:00 GMT', '2025-02-18T09:30:00.000Z'],
    ['18 Feb 25 09:30 EST', '2025-02-18T14:30:00.000Z'],
    ['Tuesday, 18-Feb-2025 09:30:00 +0530', '2025-02-18T04:00:00.000Z'],
    ['2025-02-18T09:30:00.123456+01:00', '2025-02-18T08:30:00.000Z'],
    ['2025-02-18 09:30:00', '2025-02-18T09:30:00.000Z'],
    [' 2025-02-18 ', '2025-02-18T00:00:00.000Z'],
    ['2025-02', '2025-02-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(readFeedDate(text)?.toISOString()).toBe(expected);
  });

  test.each([
    '30 Feb 2025',
    '2025-13-01',
    'item 1',
    '1',
    'yesterday',
    '0000-00-00T00:00:00Z',
    '9999-12-31',
    '2025-02-18T99:00:00Z',
    '18 Xyz 2025',
    '',
  ])('%s is none', (text) => {
    expect(readFeedDate(text)).toBeNull();
  });
});

const rss = (body: string): string => `<rss version="2.0"><channel><title>t</title>${body}</channel></rss>`;

describe('what is no feed', () => {
  test.each([
    'Words.',
    '<html><body><p>A page</p></body></html>',
    '{"version":"1.0.0","items":[]}',
    '[1,2]',
    '<urlset></urlset>',
  ])('%s is not taken for one', (text) => {
    expect(isFeed(text)).toBe(false);
    expect(() => readFeed(text, { path: 'a.xml' })).toThrow('a.xml: it is no RSS, Atom or JSON feed.');
  });

  test('a feed that breaks off is refused, with what to do', () => {
    expect(() => readFeed('<rss version="2.0"><channel><title>t</title><item><title>a')).toThrow(
      'not a valid one',
    );
  });

  test('a feed without items is a feed', () => {
    expect(readFeed(rss('')).items).toEqual([]);
  });
});

describe('a feed as programs write them', () => {
  const rss = (items: string, more = ''): Feed =>
    readFeed(`<rss version="2.0"><channel><title>Quay Radio</title>${more}${items}</channel></rss>`);

  test('episodes and films without a description have the text of their modules', () => {
    const { items } = rss(
      '<item><title>Tide</title><description> </description><itunes:summary>Of ebb and flood.</itunes:summary></item>' +
        '<item><guid>2</guid><media:group><media:title>The dredger</media:title><media:description>It digs.</media:description></media:group></item>' +
        '<item><dc:title>The pilot</dc:title><dc:description>He waits.</dc:description></item>',
    );
    expect(items.map(({ title, text }) => [title, text])).toEqual([
      ['Tide', 'Of ebb and flood.'],
      ['The dredger', 'It digs.'],
      ['The pilot', 'He waits.'],
    ]);
    const film = readFeed(
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Quay</title><entry><id>v</id><title>The lock</title><media:group><media:description>It opens.</media:description></media:group></entry></feed>',
    );
    expect(film.items[0]?.text).toBe('It opens.');
  });

  test('with a "<" that begins no tag, and with characters of Windows', () => {
    const { items } = rss('<item><title>Depth < 3 m: don&#146;t dive</title><guid>1</guid></item>');
    expect(items[0]?.title).toBe('Depth < 3 m: don’t dive');
    expect(rss('<item><title>&#x96; &#130;a&#145; &#121;</title></item>').items[0]?.title).toBe('– ‚a‘ y');
  });

  test('with languages as programs name them', () => {
    expect(rss('', '<language>de_AT</language>').language).toBe('de-AT');
    expect(rss('', '<dc:language>fr</dc:language>').language).toBe('fr');
  });
});

test('entities that a document type defines are never expanded', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>${rss('<item><title>&b;&file;</title></item>')}`;
  expect(readFeed(bomb).items[0]?.title).not.toMatch(/aaaa|root/);
});

test('a feed lists at most a thousand items', () => {
  const items = Array.from({ length: 1_500 }, (_, index) => `<item><title>${index}</title></item>`).join('');
  expect(readFeed(rss(items)).items).toHaveLength(1_000);
});

test('whatever stands in a feed, the answer is a feed whose items all differ, or an error that says why', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<link>',
      '</link>',
      '<guid>',
      '</guid>',
      '<description>',
      '</description>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&#0;',
      '&#xFFFFFFF;',
      '<item><guid>1</guid><title>a</title></item>',
      'https://a.example',
      '//[',
      '<?',
      '<!--',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      try {
        const { items } = readFeed(rss(parts.join('')));
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      } catch (error) {
        expect(error).toBeInstanceOf(DocumentError);
      }
    }),
    { numRuns: 500 },
  );
});
