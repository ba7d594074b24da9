/** Values that are more than text: what does not fit is a typed error that names the field, and changes nothing. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { withApi, FORUM, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';
import { tableCounts } from '../../support/records.ts';

const moderator = { userId: '1336000000000000041', guildId: FORUM, permissions: '32' };

interface Wrong {
  mutation?: string;
  input: object;
  path: string[];
}

const inDocument = (changes: object, ...path: string[]): Wrong => ({
  input: { slug: 'riyadh', document: documentInput(changes) },
  path: ['input', 'document', ...path],
});
const block = (paragraph: string) => ({ id: 'p1', content: { paragraph } });
const sectionOf = (paragraph: string) => ({
  sections: [{ id: 's', kind: 'OTHER', blocks: [block(paragraph)] }],
});

const WRONG: Record<string, Wrong> = {
  'a slug with spaces': {
    input: { slug: 'Talks in Riyadh', document: documentInput() },
    path: ['input', 'slug'],
  },
  'a slug of 81 characters': {
    input: { slug: 'a'.repeat(81), document: documentInput() },
    path: ['input', 'slug'],
  },
  'a key that is no UUID': {
    input: { slug: 'riyadh', document: documentInput(), idempotencyKey: 'again' },
    path: ['input', 'idempotencyKey'],
  },
  'an address of another protocol': inDocument(
    { sources: [{ url: 'javascript:alert(1)' }] },
    'sources',
    '0',
    'url',
  ),
  'an address without one': inDocument(
    { sources: [{ archivedUrl: 'example.org' }] },
    'sources',
    '0',
    'archivedUrl',
  ),
  'an address of 2,001 characters': inDocument(
    { sources: [{ url: `https://example.org/${'a'.repeat(1_981)}` }] },
    'sources',
    '0',
    'url',
  ),
  'a day that does not exist': inDocument(
    { sources: [{ publishedOn: '2025-02-30' }] },
    'sources',
    '0',
    'publishedOn',
  ),
  'a month that does not exist': inDocument(
    { sources: [{ publishedOn: '2025-13' }] },
    'sources',
    '0',
    'publishedOn',
  ),
  'a language that is none': inDocument({ language: 'no language' }, 'language'),
  'a topic that is no slug': inDocument({ topics: [{ slug: '../..', name: 'Up' }] }, 'topics', '0', 'slug'),
  'a NUL in a text': inDocument(
    sectionOf('before\u0000after'),
    'sections',
    '0',
    'blocks',
    '0',
    'content',
    'paragraph',
  ),
  'half a character': inDocument(sectionOf('\uD83D'), 'sections', '0', 'blocks', '0', 'content', 'paragraph'),
  'an instant that does not exist': {
    mutation: 'publishBriefing',
    input: { slug: 'riyadh', expectedRevision: 1, at: '2025-02-30T09:00:00Z' },
    path: ['input', 'at'],
  },
  'an instant without an offset': {
    mutation: 'publishBriefing',
    input: { slug: 'riyadh', expectedRevision: 1, at: '2025-02-20T09:00:00' },
    path: ['input', 'at'],
  },
};

test.each(Object.entries(WRONG))('%s is a typed error with the path of its field', (_name, wrong) =>
  withApi(async (api) => {
    const editor = await withToken(api, 'EDITOR');
    const before = tableCounts(api);
    const result = await mutate(editor.query, wrong.mutation ?? 'createBriefing', wrong.input);
    expect(result).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      path: wrong.path,
    });
    expect(result.message).toMatch(/such as|nothing can show/);
    expect(tableCounts(api)).toEqual(before);
  }),
);

test.each([
  ['channelId', '12'],
  ['timeZone', 'Mars/Olympus Mons'],
  ['localTime', '25:00'],
])('a schedule whose %s is "%s" is a typed error with its path', (field, value) =>
  withApi(async (api) => {
    const wish = { channelId: '1336000000000000021', localTime: '09:00', timeZone: 'UTC', [field]: value };
    const result = await mutate(api.as(moderator), 'createDigestSchedule', wish, FIELDS);
    expect(result).toMatchObject({ __typename: 'InvalidInputError', path: ['input', field] });
  }),
);
const FIELDS = '__typename ... on Error { code message path }';

test('a value is judged alike in the text of an operation and in its variables', () =>
  withApi(async (api) => {
    const { data, errors } = await api.as(moderator)(
      `mutation { result: addWebhook(input: { url: "ftp://example.org", idempotencyKey: "${randomUUID()}" }) { ${FIELDS} } }`,
    );
    expect(errors).toEqual([]);
    expect(data.result).toMatchObject({ __typename: 'InvalidInputError', path: ['input', 'url'] });
  }));

test('where a field has no union, the error stands beside the answer with code and path', () =>
  withApi(async (api) => {
    for (const [argument, type, value] of [
      ['language', 'LanguageTag', '!'],
      ['updatedSince', 'DateTime', 'yesterday'],
    ] as const) {
      const { data, errors } = await api.query(
        `query ($value: ${type}) { briefings(first: 1, ${argument}: $value) { edges { cursor } } }`,
        { value },
      );
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: [argument] } }]);
    }
  }));

test('good values of every kind are taken as they are', () =>
  withApi(async (api) => {
    const source = {
      url: 'https://example.org/ä?q=1#top',
      archivedUrl: 'http://[::1]:8080/',
      publishedOn: '2024-02-29',
    };
    const created = await createdWith(api, {
      language: 'zh-Hant-TW',
      topics: [{ slug: 'газ-и-нефть', name: 'Газ' }],
      sources: [source, { publishedOn: '2025-02' }, { publishedOn: '2025' }],
    });
    expect(created).toMatchObject({
      __typename: 'EditedBriefing',
      revision: {
        language: 'zh-Hant-TW',
        sources: [{ url: source.url, publishedOn: { value: '2024-02-29', precision: 'DAY' } }, {}, {}],
      },
    });
  }));

async function createdWith(api: TestApi, changes: object) {
  const editor = await withToken(api, 'EDITOR');
  return mutate(
    editor.query,
    'createBriefing',
    { slug: 'москва', document: documentInput(changes) },
    '__typename ... on EditedBriefing { revision { language sources { url publishedOn { value precision } } } } ... on Error { message path }',
  );
}
