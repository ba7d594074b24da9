/** Forms in which few feeds are written, and those that are as large as feeds may be. */
import { describe, expect, test } from 'vitest';
import { readFeed } from '@communique/api/import/feed/read-feed';

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const XHTML = 'http://www.w3.org/1999/xhtml';

describe('Atom 0.3 with content in base64', () => {
  const itemsOf = (content: Uint8Array | string) =>
    readFeed(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour</title><entry><id>1</id><title>Quay</title><content type="text/html" mode="base64">\n${Buffer.from(content).toString('base64')}\n</content></entry></feed>`,
    ).items;

  test('says what it encodes', () => {
    expect(itemsOf('<p>The <b>quay</b> opens — & “closes” — in May.</p>')).toMatchObject([
      { text: 'The quay opens — & “closes” — in May.' },
    ]);
  });

  test('says nothing where that is no text', () => {
    expect(itemsOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toMatchObject([{ title: 'Quay', text: '' }]);
  });
});

test.each([
  ['https://strait.example/news/', 'https://strait.example/news/1.html'],
  ['news/', 'https://harbour.example/a/news/1.html'],
  ['/news/', 'https://harbour.example/news/1.html'],
])('a link may have a base of its own: %s', (base, url) => {
  const { items } = readFeed(
    `<feed ${ATOM} xml:base="https://harbour.example/a/"><title>H</title><entry><id>1</id><title>Quay</title><link href="1.html" xml:base="${base}"/></entry></feed>`,
  );
  expect(items).toMatchObject([{ url }]);
});

test.each([
  ['xhtml:', `<xhtml:body><xhtml:p>The <xhtml:b>quay</xhtml:b> opens.</xhtml:p></xhtml:body>`],
  ['', `<body xmlns="${XHTML}"><p>The <b>quay</b> opens.</p></body>`],
])('an item may have a body of XHTML (%sbody)', (_, body) => {
  const { items } = readFeed(
    `<rss version="2.0" xmlns:xhtml="${XHTML}"><channel><title>H</title><item><title>Quay</title><description>Short.</description>${body}</item><item><title>Crane</title><description><![CDATA[<html><body xmlns="${XHTML}"><p>It lifts.</p></body></html>]]></description></item></channel></rss>`,
  );
  expect(items).toMatchObject([
    { html: '<p>The <b>quay</b> opens.</p>', text: 'The quay opens.', summary: 'Short.' },
    { text: 'It lifts.' },
  ]);
});

const WORDS = 'The quay opens in May. '.repeat(40);

test.each<[string, () => string]>([
  [
    'one item of many small blocks',
    () => `<item><title>x</title><description>${'&lt;p&gt;a&lt;/p&gt;'.repeat(225_000)}</description></item>`,
  ],
  [
    'thousands of items',
    () =>
      Array.from(
        { length: 4_500 },
        (_, id) => `<item><title>${id}</title><description>${WORDS}</description></item>`,
      ).join(''),
  ],
  [
    'bodies that nobody closed',
    () => `<item><title>x</title></item><!-- ${`<body xmlns="${XHTML}">`.repeat(100_000)} -->`,
  ],
])('a feed of nearly 5 MB is read in seconds: %s', (_, items) => {
  const text = `<rss version="2.0"><channel><title>H</title>${items()}</channel></rss>`;
  expect(text.length).toBeGreaterThan(4_000_000);
  const start = process.cpuUsage();
  expect(readFeed(text).items.length).toBeGreaterThan(0);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000_000).toBeLessThan(10);
});
