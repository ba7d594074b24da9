/** A reader's report, on its way to those who can mend what it is about. */
import { ReportContentDocument, type ReportContentInput } from '../../api/generated/graphql.ts';
import { uuidOf } from '../../api/idempotency-key.ts';
import type { CustomIdOf } from '../../messages/custom-ids.ts';
import { inputProblem } from '../../messages/input-problem.ts';
import { timestamp } from '../../messages/markdown.ts';
import type { MessageBody } from '../../messages/message.ts';
import { noticeMessage, problemMessage } from '../../messages/problem-message.ts';
import { REPORT_KIND_FIELD, REPORT_TEXT_FIELD, reportKind } from '../../messages/report-form.ts';
import type { CommandContext, Submission } from '../command.ts';

/** Names of the form's fields by the field of the API's input they fill. */
const FIELDS: Readonly<Record<string, string>> = { text: 'In your own words', kind: 'What is wrong?' };

export async function sendReport(
  submission: Submission<'report'>,
  { request }: CommandContext,
): Promise<MessageBody> {
  const kind = reportKind(submission.choice(REPORT_KIND_FIELD));
  if (kind === null) return problemMessage(['**What is wrong?** Choose one of the lines.']);
  const { reportContent: result } = await request(ReportContentDocument, {
    input: {
      ...subjectOf(submission.id),
      kind,
      text: submission.text(REPORT_TEXT_FIELD),
      idempotencyKey: uuidOf(submission.interactionId),
    },
  });
  if (result.__typename === 'SentReport') return THANKS;
  const advice =
    result.__typename === 'TooManyReportsError'
      ? [`You can report again ${timestamp(result.retryAt, 'R')}.`]
      : [];
  return inputProblem(result, FIELDS, advice);
}

const THANKS = noticeMessage([
  '**Thank you: your report is in the editors’ queue.**',
  'Who sent it is not kept. What is mended shows in the corrections of the briefing.',
]);

function subjectOf({
  subject,
  slug,
}: CustomIdOf<'report'>): Pick<ReportContentInput, 'briefing' | 'faqEntry'> {
  return subject === 'briefing' ? { briefing: slug } : { faqEntry: slug };
}
