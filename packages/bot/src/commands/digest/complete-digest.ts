import {
  CommunitySettingsDocument,
  ListSchedulesDocument,
  SuggestTopicsDocument,
} from '../../api/generated/graphql.ts';
import { completeList, matches, toChoices } from '../../completion/choices.ts';
import { suggestTimeZones } from '../../completion/time-zones.ts';
import { suggestWeekdays } from '../../completion/weekdays.ts';
import { scheduleLabels } from '../../messages/schedule-messages.ts';
import type { Choice, CommandContext, CompletionCall } from '../command.ts';

export async function completeDigest(call: CompletionCall, context: CommandContext): Promise<Choice[]> {
  switch (call.focused.option) {
    case 'schedule':
      return suggestSchedules(call, context);
    case 'timezone':
      return suggestTimeZones(call.focused.text, {
        first: await serverZone(call, context),
        now: context.now,
      });
    case 'weekdays':
      return suggestWeekdays(call.focused.text);
    case 'topics':
      return suggestTopicList(call.focused.text, context);
    default:
      return [];
  }
}

async function suggestSchedules(call: CompletionCall, { request }: CommandContext): Promise<Choice[]> {
  const { digestSchedules } = await request(ListSchedulesDocument, {});
  const schedules = digestSchedules.edges.map(({ node }) => node);
  const labels = scheduleLabels(schedules, (channelId) => call.channelName(channelId));
  const labelled = schedules.map(({ id }, index) => ({ name: labels[index] ?? '', value: id }));
  return toChoices(labelled.filter(({ name }) => matches(name, call.focused.text)));
}

async function serverZone({ actor }: CompletionCall, { request }: CommandContext): Promise<string[]> {
  const { community } = await request(CommunitySettingsDocument, { id: actor.guildId });
  return community === null ? [] : [community.timeZone];
}

async function suggestTopicList(typed: string, { request }: CommandContext): Promise<Choice[]> {
  const { topics } = await request(SuggestTopicsDocument, {});
  const known = topics.edges.map(({ node }) => ({ name: node.name, value: node.slug }));
  const found = completeList(typed, (item) =>
    known.filter(({ name, value }) => matches(name, item) || value.startsWith(item.toLowerCase())),
  );
  return toChoices(found);
}
