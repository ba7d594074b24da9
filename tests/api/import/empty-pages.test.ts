/** Pages that a server or a program sends in place of one. */
import { describe, expect, test } from 'vitest';
import { UnusableDocumentError } from '@communique/api/import/errors';
import { draftText } from '../../support/drafts.ts';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;

describe('a page that only says that there is none', () => {
  test.each([
    page('Harbour', '<noscript>Please enable JavaScript to use this app.</noscript><div id="root"></div>'),
    page('Harbour', '<noscript>You need to enable JavaScript to run this app.</noscript>'),
    page('Hafen', '<p>Bitte JavaScript aktivieren, um den Hafen zu sehen.</p>'),
    page('Page Not Found', '<h1>Page Not Found</h1><p>The page you asked for is gone.</p>'),
    page('404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>'),
    page('403 Forbidden', '<h1>Forbidden</h1><p>You are not allowed to see /quay on this server.</p>'),
    page('Seite nicht gefunden', '<p>Die Seite gibt es nicht mehr.</p>'),
  ])('is refused with what to do: %s', (html) => {
    expect(() => draftText(html, 'page.html')).toThrow(UnusableDocumentError);
    expect(() => draftText(html, 'page.html')).toThrow(/browser/);
  });

  test.each([
    page(
      'Forbidden berths',
      '<h1>Forbidden berths</h1><p>Nobody may moor at the first two berths. It is dangerous.</p>',
    ),
    page(
      'How to',
      `<h1>How to read the map</h1><p>Enable JavaScript before you open the map.</p><p>${'It shows each berth of the harbour in a colour of its own. '.repeat(8)}</p>`,
    ),
  ])('is none that tells something: %s', (html) => {
    expect(draftText(html, 'page.html').document.sections).not.toEqual([]);
  });
});
