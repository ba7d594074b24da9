/** Pages as the programs that much of the web is made with write them. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const PROSE = '<p>You can change your booking until two hours before departure. It costs nothing.</p>';

function textsOf(html: string): unknown[] {
  const { document } = draftText(html, 'page.html');
  return document.sections.flatMap(({ blocks }) =>
    blocks.map((block) => ('text' in block ? block.text : 'items' in block ? block.items : block.type)),
  );
}

describe('who wrote it and when is no paragraph', () => {
  const facts = '<meta name="author" content="Mia Lund">';
  const page = (meta: string, head = facts) =>
    `<html lang="en"><head><title>Bookings</title>${head}</head><body><article><header><h1>Bookings</h1>${meta}</header>${PROSE}</article></body></html>`;

  test.each([
    '<div class="meta"><a>Mia Lund</a><ul><li>Updated <time datetime="2025-02-03T10:00:00Z">6 months ago</time></li></ul></div>',
    '<div>By <a rel="author" href="/mia">Mia Lund</a> | <time datetime="2025-02-03">3 February 2025</time> | 3 min read</div>',
    '<p><span>Mia Lund</span><span>·</span><span><time datetime="2025-02-03">Feb 3, 2025</time></span></p>',
    '<time datetime="2025-02-03">3 February 2025</time>',
  ])('in %s', (meta) => {
    expect(textsOf(page(meta))).toEqual([
      'You can change your booking until two hours before departure. It costs nothing.',
    ]);
    expect(draftText(page(meta), 'page.html').article).toMatchObject({
      byline: 'Mia Lund',
      publishedOn: '2025-02-03',
    });
  });

  test.each([
    '<p>It opens on <time datetime="2025-02-03">3 February</time>.</p>',
    '<ul><li><time datetime="2025-02-03">3 February</time> It opens.</li><li><time datetime="2025-02-04">4 February</time> It closes.</li></ul>',
    '<table><tr><th>Day</th><th>Hours</th></tr><tr><td><time datetime="2025-02-03">Monday</time></td><td>9–17</td></tr></table>',
    '<p>Mia Lund says that it opens on <time datetime="2025-02-03">3 February</time>.</p>',
  ])('but %s says something', (content) => {
    expect(textsOf(page('').replace(PROSE, `${PROSE}${content}`))).toHaveLength(2);
  });
});

test('folded answers below a heading of an FAQ file are its questions, and the heading none', () => {
  const text =
    '# Quay\n\n## Tickets\n\n<details>\n<summary><b>Is it free?</b></summary>\n\nYes.\n\n</details>\n\n## Dogs\n\n<details>\n<summary>Are dogs allowed?</summary>\n\nThey are.\n\n</details>\n\n## Luggage\n\n<details>\n<summary>How much?</summary>\n\nOne bag.\n\n</details>\n';
  expect(draftText(text, 'FAQ.md').faq.map(({ question }) => question)).toEqual([
    'Is it free?',
    'Are dogs allowed?',
    'How much?',
  ]);
});

test('a meaning of one paragraph goes on in the line of its term', () => {
  const { faq, leftOut } = draftText(
    '<html><head><title>FAQ</title></head><body><h1>FAQ</h1><h2>Is it fast?</h2><dl><dt>Reading</dt><dd><p>Yes.</p></dd><dt>Writing</dt><dd><p>No.</p></dd></dl></body></html>',
    'page.html',
  );
  expect(faq).toMatchObject([{ question: 'Is it fast?', answer: '- **Reading:** Yes.\n- **Writing:** No.' }]);
  expect(leftOut).toEqual([]);
});

describe('a button that asks opens its answer', () => {
  const page = (body: string) =>
    `<html lang="en"><head><title>Support</title></head><body><main><h1>Support</h1><p>We answer what people ask.</p>${body}</main></body></html>`;
  const QUESTIONS = [
    ['How do I read my meter?', 'Look at the black numbers.'],
    ['When is my bill due?', 'On the 15th.'],
  ];
  const each = (make: (question: string, answer: string, index: number) => string): string =>
    QUESTIONS.map(([question = '', answer = ''], index) => make(question, answer, index)).join('');

  test.each([
    [
      'in a heading',
      each(
        (q, a, i) =>
          `<div class="accordion-item"><h2><button aria-expanded="false" data-bs-target="#c${i}" aria-controls="c${i}">${q}</button></h2><div id="c${i}" class="collapse"><div class="accordion-body"><p>${a}</p></div></div></div>`,
      ),
    ],
    [
      'above what is hidden',
      each(
        (q, a, i) =>
          `<h3><button aria-expanded="false" aria-controls="r${i}">${q}</button></h3><div id="r${i}" role="region" hidden><p>${a}</p></div>`,
      ),
    ],
    [
      'in a list',
      `<ul>${each((q, a, i) => `<li><button aria-expanded="false" aria-controls="l${i}"><span>${q}</span></button><div id="l${i}" aria-hidden="true">${a}</div></li>`)}</ul>`,
    ],
    [
      'in a definition list',
      `<dl>${each((q, a, i) => `<div><dt><button aria-expanded="false" aria-controls="d${i}">${q}<svg></svg></button></dt><dd id="d${i}" hidden><p>${a}</p></dd></div>`)}</dl>`,
    ],
    [
      'with the words of schema.org',
      `<div itemscope itemtype="https://schema.org/FAQPage">${each((q, a) => `<div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question"><button><span itemprop="name">${q}</span></button><div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><div itemprop="text">${a}</div></div></div>`)}</div>`,
    ],
    [
      'as details in a list',
      `<ul>${each((q, a) => `<li><details><summary>${q}</summary><p>${a}</p></details></li>`)}</ul>`,
    ],
  ])('%s', (_where, body) => {
    const { faq, document } = draftText(page(body), 'page.html');
    expect(faq.map(({ question, answer }) => [question, answer])).toEqual(QUESTIONS);
    expect(document.sections.flatMap(({ blocks }) => blocks)).toMatchObject([
      { text: 'We answer what people ask.' },
    ]);
  });

  test('and one that does not ask is a button', () => {
    const menu =
      '<button aria-expanded="false" aria-controls="m">Menu</button><div id="m" hidden><p>Home</p></div>';
    const { faq, document } = draftText(page(menu), 'page.html');
    expect(faq).toEqual([]);
    expect(document.sections.flatMap(({ blocks }) => blocks)).toHaveLength(1);
  });
});

describe('of several articles in the data of a page', () => {
  const page = (articles: unknown, head = '') =>
    `<html lang="de"><head><title>Fähre fällt aus - Hafen-Nachrichten</title>${head}<script type="application/ld+json">${JSON.stringify(articles)}</script></head><body><article><h1>Fähre fällt aus</h1><p>Die Fähre fährt am Montag nicht. Das teilte die Reederei mit.</p></article></body></html>`;
  const other = {
    '@type': 'NewsArticle',
    headline: 'Anderer Artikel',
    url: 'https://h.example/2',
    datePublished: '2024-01-01',
    author: { name: 'Falsch' },
  };

  test.each([
    ['by its headline', { headline: 'Fähre fällt aus' }, ''],
    [
      'by its address',
      { headline: 'Ausfall!', mainEntityOfPage: { '@id': 'https://h.example/1' } },
      '<link rel="canonical" href="https://h.example/1/">',
    ],
    [
      'by the page that it is the main thing of',
      { headline: 'Ausfall!', mainEntityOfPage: 'https://h.example/1' },
      '<meta property="og:url" content="https://h.example/1">',
    ],
  ])('its own is believed, %s', (_how, facts, head) => {
    const own = {
      '@type': 'NewsArticle',
      datePublished: '2025-05-06',
      author: { name: 'Eva Holm' },
      ...facts,
    };
    expect(draftText(page([other, own], head), 'page.html').article).toMatchObject({
      byline: 'Eva Holm',
      publishedOn: '2025-05-06',
    });
  });

  test('none is, where none is known to be its own', () => {
    const third = { ...other, headline: 'Dritter Artikel' };
    expect(draftText(page([other, third]), 'page.html').article).toMatchObject({
      byline: null,
      publishedOn: null,
    });
  });

  test('names may stand in another part of it', () => {
    const graph = [
      {
        '@type': 'Article',
        headline: 'Fähre fällt aus',
        author: { '@id': '#eva' },
        publisher: { '@id': '#h' },
      },
      { '@type': 'Person', '@id': '#eva', name: 'Eva Holm' },
      { '@type': 'Organization', '@id': '#h', name: 'Hafen-Nachrichten' },
    ];
    expect(draftText(page({ '@graph': graph }), 'page.html').article).toMatchObject({
      byline: 'Eva Holm',
      publisher: 'Hafen-Nachrichten',
    });
  });
});

test('the lines of an answer are not told as left out', () => {
  const html =
    '<html><head><title>FAQ</title></head><body><h1>FAQ</h1><h2>What is covered?</h2><p>Boats and <b>docks</b>.<br>Not cars.</p><pre><code><span>npm run build<br></span><span>npm run deploy<br></span></code></pre></body></html>';
  expect(draftText(html, 'page.html').leftOut).toEqual([]);
});
