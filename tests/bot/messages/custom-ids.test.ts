import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatCustomId,
  parseCustomId,
  sectionKey,
  type CustomId,
} from '@communique/bot/messages/custom-ids';
import { anySlug } from '../../support/bot-arbitraries.ts';

const page = fc.nat(999);
const anyId: fc.Arbitrary<CustomId> = fc.oneof(
  fc.record({
    kind: fc.constant('briefing' as const),
    slug: anySlug,
    view: fc.constantFrom('overview' as const, 'scenarios' as const, 'faq' as const),
    page,
  }),
  fc.record({ kind: fc.constant('sections' as const), slug: anySlug }),
  fc.record({
    kind: fc.constant('section' as const),
    slug: anySlug,
    key: fc.string().map(sectionKey),
    page,
  }),
  fc.record({ kind: fc.constant('faq' as const), slug: anySlug, page }),
  fc.constant({ kind: 'faq-menu' as const }),
  fc.record({
    kind: fc.constant('report' as const),
    subject: fc.constantFrom('briefing' as const, 'faq' as const),
    slug: anySlug,
  }),
  fc.record({ kind: fc.constant('delivery' as const), deliveryId: fc.uuid() }),
);

test('what was written is read again, within 100 characters', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      const text = formatCustomId(id);
      expect(text.length).toBeLessThanOrEqual(100);
      expect(parseCustomId(text)).toEqual(id);
    }),
  );
});

test('a slug of the greatest length has room', () => {
  const slug = 'a'.repeat(80);
  expect(formatCustomId({ kind: 'section', slug, key: 'zzzzzzz', page: 999 }).length).toBeLessThanOrEqual(
    100,
  );
  expect(formatCustomId({ kind: 'briefing', slug, view: 'scenarios', page: 999 }).length).toBeLessThanOrEqual(
    100,
  );
});

test.each([
  '',
  'b:',
  'b:slug:unknown:0',
  'b:SLUG:overview:0',
  'digest:x:more',
  'f:slug:-1',
  'r:x:slug',
  'b:a:s:key:0:more',
])('%j is none of ours', (text) => {
  expect(parseCustomId(text)).toBeNull();
});

test('the button of a digest carries the delivery’s id as it is', () => {
  const deliveryId = '0f8fad5b-d9cb-469f-a165-70867728950e';
  expect(formatCustomId({ kind: 'delivery', deliveryId })).toBe(`digest:${deliveryId}:more`);
});
