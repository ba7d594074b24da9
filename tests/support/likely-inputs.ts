/** Inputs that mostly fit and name what exists, so that they reach the rules; the rest is wrong in every way there is. */
import fc from 'fast-check';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '🕊️',
  '\u202Egnp',
  'x'.repeat(3_000),
  "' or 1=1 --",
  '../..',
  'İ',
  '-1',
  '1e309',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '2025-02-30',
  'Europe/Nowhere',
  '99999999999999999999',
];

const hostileText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 }));
const wrong = fc.oneof(fc.jsonValue({ maxDepth: 2 }), hostileText);

const instants = ['2025-02-18T07:00:00Z', '2025-03-01T00:00:00+14:00', '2125-01-01T00:00:00.123456789Z'];
/** What fits, by scalar. */
const FITTING: Record<string, fc.Arbitrary<unknown>> = {
  Boolean: fc.boolean(),
  CalendarDate: fc.constantFrom('2025-02-18', '2025-02', '2025', '0001-01-01'),
  DateTime: fc.constantFrom(...instants),
  Int: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 5 }) },
    { weight: 1, arbitrary: fc.maxSafeInteger().map((n) => n | 0) },
  ),
  LanguageTag: fc.constantFrom('en', 'de', 'zh-Hant-TW'),
  LocalTime: fc.constantFrom('09:00', '23:59', '24:00'),
  Slug: fc.constantFrom('riyadh', 'riyadh', 'riyadh', 'moscow', 'diplomacy', 'new'),
  Snowflake: fc.constantFrom('1336000000000000001', '1336000000000000002', '1336000000000000071'),
  TimeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Mars/Olympus'),
  URL: fc.constantFrom('https://example.org/a', 'http://[::1]/', 'https://user:secret@example.org/'),
  UUID: fc.uuid(),
};
/** Texts that name what there is. */
const NAMES = [
  'riyadh',
  'library',
  '1336000000000000001',
  'p1',
  'claim-1',
  'deal',
  'background',
  'They met.',
  'four',
  'x',
];

export function likelyInput(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  const misses = depth === 0 ? 1 : 2;
  return fc.oneof(
    { weight: 60, arbitrary: fitting(type, depth) },
    { weight: misses, arbitrary: wrong },
    { weight: misses, arbitrary: fc.constant(null) },
  );
}

function fitting(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return fitting(type.ofType, depth);
  if (isListType(type)) return fc.array(likelyInput(type.ofType, depth + 1), { maxLength: 2 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (!isInputObjectType(type)) return FITTING[type.name] ?? fc.oneof(fc.constantFrom(...NAMES), hostileText);
  const fields = Object.values(type.getFields());
  if (type.isOneOf) {
    return fc.oneof(
      ...fields.map((field) => fc.record({ [field.name]: likelyInput(field.type, depth + 1) })),
    );
  }
  return fieldsOf(fields, depth);
}

/** All that is required, nearly always, and some of the rest. */
function fieldsOf(fields: readonly GraphQLInputField[], depth: number): fc.Arbitrary<unknown> {
  const shape = Object.fromEntries(fields.map((field) => [field.name, likelyInput(field.type, depth + 1)]));
  const required = fields.filter(isRequiredInputField).map(({ name }) => name);
  return fc.oneof(
    { weight: 30, arbitrary: fc.record(shape, { requiredKeys: required }) },
    { weight: 1, arbitrary: fc.record(shape, { requiredKeys: [] }) },
  );
}
