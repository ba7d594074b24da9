import {
  PauseScheduleDocument,
  RemoveScheduleDocument,
  ResumeScheduleDocument,
  type ChangeDigestScheduleInput,
} from '../../api/generated/graphql.ts';
import { uuidOf } from '../../api/idempotency-key.ts';
import { inputProblem } from '../../messages/input-problem.ts';
import type { MessageBody } from '../../messages/message.ts';
import { scheduleMessage } from '../../messages/schedule-messages.ts';
import type { CommandCall, CommandContext } from '../command.ts';
import { findSchedule, type ListedSchedule } from './find-schedule.ts';

export async function changeSchedule(
  change: 'pause' | 'resume' | 'remove',
  call: CommandCall,
  context: CommandContext,
): Promise<MessageBody> {
  const found = await findSchedule(call.text('schedule') ?? '', context);
  if ('problem' in found) return found.problem;
  const { schedule } = found;
  const input = { scheduleId: schedule.id, idempotencyKey: uuidOf(call.id) };
  return CHANGES[change](input, schedule, context);
}

type Change = (
  input: ChangeDigestScheduleInput,
  schedule: ListedSchedule,
  context: CommandContext,
) => Promise<MessageBody>;

const CHANGES: Record<'pause' | 'resume' | 'remove', Change> = {
  async pause(input, _schedule, { request }) {
    const { pauseDigestSchedule: result } = await request(PauseScheduleDocument, { input });
    if (result.__typename !== 'DigestSchedule') return inputProblem(result);
    return scheduleMessage('**Paused.** Nothing is posted until /digest resume.', result);
  },
  async resume(input, _schedule, { request }) {
    const { resumeDigestSchedule: result } = await request(ResumeScheduleDocument, { input });
    if (result.__typename !== 'DigestSchedule') return inputProblem(result);
    return scheduleMessage('**Running again.**', result);
  },
  async remove(input, schedule, { request }) {
    const { removeDigestSchedule: result } = await request(RemoveScheduleDocument, { input });
    if (result.__typename !== 'RemovedDigestSchedule') return inputProblem(result);
    return scheduleMessage('**Removed.** What was posted stays. This was it:', {
      ...schedule,
      upcomingRuns: [],
    });
  },
};
