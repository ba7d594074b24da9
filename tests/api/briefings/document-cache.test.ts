import { expect, test } from 'vitest';
import { createDocumentCache, type ReadableRevision } from '@communique/api/briefings/document-cache';
import { checkDocument } from '@communique/api/briefings/compose-draft';
import { readableDocument } from '@communique/api/briefings/readable-document';
import { aDocument } from '../../support/records.ts';

const provenance = { createdBy: 'x', reviewedBy: null, importedFrom: null };
const revision = (revisionId: string): ReadableRevision => ({
  revisionId,
  briefingId: 'briefing',
  communityId: 'library',
  slug: 'talks',
  number: 1,
  document: readableDocument(checkDocument(aDocument()), provenance),
  wordCount: 1,
  provenance,
  publishedAt: new Date(0),
});

test('what was not asked for longest is forgotten when there is no room', () => {
  const cache = createDocumentCache(100);
  cache.set(revision('a'), 40);
  cache.set(revision('b'), 40);
  cache.get('a');
  cache.set(revision('c'), 40);
  expect([cache.get('a'), cache.get('b'), cache.get('c')].map((found) => found?.revisionId)).toEqual([
    'a',
    undefined,
    'c',
  ]);
});

test('a document that is larger than everything is not kept and drives nothing out', () => {
  const cache = createDocumentCache(100);
  cache.set(revision('a'), 40);
  cache.set(revision('big'), 101);
  expect(cache.get('big')).toBeUndefined();
  expect(cache.get('a')).toBeDefined();
});

test('a document set twice counts once', () => {
  const cache = createDocumentCache(100);
  for (let times = 0; times < 5; times += 1) cache.set(revision('a'), 60);
  cache.set(revision('b'), 40);
  expect(cache.get('a')).toBeDefined();
  expect(cache.get('b')).toBeDefined();
});
