/** Mistakes put right in public, and what must go for good. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog } from '@communique/api/audit/table';
import { corrections } from '@communique/api/corrections/table';
import { revisions } from '@communique/api/briefings/table';
import { withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { tableCounts } from '../../support/records.ts';

const READ = `query ($since: Int!) { briefing(slug: "riyadh") { ... on BriefingReady { briefing { revision
  sections { plainText } claims { status credibility gradings { gradedBy reason } }
  corrections { kind wrong right reason correctedBy wrongRevision revision pieceIds }
  changes(since: $since) { reason kind pieceId fields before after correction { reason } } } } } }`;

async function read({ query }: Pick<TestApi, 'query'>, since = 1) {
  const { data, errors } = await query(READ, { since });
  return data?.briefing.briefing ?? errors[0];
}

function withPublished(run: (api: TestApi, query: TestApi['query']) => Promise<void>): Promise<void> {
  return withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedByEditor(query, 'riyadh');
    await run(api, query);
  });
}

const mistake = {
  slug: 'riyadh',
  expectedRevision: 1,
  wrong: 'four hours',
  right: 'five hours',
  reason: 'Misheard.',
};

test('a correction is a new published revision with its public record', () =>
  withPublished(async (api, query) => {
    expect(await mutate(query, 'correctBriefing', mistake)).toMatchObject({ revision: { revision: 2 } });
    expect(await read(api)).toEqual({
      revision: 2,
      sections: [{ plainText: 'Background\n\nThey spoke for five hours.' }],
      claims: [{ status: 'UNVERIFIED', credibility: 6, gradings: [] }],
      corrections: [
        {
          kind: 'CORRECTION',
          wrong: 'four hours',
          right: 'five hours',
          reason: 'Misheard.',
          correctedBy: 'Vera',
          wrongRevision: 1,
          revision: 2,
          pieceIds: ['p1'],
        },
      ],
      changes: [
        {
          reason: 'CORRECTED',
          kind: 'BLOCK',
          pieceId: 'p1',
          before: 'They spoke for four hours.',
          after: 'They spoke for five hours.',
          fields: ['text'],
          correction: { reason: 'Misheard.' },
        },
      ],
    });
    const rows = await api.db.orm.select().from(corrections);
    expect(rows.map(({ kind, lead }) => [kind, lead])).toEqual([
      ['CORRECTION', 'library'],
      ['CORRECTION', 'library/diplomacy'],
    ]);
  }));

test('a passage that is not there is refused, a mistake in another revision is a conflict, and nothing is written', () =>
  withPublished(async (api, query) => {
    const before = tableCounts(api);
    expect(await mutate(query, 'correctBriefing', { ...mistake, wrong: 'nine hours' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'wrong'],
    });
    expect(await mutate(query, 'correctBriefing', { ...mistake, expectedRevision: 2 })).toMatchObject({
      __typename: 'RevisionConflictError',
      current: { revision: 1 },
    });
    expect(tableCounts(api)).toEqual(before);
  }));

test('a correction that changes nothing, or something else than it says, is refused', () =>
  withPublished(async (api, query) => {
    const before = tableCounts(api);
    const refused = async (input: object) => mutate(query, 'correctBriefing', { ...mistake, ...input });
    const paragraph = (text: string) => {
      const [section] = documentInput().sections;
      return documentInput({
        sections: [{ ...section, blocks: [{ id: 'p1', citations: [1], content: { paragraph: text } }] }],
      });
    };
    expect(await refused({ right: ' four hours ' })).toMatchObject({ path: ['input', 'right'] });
    const otherwise = [
      { document: documentInput() },
      { document: paragraph('An entirely different matter, and a long one.'), wrong: 'a', right: 'b' },
      { document: paragraph('They spoke for four hours, fifteen of them.'), right: 'fifteen minutes' },
      { document: paragraph('They spoke for fourteen hours.'), wrong: 'nine hours', right: 'ten hours' },
    ];
    for (const input of otherwise) {
      expect(await refused(input)).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'wrong'] });
    }
    expect(tableCounts(api)).toEqual(before);
    const document = paragraph('They spoke for five hours.');
    expect(await refused({ document })).toMatchObject({ revision: { revision: 2 } });
  }));

test('a quotation whose words are corrected is to be judged anew, in the draft that is being worked on too', () =>
  withPublished(async (api, query) => {
    const grade = { slug: 'riyadh', claimId: 'c1', reason: 'Two reports.', status: 'CORROBORATED' };
    await mutate(query, 'gradeClaim', { ...grade, credibility: 2, expectedRevision: 1 });
    const document = documentInput({ title: 'A new title' });
    await mutate(query, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 2, reason: 'Title' });
    const words = { ...mistake, wrong: 'We agreed.', right: 'We disagreed.', expectedRevision: 2 };
    expect(await mutate(query, 'correctBriefing', words)).toMatchObject({ revision: { revision: 4 } });
    const claims = [
      {
        status: 'UNVERIFIED',
        credibility: 6,
        gradings: [
          { gradedBy: 'Vera', reason: 'Two reports.' },
          { gradedBy: 'Vera', reason: 'The words of the quotation were changed: Misheard.' },
        ],
      },
    ];
    expect(await read(api, 2)).toMatchObject({ claims });
    const move = { slug: 'riyadh', expectedRevision: 5 };
    for (const step of ['submitForReview', 'approveBriefing', 'publishBriefing']) {
      await mutate(query, step, move);
    }
    expect(await read(api, 2)).toMatchObject({ revision: 5, claims });
  }));

test('a draft that is being worked on follows the correction, so that publishing it brings no mistake back', () =>
  withPublished(async (api, query) => {
    const document = documentInput({ title: 'A new title' });
    await mutate(query, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 1, reason: 'Title' });
    expect(await mutate(query, 'correctBriefing', { ...mistake, document: documentInput() })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await mutate(query, 'correctBriefing', mistake)).toMatchObject({
      revision: { revision: 3 },
      briefing: { headState: 'DRAFT' },
    });
    const move = { slug: 'riyadh', expectedRevision: 4 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    await mutate(query, 'publishBriefing', move);
    const { data } = await query(
      `{ briefing(slug: "riyadh") { ... on BriefingReady { briefing { title } } } }`,
    );
    expect(data.briefing.briefing.title).toBe('A new title');
    const { sections, corrections: record, changes } = await read(api, 3);
    expect(sections).toEqual([{ plainText: 'Background\n\nThey spoke for five hours.' }]);
    expect(record).toHaveLength(1);
    expect(changes).toMatchObject([{ reason: 'UPDATED', kind: 'TITLE' }]);
  }));

test('an edit that words a quotation otherwise leaves it to be judged anew, as a correction does', () =>
  withPublished(async (api, query) => {
    const grade = { slug: 'riyadh', claimId: 'c1', reason: 'Two reports.', status: 'CORROBORATED' };
    await mutate(query, 'gradeClaim', { ...grade, credibility: 2, expectedRevision: 1 });
    const quotation = (text: string) => ({
      document: documentInput({
        claims: [{ id: 'c1', verbatim: true, text, speaker: 'A Minister', citations: [1] }],
      }),
    });
    const edit = { slug: 'riyadh', reason: 'Heard again.' };
    await mutate(query, 'editBriefing', { ...edit, ...quotation('We agreed on it.'), expectedRevision: 2 });
    const again = { reason: 'The words of the quotation were changed: Heard again.' };
    // Judging what readers have says nothing of what the draft has instead, and a correction elsewhere neither.
    await mutate(query, 'gradeClaim', { ...grade, credibility: 1, status: 'VERIFIED', expectedRevision: 2 });
    await mutate(query, 'correctBriefing', { ...mistake, expectedRevision: 4 });
    const move = { slug: 'riyadh', expectedRevision: 7 };
    for (const step of ['submitForReview', 'approveBriefing', 'publishBriefing']) {
      await mutate(query, step, move);
    }
    expect(await read(api, 2)).toMatchObject({
      revision: 7,
      claims: [
        {
          status: 'UNVERIFIED',
          credibility: 6,
          gradings: [{ reason: 'Two reports.' }, { reason: 'Two reports.' }, again],
        },
      ],
    });
  }));

test.each([
  ['hour', 'day', 'INSIDE'],
  ['4', '5', 'INSIDE'],
  ['four hour', 'five hour', 'INSIDE'],
  ['four', 'five', 'They spoke for five hours, not fourteen, of 2.4 or 4,000 words.'],
  ['four hours,', 'five hours,', 'They spoke for five hours, not fourteen, of 2.4 or 4,000 words.'],
  ['words.', 'lines.', 'They spoke for four hours, not fourteen, of 2.4 or 4,000 lines.'],
])('a correction of "%s" to "%s" never cuts words apart: %s', (wrong, right, expected) =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const [section] = documentInput().sections;
    const text = 'They spoke for four hours, not fourteen, of 2.4 or 4,000 words.';
    const blocks = [{ id: 'p1', citations: [1], content: { paragraph: text } }];
    const document = documentInput({ sections: [{ ...section, blocks }] });
    await publishedByEditor(query, 'riyadh', { document });
    const answer = await mutate(query, 'correctBriefing', { ...mistake, wrong, right });
    const { sections } = await read(api);
    if (expected === 'INSIDE') {
      expect(answer).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining('a part of longer words'),
        path: ['input', 'wrong'],
      });
      expect(sections).toEqual([{ plainText: `Background\n\n${text}` }]);
    } else {
      expect(answer).toMatchObject({ revision: { revision: 2 } });
      expect(sections).toEqual([{ plainText: `Background\n\n${expected}` }]);
    }
  }),
);

test('a grading is kept beside earlier ones and told in public', () =>
  withPublished(async (api, query) => {
    const grade = { slug: 'riyadh', claimId: 'c1', expectedRevision: 1, reason: 'Two reports.' };
    await mutate(query, 'gradeClaim', { ...grade, status: 'CORROBORATED', credibility: 2 });
    const second = { ...grade, expectedRevision: 2, status: 'FALSE', credibility: 5, reason: 'Denied.' };
    expect(await mutate(query, 'gradeClaim', second)).toMatchObject({ revision: { revision: 3 } });
    expect(
      await mutate(query, 'gradeClaim', { ...second, expectedRevision: 3, claimId: 'c9' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'claimId'],
    });
    expect(await read(api, 2)).toMatchObject({
      claims: [
        {
          status: 'FALSE',
          credibility: 5,
          gradings: [
            { gradedBy: 'Vera', reason: 'Two reports.' },
            { gradedBy: 'Vera', reason: 'Denied.' },
          ],
        },
      ],
      corrections: [
        {
          kind: 'GRADING',
          wrong: '“We agreed.”: CORROBORATED, credibility 2',
          right: '“We agreed.”: FALSE, credibility 5',
        },
        { kind: 'GRADING' },
      ],
      changes: [{ reason: 'CORRECTED', pieceId: 'c1', fields: expect.arrayContaining(['status']) }],
    });
    const acts = await api.db.orm
      .select()
      .from(auditLog)
      .where(sql`action = 'claim.grade'`);
    expect(acts.at(-1)).toMatchObject({
      before: { revision: 2, claimId: 'c1', status: 'CORROBORATED', credibility: 2 },
      after: { revision: 3, claimId: 'c1', status: 'FALSE', credibility: 5 },
    });
  }));

test('what was withdrawn is neither judged, corrected nor withdrawn again, and that is said', () =>
  withPublished(async (api, query) => {
    const seen = { slug: 'riyadh', expectedRevision: 1, reason: 'x' };
    await mutate(query, 'retractBriefing', seen);
    const grade = { ...seen, claimId: 'c1', status: 'FALSE', credibility: 5 };
    const before = tableCounts(api);
    const refused = { code: 'CONFLICT', message: expect.stringContaining('was withdrawn') };
    expect(await mutate(query, 'gradeClaim', grade)).toMatchObject(refused);
    expect(await mutate(query, 'correctBriefing', mistake)).toMatchObject(refused);
    expect(await mutate(query, 'archiveBriefing', seen)).toMatchObject(refused);
    expect(tableCounts(api)).toEqual(before);
  }));

test('an editor’s document cannot change how claims were graded or take corrections back', () =>
  withPublished(async (api, query) => {
    await mutate(query, 'correctBriefing', mistake);
    const grade = {
      slug: 'riyadh',
      claimId: 'c1',
      reason: 'Two reports.',
      status: 'VERIFIED',
      credibility: 1,
    };
    await mutate(query, 'gradeClaim', { ...grade, expectedRevision: 2 });
    await mutate(query, 'editBriefing', {
      slug: 'riyadh',
      document: documentInput({ title: 'Again' }),
      expectedRevision: 3,
      reason: 'Title',
    });
    const move = { slug: 'riyadh', expectedRevision: 4 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    await mutate(query, 'publishBriefing', move);
    expect(await read(api)).toMatchObject({
      revision: 4,
      claims: [{ status: 'VERIFIED' }],
      corrections: [{ kind: 'GRADING' }, { kind: 'CORRECTION' }],
    });
  }));

test('the outcome of a scenario is told to readers, and is no correction', () =>
  withPublished(async (api, query) => {
    const outcome = {
      slug: 'riyadh',
      scenarioId: 's1',
      expectedRevision: 1,
      text: 'No deal.',
      verdict: 'DID_NOT_HAPPEN',
    };
    await mutate(query, 'recordOutcome', outcome);
    const { data } = await api.query(
      `{ briefing(slug: "riyadh") { ... on BriefingReady { briefing { corrections { id } scenarios { outcome { text verdict } } } } } }`,
    );
    expect(data.briefing.briefing).toEqual({
      corrections: [],
      scenarios: [{ outcome: { text: 'No deal.', verdict: 'DID_NOT_HAPPEN' } }],
    });
  }));

test('the outcome of a scenario stays on record when the briefing is edited or corrected as a whole', () =>
  withPublished(async (api, query) => {
    const outcome = { scenarioId: 's1', text: 'No deal.', verdict: 'DID_NOT_HAPPEN' };
    await mutate(query, 'recordOutcome', { slug: 'riyadh', expectedRevision: 1, ...outcome });
    const [section] = documentInput().sections;
    const blocks = [{ id: 'p1', citations: [1], content: { paragraph: 'They spoke for five hours.' } }];
    const document = documentInput({ sections: [{ ...section, blocks }] });
    await mutate(query, 'correctBriefing', { ...mistake, document, expectedRevision: 2 });
    const edit = { slug: 'riyadh', document: { ...document, title: 'Two days of talks' }, reason: 'Title' };
    await mutate(query, 'editBriefing', { ...edit, expectedRevision: 3 });
    for (const move of ['submitForReview', 'approveBriefing', 'publishBriefing']) {
      await mutate(query, move, { slug: 'riyadh', expectedRevision: 4 });
    }
    const { data } = await api.query(
      `{ briefing(slug: "riyadh") { ... on BriefingReady { briefing { revision corrections { pieceIds }
        scenarios { outcome { text } } changes(since: 2) { kind } } } } }`,
    );
    expect(data.briefing.briefing).toEqual({
      revision: 4,
      corrections: [{ pieceIds: ['p1'] }],
      scenarios: [{ outcome: { text: 'No deal.' } }],
      changes: [{ kind: 'TITLE' }, { kind: 'BLOCK' }],
    });
  }));

test('a claim that was graded is not told to have changed by what came after', () =>
  withPublished(async (api, query) => {
    const judged = { status: 'VERIFIED', credibility: 2, reliability: 'B', reason: 'Checked.' };
    await mutate(query, 'gradeClaim', { slug: 'riyadh', claimId: 'c1', expectedRevision: 1, ...judged });
    const edit = { slug: 'riyadh', document: documentInput({ title: 'Two days of talks' }), reason: 'Title' };
    await mutate(query, 'editBriefing', { ...edit, expectedRevision: 2 });
    for (const move of ['submitForReview', 'approveBriefing', 'publishBriefing']) {
      await mutate(query, move, { slug: 'riyadh', expectedRevision: 3 });
    }
    const changes = async (since: number) => (await read(api, since)).changes;
    expect(await changes(2)).toMatchObject([{ kind: 'TITLE' }]);
    await mutate(query, 'correctBriefing', { ...mistake, expectedRevision: 3 });
    expect((await read(api)).corrections[0]).toMatchObject({ pieceIds: ['p1'] });
    expect(await changes(3)).toMatchObject([{ kind: 'BLOCK' }]);
  }));

test('a judgement that is there already is no correction', () =>
  withPublished(async (api, query) => {
    const judged = { status: 'VERIFIED', credibility: 2, reliability: 'B', reason: 'Checked.' };
    const grade = { slug: 'riyadh', claimId: 'c1', ...judged };
    await mutate(query, 'gradeClaim', { ...grade, expectedRevision: 1 });
    const before = tableCounts(api);
    for (const reliability of ['B', null]) {
      const again = await mutate(query, 'gradeClaim', { ...grade, reliability, expectedRevision: 2 });
      expect(again).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'status'] });
    }
    expect(tableCounts(api)).toEqual(before);
  }));

test('changes since what readers were never given are not shown', () =>
  withPublished(async (api, query) => {
    const document = documentInput({ title: 'A secret' });
    await mutate(query, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 1, reason: 'Title' });
    expect(await read(api, 2)).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  }));

test('a redacted passage is nowhere any more: not in a revision, not in the search, not in the audit log', () =>
  withPublished(async (api, query) => {
    await mutate(query, 'correctBriefing', { ...mistake, right: 'Jane Roe’s number' });
    const operator = (await withToken(api, 'OPERATOR')).query;
    const wish = { slug: 'riyadh', passage: 'Jane Roe', reason: 'Privacy.' };
    const fields = '... on RedactedBriefing { revisions } ... on Error { code }';
    const before = await api.db.orm.select({ id: revisions.id, number: revisions.number }).from(revisions);
    expect(await mutate(query, 'redactBriefing', wish, fields)).toEqual({ code: 'NOT_ALLOWED' });
    expect(await mutate(operator, 'redactBriefing', wish, fields)).toEqual({ revisions: 1 });
    const after = await api.db.orm.select({ id: revisions.id, number: revisions.number }).from(revisions);
    expect(after.find(({ number }) => number === 1)).toEqual(before.find(({ number }) => number === 1));
    expect(after.find(({ number }) => number === 2)?.id).not.toBe(
      before.find(({ number }) => number === 2)?.id,
    );
    expect(await read(api)).toMatchObject({
      sections: [{ plainText: 'Background\n\nThey spoke for █████’s number.' }],
      corrections: [{ right: '█████’s number' }],
    });
    expect(everyText(api)).not.toContain('Jane Roe');
    const log = await api.db.orm.select().from(auditLog);
    expect(log.at(-1)).toMatchObject({
      action: 'briefing.redact',
      actorKind: 'OPERATOR',
      details: { reason: 'Privacy.' },
      after: { revisions: [{ slug: 'riyadh', number: 2 }] },
    });
  }));

test('a redacted revision is not there for readers, and what they read now cannot go whole', () =>
  withPublished(async (api, query) => {
    await mutate(query, 'correctBriefing', mistake);
    const operator = (await withToken(api, 'OPERATOR')).query;
    const fields = '... on RedactedBriefing { revisions } ... on Error { code }';
    const redact = (revision: number) =>
      mutate(operator, 'redactBriefing', { slug: 'riyadh', revision, reason: 'Court order.' }, fields);
    expect(await redact(2)).toEqual({ code: 'CONFLICT' });
    expect(await redact(9)).toEqual({ code: 'INVALID_INPUT' });
    expect(await redact(1)).toEqual({ revisions: 1 });
    const { data } = await api.query(`{ briefing(slug: "riyadh", revision: 1) { ... on Error { code } } }`);
    expect(data.briefing).toEqual({ code: 'NOT_FOUND' });
    expect(everyText(api)).not.toContain('They spoke for four hours');
  }));

const REDACTED = '... on RedactedBriefing { revisions } ... on Error { code message }';

test('the last revision of a withdrawn briefing can go as a whole; that it was withdrawn, and why, stays', () =>
  withPublished(async (api, query) => {
    await mutate(query, 'retractBriefing', { slug: 'riyadh', expectedRevision: 1, reason: 'Invented.' });
    const operator = (await withToken(api, 'OPERATOR')).query;
    const wish = { slug: 'riyadh', revision: 1, reason: 'Court order.' };
    expect(await mutate(operator, 'redactBriefing', wish, REDACTED)).toEqual({ revisions: 1 });
    expect(everyText(api)).not.toContain('four hours');
    expect(everyText(api)).not.toContain(documentInput().title);
    const { data } = await api.query(
      '{ briefing(slug: "riyadh") { __typename ... on BriefingWithdrawn { reason } } }',
    );
    expect(data.briefing).toEqual({ __typename: 'BriefingWithdrawn', reason: 'Invented.' });
  }));

test('a draft that nobody was given can go as a whole, and is edited before it goes anywhere', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const operator = (await withToken(api, 'OPERATOR')).query;
    await mutate(query, 'createBriefing', { slug: 'riyadh', document: documentInput() });
    const redaction = { slug: 'riyadh', revision: 1, reason: 'Court order.' };
    const move = { slug: 'riyadh', expectedRevision: 1 };
    await mutate(query, 'submitForReview', move);
    expect(await mutate(operator, 'redactBriefing', redaction, REDACTED)).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('send it back first'),
    });
    await mutate(query, 'sendBackBriefing', { ...move, reason: 'To be redacted' });
    expect(await mutate(operator, 'redactBriefing', redaction, REDACTED)).toEqual({ revisions: 1 });
    expect(everyText(api)).not.toContain(documentInput().title);
    for (const [asker, name] of [
      [query, 'submitForReview'],
      [operator, 'publishBriefing'],
    ] as const) {
      expect(await mutate(asker, name, move, '... on Error { code message }')).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('was redacted'),
      });
    }
    await mutate(query, 'editBriefing', { ...move, document: documentInput(), reason: 'Written anew' });
    expect(await mutate(operator, 'publishBriefing', { ...move, expectedRevision: 2 })).toMatchObject({
      briefing: { status: 'PUBLISHED' },
    });
  }));

function everyText({ db }: TestApi): string {
  const tables = Object.keys(tableCounts({ db }));
  return JSON.stringify(tables.map((table) => db.orm.all(`select * from "${table}"`)));
}

const GRADE = { slug: 'draft', claimId: 'c1', status: 'CORROBORATED', credibility: 2, reason: 'Two say so.' };

test('a claim of a draft is judged before anybody reads it, without a public record, and readers get the judgement with the claim', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await mutate(query, 'createBriefing', { slug: 'draft', document: documentInput() });
    expect(await mutate(query, 'gradeClaim', { ...GRADE, expectedRevision: 1 })).toMatchObject({
      revision: { revision: 2 },
      briefing: { status: 'DRAFT', headState: 'DRAFT' },
    });
    expect(await mutate(query, 'gradeClaim', { ...GRADE, expectedRevision: 1 })).toMatchObject({
      __typename: 'RevisionConflictError',
    });
    expect(await mutate(query, 'gradeClaim', { ...GRADE, expectedRevision: 2 })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'status'],
    });
    const edit = { slug: 'draft', document: documentInput({ title: 'Other' }), reason: 'x' };
    await mutate(query, 'editBriefing', { ...edit, expectedRevision: 2 });
    for (const step of ['submitForReview', 'approveBriefing', 'publishBriefing'])
      await mutate(query, step, { slug: 'draft', expectedRevision: 3 });
    const { data } = await api.query(`{ briefing(slug: "draft") { ... on BriefingReady { briefing {
      revision corrections { kind } claims { status credibility gradings { gradedBy reason } } } } } }`);
    expect(data.briefing.briefing).toEqual({
      revision: 3,
      corrections: [],
      claims: [
        { status: 'CORROBORATED', credibility: 2, gradings: [{ gradedBy: 'Vera', reason: 'Two say so.' }] },
      ],
    });
  }));

test('a claim that only the draft of a published briefing has is judged there; readers and the public record stay as they are', () =>
  withPublished(async (api, query) => {
    const { claims } = documentInput();
    const more = { id: 'c2', verbatim: false, text: 'They will meet again.', citations: [1] };
    const document = documentInput({ claims: [...claims, more] });
    await mutate(query, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 1, reason: 'x' });
    const grade = { ...GRADE, slug: 'riyadh', claimId: 'c2' };
    expect(await mutate(query, 'gradeClaim', { ...grade, expectedRevision: 2 })).toMatchObject({
      revision: { revision: 3 },
      briefing: { status: 'PUBLISHED', headState: 'DRAFT' },
    });
    expect(await read(api, 1)).toMatchObject({ revision: 1, corrections: [] });
    // What readers have is judged for them, and the draft follows with both.
    await mutate(query, 'gradeClaim', { ...grade, claimId: 'c1', expectedRevision: 1 });
    expect(await read(api, 1)).toMatchObject({ revision: 4, corrections: [{ kind: 'GRADING' }] });
    for (const step of ['submitForReview', 'approveBriefing', 'publishBriefing'])
      await mutate(query, step, { slug: 'riyadh', expectedRevision: 5 });
    expect(await read(api, 1)).toMatchObject({
      claims: [{ credibility: 2 }, { status: 'CORROBORATED', credibility: 2 }],
    });
  }));
