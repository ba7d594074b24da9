/** What readers say is wrong, and what becomes of it. */
import { z } from 'zod';
import { requireEditor, requireKnownReader } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { ErrorInterface } from '../graphql/errors.ts';
import { pageCost } from '../graphql/limits.ts';
import { commonFields, keyField } from '../graphql/mutation-inputs.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { closeReport, type ClosedReport } from './close-report.ts';
import { TooManyReportsError } from './errors.ts';
import { findReports, listReports, reportKey, type Report } from './list-reports.ts';
import { ReportKindType, ReportStatusType, ReportType } from './report-graphql.ts';
import { reportContent, type SentReport } from './report-content.ts';
import type { ReportStatus } from './table.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

const reportOf = batched<string, Report>((ids, { db }) => findReports(db, ids));

builder.objectType(TooManyReportsError, {
  name: 'TooManyReportsError',
  description: 'Somebody has reported ten things within a day.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAt: t.expose('retryAt', { type: 'DateTime', description: 'When they may report again.' }),
  }),
});

const SentReportType = builder.objectRef<SentReport>('SentReport').implement({
  description: 'A report that those who can mend it have in their queue.',
  fields: (t) => ({
    reportId: t.exposeString('reportId', { description: 'Names it in their queue.' }),
  }),
});

const ReportContentResult = builder.errorUnion('ReportContentResult', {
  description: 'The report, or why it was not taken.',
  types: [
    SentReportType,
    NotAllowedError,
    NotFoundError,
    InvalidInputError,
    ConflictError,
    TooManyReportsError,
  ],
  resolveType: () => 'SentReport',
});

const ReportContentInput = builder.inputType('ReportContentInput', {
  description: 'What is wrong, and with what: either a briefing or an FAQ entry.',
  fields: (t) => ({
    briefing: t.field({
      type: 'Slug',
      description: 'Slug of a briefing the viewer can read; null: it is no briefing.',
    }),
    claimId: t.string({
      description:
        'Id of a claim of that briefing; null: it is about no claim in particular. At most 80 characters.',
    }),
    faqEntry: t.field({
      type: 'Slug',
      description: 'Slug of an FAQ entry the viewer sees; null: it is none.',
    }),
    kind: t.field({ type: ReportKindType, required: true, description: 'What is wrong.' }),
    text: t.string({
      description:
        'In own words, plain text of 1–1000 characters; null: the kind says it all, which OTHER does not.',
    }),
    ...keyField(t),
  }),
});

const ClosedReportType = builder.objectRef<ClosedReport>('ClosedReport').implement({
  description: 'A report that is done with.',
  fields: (t) => ({
    report: t.field({
      type: ReportType,
      nullable: true,
      description: 'The report as it is now; null never happens.',
      resolve: ({ reportId }, _args, context) => reportOf(reportId, context),
    }),
  }),
});

const CloseReportResult = builder.errorUnion('CloseReportResult', {
  description: 'The closed report, or why it was not closed.',
  types: [ClosedReportType, NotAllowedError, NotFoundError, InvalidInputError, ConflictError],
  resolveType: () => 'ClosedReport',
});

const ReportOutcome = builder.enumType('ReportOutcome', {
  description: 'How a report is closed.',
  values: {
    RESOLVED: { description: 'It was right, and something was done about it.' },
    DISMISSED: { description: 'Nothing is to be done about it.' },
  } satisfies Record<Exclude<ReportStatus, 'OPEN'>, { description: string }>,
});

const CloseReportInput = builder.inputType('CloseReportInput', {
  description: 'A report that somebody has looked at.',
  fields: (t) => ({
    reportId: t.string({ required: true, description: 'The `id` of the report. 36 characters.' }),
    communityId: commonFields(t).communityId,
    outcome: t.field({ type: ReportOutcome, required: true, description: 'How it ends.' }),
    note: t.string({
      required: true,
      description: 'What was done about it, or why nothing was: 1–1000 characters.',
    }),
    ...keyField(t),
  }),
});

const ReportConnection = builder.connectionObject(
  { type: ReportType, name: 'ReportConnection', description: 'A page of a queue of reports.' },
  { name: 'ReportEdge', description: 'A report and its place in the queue.' },
);
const LIST = { list: 'reports', key: z.tuple([z.number().int(), z.string().max(100)]) };

builder.queryField('reports', (t) =>
  t.field({
    type: ReportConnection,
    description:
      'What readers have reported of a community’s content, latest first. For those who may edit it.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      communityId: t.arg.string(
        communityIdOptions(
          'The Discord guild, or "library"; null: the own server for moderators, else the library. Others are refused.',
        ),
      ),
      status: t.arg({ type: ReportStatusType, description: 'Only those in this state; null: all.' }),
    },
    resolve: async (_root, { communityId: wanted, status, first, after }, { db, viewer }) => {
      const { communityId } = requireEditor(viewer, wanted);
      await requireNamed(db, { isOperator: viewer.kind === 'operator', wanted });
      const page = { first, after };
      const list = listOf(LIST, { communityId, status });
      const rows = await listReports(db, communityId, status ?? null, readPage(page, list));
      return connectionOf(page, list, rows, reportKey);
    },
  }),
);

builder.mutationFields((t) => ({
  reportContent: t.field({
    type: ReportContentResult,
    description:
      'Says that something is wrong with a briefing, a claim or an FAQ entry: at most ten times a day. For members and holders of a token.',
    args: { input: t.arg({ type: ReportContentInput, required: true, description: 'What is wrong.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireKnownReader(context.viewer);
      const { briefing = null, claimId = null, faqEntry = null, kind, text = null } = input;
      const report = { subject: { briefing, claimId, faqEntry }, kind, text };
      return answerOnce(context, { name: 'reportContent', actor, input }, (act) =>
        reportContent(context.db, communityId, report, act),
      );
    },
  }),
  closeReport: t.field({
    type: CloseReportResult,
    description:
      'Ends a report with a note for those who come after. For those who may edit what it is about.',
    args: { input: t.arg({ type: CloseReportInput, required: true, description: 'Which one, and how.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const { reportId, outcome, note } = input;
      const mutation = { name: 'closeReport', actor, input: { ...input, communityId } };
      return answerOnce(context, mutation, (act) =>
        closeReport(context.db, { communityId, reportId, outcome, note }, act),
      );
    },
  }),
}));
