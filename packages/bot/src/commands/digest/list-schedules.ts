import { ListSchedulesDocument } from '../../api/generated/graphql.ts';
import type { MessageBody } from '../../messages/message.ts';
import { scheduleList } from '../../messages/schedule-messages.ts';
import type { CommandContext } from '../command.ts';

export async function listSchedules({ request }: CommandContext): Promise<MessageBody> {
  const { digestSchedules } = await request(ListSchedulesDocument, {});
  return scheduleList(digestSchedules.edges.map(({ node }) => node));
}
