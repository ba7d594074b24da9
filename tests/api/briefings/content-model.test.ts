/** What a piece of a briefing can say, written by an editor's client and read by a reader's. */
import { expect, test } from 'vitest';
import { withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { published } from '../../support/records.ts';

async function read({ query }: TestApi, fields: string) {
  const { data, errors } = await query(
    `{ briefing(slug: "riyadh") { ... on BriefingReady { briefing { ${fields} } } } }`,
  );
  expect(errors).toEqual([]);
  return data.briefing.briefing;
}

function block(content: object, more: object = {}) {
  const blocks = [{ id: 'b1', content, ...more }];
  return { sections: [{ id: 's', heading: 'A', kind: 'OTHER', blocks }] };
}

/** Publishes what an editor's client sends; answers the refusal where there is one. */
function writing(document: object, run: (api: TestApi, query: TestApi['query']) => Promise<void>) {
  return withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedByEditor(query, 'riyadh', { document: documentInput(document) });
    await run(api, query);
  });
}

async function refusal(document: object): Promise<{ code: string; message: string }> {
  let answer = { code: '', message: '' };
  await withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    answer = await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput(document) });
  });
  return answer;
}

test('a block says how it may be shortened and what it rests on', () => {
  const hints = { priority: 5, shortForm: 'Met.', maxChars: 200, citations: [1] };
  return writing(block({ paragraph: 'They met.' }, hints), async (api) =>
    expect(
      await read(
        api,
        'sections { blocks { citations sources { number publisher } hints { priority shortForm maxChars plainText } } }',
      ),
    ).toEqual({
      sections: [
        {
          blocks: [
            {
              citations: [1],
              sources: [{ number: 1, publisher: 'Example News' }],
              hints: { priority: 5, shortForm: 'Met.', maxChars: 200, plainText: 'They met.' },
            },
          ],
        },
      ],
    }),
  );
});

const COLUMNS = [
  { label: 'Since', type: 'DATE' },
  { label: 'Amount', type: 'NUMBER', unit: 'USD', align: 'END' },
  { label: 'Note' },
];

test('a table has typed columns', () =>
  writing(
    block({
      table: {
        columns: COLUMNS,
        rows: [
          ['2025-02', '-1234.5', '1,5 %'],
          ['', '', ''],
        ],
      },
    }),
    async (api) => {
      const fields = 'sections { blocks { ... on TableBlock { columns { label unit align type } rows } } }';
      const { sections } = await read(api, fields);
      expect(sections[0].blocks[0]).toEqual({
        columns: [
          { label: 'Since', unit: null, align: 'START', type: 'DATE' },
          { label: 'Amount', unit: 'USD', align: 'END', type: 'NUMBER' },
          { label: 'Note', unit: null, align: 'START', type: 'TEXT' },
        ],
        rows: [
          ['2025-02', '-1234.5', '1,5 %'],
          ['', '', ''],
        ],
      });
    },
  ));

test.each([
  ['2025-13', '1', 'has "2025-13" in the column "Since"'],
  ['2025', '1,5', 'has "1,5" in the column "Amount"'],
])('a cell that is not of its column’s type is refused by name', async (since, amount, message) => {
  const refused = await refusal(block({ table: { columns: COLUMNS, rows: [[since, amount, '']] } }));
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(message) });
});

test('a paraphrase is never shown as a quotation', async () => {
  const claims = [{ id: 'c1', verbatim: false, text: 'They agreed.', citations: [1] }];
  expect(await refusal({ claims, ...block({ quotedClaimId: 'c1' }) })).toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('which is a paraphrase'),
  });
});

test('what a stakeholder wants is shown by evidence with its claim and sources', async () => {
  const evidence = [
    { kind: 'RED_LINE', text: 'Said so on television.', claimId: 'c1', citations: [1] },
    { kind: 'LEVERAGE', text: 'Closed the pipeline.' },
  ];
  const stakeholders = [{ id: 'x', name: 'X', redLines: ['NATO'], leverage: ['Gas'], evidence }];
  await writing({ stakeholders }, async (api) =>
    expect(
      await read(
        api,
        'stakeholders { redLines evidence { kind text claim { text } sources { publisher } } }',
      ),
    ).toEqual({
      stakeholders: [
        {
          redLines: ['NATO'],
          evidence: [
            {
              kind: 'RED_LINE',
              text: 'Said so on television.',
              claim: { text: 'We agreed.' },
              sources: [{ publisher: 'Example News' }],
            },
            { kind: 'LEVERAGE', text: 'Closed the pipeline.', claim: null, sources: [] },
          ],
        },
      ],
    }),
  );
  const unknown = [{ id: 'x', name: 'X', evidence: [{ kind: 'INTEREST', text: 'y', claimId: 'c9' }] }];
  expect(await refusal({ stakeholders: unknown })).toMatchObject({ code: 'INVALID_INPUT' });
  const uncited = [{ id: 'x', name: 'X', evidence: [{ kind: 'INTEREST', text: 'y', citations: [9] }] }];
  expect(await refusal({ stakeholders: uncited })).toMatchObject({ code: 'INVALID_INPUT' });
});

test('a prompt says for whom it is, whether it takes sides and what it opens', () =>
  writing(
    {
      prompts: [
        { id: 'q1', text: 'Why now?', level: 'EXPERT', stanceNeutral: true, opensThread: true },
        { id: 'q2', text: 'And then?' },
      ],
    },
    async (api) =>
      expect(await read(api, 'prompts { id level stanceNeutral opensThread }')).toEqual({
        prompts: [
          { id: 'q1', level: 'EXPERT', stanceNeutral: true, opensThread: true },
          { id: 'q2', level: null, stanceNeutral: null, opensThread: false },
        ],
      }),
  ));

test('a claim is graded on two axes, and each judgement keeps both', () =>
  writing({}, async (api, query) => {
    const grade = { slug: 'riyadh', claimId: 'c1', reason: 'Two reports.', status: 'CORROBORATED' };
    await mutate(query, 'gradeClaim', { ...grade, expectedRevision: 1, credibility: 2, reliability: 'B' });
    await mutate(query, 'gradeClaim', { ...grade, expectedRevision: 2, credibility: 1 });
    const fields =
      'claims { credibility reliability gradings { credibility reliability } } corrections { right }';
    expect(await read(api, fields)).toEqual({
      claims: [
        {
          credibility: 1,
          reliability: 'B',
          gradings: [
            { credibility: 2, reliability: 'B' },
            { credibility: 1, reliability: null },
          ],
        },
      ],
      corrections: [
        { right: '“We agreed.”: CORROBORATED, credibility 1' },
        { right: '“We agreed.”: CORROBORATED, credibility 2, reliability B' },
      ],
    });
    const document = documentInput({ title: 'Edited' });
    await mutate(query, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 3, reason: 'x' });
    const head = await query(
      '{ editorialBriefing(slug: "riyadh") { ... on EditorialBriefing { head { claims { reliability } } } } }',
    );
    expect(head.data.editorialBriefing.head.claims).toEqual([{ reliability: 'B' }]);
  }));

test('a claim knows where it first appeared, and where since', () =>
  writing(
    {
      sources: [
        { publisher: 'Undated' },
        { publisher: 'Some day in February', publishedOn: '2025-02' },
        { publisher: 'First', publishedOn: '2025-02-18' },
        { publisher: 'March', publishedOn: '2025-03-01' },
      ],
      claims: [
        { id: 'c1', verbatim: false, text: 'They met.', citations: [1, 2, 3, 4] },
        { id: 'c2', verbatim: false, text: 'They talked.', citations: [1] },
      ],
    },
    async (api) => {
      const fields =
        'claims { firstAppearance { publisher } appearances { on { value precision } source { number } } }';
      expect(await read(api, fields)).toEqual({
        claims: [
          {
            firstAppearance: { publisher: 'First' },
            appearances: [
              { on: { value: '2025-02-18', precision: 'DAY' }, source: { number: 3 } },
              { on: { value: '2025-02', precision: 'MONTH' }, source: { number: 2 } },
              { on: { value: '2025-03-01', precision: 'DAY' }, source: { number: 4 } },
              { on: null, source: { number: 1 } },
            ],
          },
          { firstAppearance: null, appearances: [{ on: null, source: { number: 1 } }] },
        ],
      });
    },
  ));

test('a language is kept in its one form, however it was written', () =>
  writing({ language: 'EN-us' }, async (api) =>
    expect(await read(api, 'language')).toEqual({ language: 'en-US' }),
  ));

test('how sure we are is apart from how important it is, and its method is public', () =>
  withApi(async (api) => {
    const claim = { verbatim: false, text: 'They met.' };
    const document = {
      importance: 1,
      sources: [
        { number: 1, reliability: 'A' as const },
        { number: 2, reliability: 'C' as const },
        { number: 3, reliability: 'F' as const },
        { number: 4 },
      ],
      claims: [1, 2, 5, 6].map((credibility) => ({ ...claim, id: `c${credibility}`, credibility })),
    };
    await published(api, 'riyadh', { document });
    expect(await read(api, 'importance credibility { claims sources judgedClaims judgedSources }')).toEqual({
      importance: 1,
      credibility: { claims: 2, sources: 'C', judgedClaims: 3, judgedSources: 2 },
    });
    const { data } = await api.query('{ __type(name: "Credibility") { description } }');
    expect(data.__type.description).toContain('The method:');
  }));

test.each([
  ['en', 'LTR'],
  ['ar', 'RTL'],
  ['fa-IR', 'RTL'],
  ['he', 'RTL'],
  ['az-Arab', 'RTL'],
  ['ru', 'LTR'],
])('text in %s runs %s', (language, direction) =>
  withApi(async (api) => {
    await published(api, 'riyadh', { document: { language } });
    expect(await read(api, 'language direction')).toEqual({ language, direction });
  }),
);

test('what lists go by is compared from revision to revision too', () =>
  writing({}, async (api, query) => {
    const document = documentInput({ importance: 5, contentWarnings: ['War'] });
    await mutate(query, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 1, reason: 'x' });
    const move = { slug: 'riyadh', expectedRevision: 2 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    await mutate(query, 'publishBriefing', move);
    expect(await read(api, 'changes(since: 1) { kind reason before after }')).toEqual({
      changes: [
        {
          kind: 'DETAILS',
          reason: 'UPDATED',
          before: 'en\nDiplomacy',
          after: 'en\n5\nWar\nDiplomacy',
        },
      ],
    });
  }));
