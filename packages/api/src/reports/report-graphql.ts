/** A report, as those see it who can mend what it is about. */
import { findEditorialBriefings, type EditorialBriefing } from '../briefings/find-editorial.ts';
import { findEntriesForEditors, type FaqEntry } from '../faq/find-entries.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { Report } from './list-reports.ts';
import type { ReportKind, ReportStatus } from './table.ts';

const briefingOf = batched<string, EditorialBriefing>((ids, { db }) => findEditorialBriefings(db, ids));
const entryOf = batched<string, FaqEntry>((ids, { db }) => findEntriesForEditors(db, ids));

export const ReportKindType = builder.enumType('ReportKind', {
  description: 'What a reader says is wrong.',
  values: {
    ERROR: { description: 'It says something that is not so.' },
    MISLEADING: { description: 'It is not false, and leads to a false conclusion.' },
    OUTDATED: { description: 'It was so once.' },
    OTHER: { description: 'Something else, said in words.' },
  } satisfies Record<ReportKind, { description: string }>,
});

export const ReportStatusType = builder.enumType('ReportStatus', {
  description: 'What has become of a report.',
  values: {
    OPEN: { description: 'Nobody has decided yet.' },
    RESOLVED: { description: 'It was right, and something was done about it.' },
    DISMISSED: { description: 'Nothing was to be done about it.' },
  } satisfies Record<ReportStatus, { description: string }>,
});

export const ReportType = builder.objectRef<Report>('Report').implement({
  description: 'A reader says that something is wrong. Who it was is not kept.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names it when it is closed.' }),
    communityId: t.exposeString('communityId', {
      description: 'Whose content it is about: a Discord guild, or "library".',
    }),
    kind: t.expose('kind', { type: ReportKindType, description: 'What is wrong.' }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'In the reader’s words, plain text of 1–1000 characters; null: none were given.',
    }),
    briefing: t.field({
      type: 'EditorialBriefing',
      nullable: true,
      description: 'The briefing it is about; null: it is about an FAQ entry.',
      resolve: ({ briefingId }, _args, context) =>
        briefingId === null ? null : briefingOf(briefingId, context),
    }),
    claimId: t.exposeString('claimId', {
      nullable: true,
      description: 'The claim of that briefing it is about; null: it is about no claim in particular.',
    }),
    faqEntry: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description: 'The FAQ entry it is about; null: it is about a briefing.',
      resolve: ({ entryId }, _args, context) => (entryId === null ? null : entryOf(entryId, context)),
    }),
    revision: t.exposeInt('revision', {
      description: 'Number of the revision that readers had when it was sent, from 1.',
    }),
    status: t.expose('status', { type: ReportStatusType, description: 'What has become of it.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What was done about it, or why nothing was; null: it is open.',
    }),
    handledBy: t.exposeString('handledBy', {
      nullable: true,
      description: 'Who closed it; null: it is open.',
    }),
    handledAt: t.expose('handledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed; null: it is open.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was sent.' }),
  }),
});
