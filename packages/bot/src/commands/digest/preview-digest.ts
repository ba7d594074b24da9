import { PreviewDigestDocument, type PreviewDigestQuery } from '../../api/generated/graphql.ts';
import { digestMessage } from '../../messages/digest-message.ts';
import { inputProblem } from '../../messages/input-problem.ts';
import { timestamp } from '../../messages/markdown.ts';
import type { MessageBody } from '../../messages/message.ts';
import { noticeMessage } from '../../messages/problem-message.ts';
import type { CommandCall, CommandContext } from '../command.ts';
import { findSchedule } from './find-schedule.ts';

type Preview = Extract<PreviewDigestQuery['digestPreview'], { __typename: 'DigestPreview' }>;

/** What would be posted if it were time now. */
export async function previewDigest(call: CommandCall, context: CommandContext): Promise<MessageBody> {
  const found = await findSchedule(call.text('schedule') ?? '', context);
  if ('problem' in found) return found.problem;
  const { digestPreview } = await context.request(PreviewDigestDocument, { scheduleId: found.schedule.id });
  if (digestPreview.__typename !== 'DigestPreview') return inputProblem(digestPreview);
  if (digestPreview.edition.items.length === 0) return nothingNew(digestPreview);
  return digestMessage(
    {
      deliveryId: null,
      runAt: digestPreview.nextRunAt ?? context.now.toISOString(),
      timeZone: digestPreview.schedule.timeZone,
      edition: digestPreview.edition,
    },
    [`Preview, only you see it · ${whenAndWhere(digestPreview)}`],
  );
}

function nothingNew(preview: Preview): MessageBody {
  return noticeMessage([
    '**Nothing new since the last digest.**',
    'As it is now, the next run would be skipped: nothing is posted when there is nothing to say.',
    `-# ${whenAndWhere(preview)}`,
  ]);
}

function whenAndWhere({ nextRunAt, schedule }: Preview): string {
  return nextRunAt === null
    ? `not running, would be posted in <#${schedule.channelId}>`
    : `next post ${timestamp(nextRunAt, 'F')} in <#${schedule.channelId}>`;
}
