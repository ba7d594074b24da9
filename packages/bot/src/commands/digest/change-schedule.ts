import {
  PauseScheduleDocument,
  RemoveScheduleDocument,
  ResumeScheduleDocument,
} from '../../api/generated/graphql.ts';
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
  return 'problem' in found ? found.problem : CHANGES[change](found.schedule, context);
}

type Change = (schedule: ListedSchedule, context: CommandContext) => Promise<MessageBody>;

const CHANGES: Record<'pause' | 'resume' | 'remove', Change> = {
  async pause({ id }, { request }) {
    const { pauseDigestSchedule: result } = await request(PauseScheduleDocument, { scheduleId: id });
    if (result.__typename !== 'DigestSchedule') return inputProblem(result);
    return scheduleMessage('**Paused.** Nothing is posted until /digest resume.', result);
  },
  async resume({ id }, { request }) {
    const { resumeDigestSchedule: result } = await request(ResumeScheduleDocument, { scheduleId: id });
    if (result.__typename !== 'DigestSchedule') return inputProblem(result);
    return scheduleMessage('**Running again.**', result);
  },
  async remove(schedule, { request }) {
    const { removeDigestSchedule: result } = await request(RemoveScheduleDocument, {
      scheduleId: schedule.id,
    });
    if (result.__typename !== 'RemovedDigestSchedule') return inputProblem(result);
    return scheduleMessage('**Removed.** What was posted stays. This was it:', {
      ...schedule,
      upcomingRuns: [],
    });
  },
};
