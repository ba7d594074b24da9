/** What differs between two revisions that readers were given: words, facts and order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMoved } from '@communique/api/briefings/find-moved';
import { withApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';

const block = (id: string, more: object = {}) => ({
  id,
  citations: [1],
  content: { paragraph: `This is ${id}.` },
  ...more,
});
const section = (id: string, ...blocks: object[]) => ({ id, heading: id, kind: 'OTHER', blocks });

function changed(earlier: object[], later: object[]): Promise<object[]> {
  return new Promise((resolve, reject) => {
    withApi(async (api) => {
      const { query } = await withToken(api, 'EDITOR');
      await publishedByEditor(query, 'riyadh', { document: documentInput({ sections: earlier }) });
      const move = { slug: 'riyadh', expectedRevision: 2 };
      const edit = { slug: 'riyadh', expectedRevision: 1, reason: 'x' };
      await mutate(query, 'editBriefing', { ...edit, document: documentInput({ sections: later }) });
      await mutate(query, 'submitForReview', move);
      await mutate(query, 'approveBriefing', move);
      await mutate(query, 'publishBriefing', move);
      const { data } = await api.query(
        '{ briefing(slug: "riyadh") { ... on BriefingReady { briefing { changes(since: 1) { reason pieceId fields } } } } }',
      );
      resolve(data.briefing.briefing.changes);
    }).catch(reject);
  });
}

test('sections and blocks that stand elsewhere are told, and no more of them than moved', async () => {
  const first = [section('one', block('b1'), block('b2'), block('b3')), section('two', block('b4'))];
  const second = [section('two', block('b4')), section('one', block('b3'), block('b1'), block('b2'))];
  expect(await changed(first, second)).toEqual([
    { reason: 'MOVED', pieceId: expect.stringMatching(/^(one|two)$/), fields: ['order'] },
    { reason: 'MOVED', pieceId: 'b3', fields: ['order'] },
  ]);
});

test('a block that stands in another section is told, and those it left are not', async () => {
  const first = [section('one', block('b1'), block('b2')), section('two', block('b3'))];
  const second = [section('one', block('b2')), section('two', block('b1'), block('b3'))];
  expect(await changed(first, second)).toEqual([{ reason: 'MOVED', pieceId: 'b1', fields: ['sectionId'] }]);
});

test('what differs of a piece is named where its words are the same', async () => {
  const [first, second] = [
    [section('one', block('b1'), block('b2'))],
    [section('one', block('b1', { citations: [] }), block('b2', { priority: 1, shortForm: 'Short.' }))],
  ];
  expect(await changed(first, second)).toEqual([
    { reason: 'UPDATED', pieceId: 'b1', fields: ['citations'] },
    { reason: 'UPDATED', pieceId: 'b2', fields: ['priority', 'shortForm'] },
  ]);
});

test('the rest of two orders is in one order, and nothing moves where one was put elsewhere but that one', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'.split('')), { maxLength: 10 });
  fc.assert(
    fc.property(ids, ids, (earlier, later) => {
      const moved = findMoved(earlier, later);
      const rest = (order: string[], other: string[]) =>
        order.filter((id) => other.includes(id) && !moved.has(id));
      expect(rest(earlier, later)).toEqual(rest(later, earlier));
    }),
  );
  expect([...findMoved('abcdef'.split(''), 'fabcde'.split(''))]).toEqual(['f']);
  expect([...findMoved('abcdef'.split(''), 'bcadef'.split(''))]).toEqual(['a']);
});
