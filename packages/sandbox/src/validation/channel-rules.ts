import { ChannelType } from 'discord-api-types/v10';
import type { ChannelChanges } from '../world/guild-channels.ts';
import { lengthOf, problem, type Rule } from './problem.ts';

const CHANNEL_DOCS = 'https://docs.discord.com/developers/resources/channel';

const channelName: Rule<{ name?: string | null }> = {
  name: 'channel-name',
  source: `${CHANNEL_DOCS}#modify-channel-json-params-guild-channel`,
  check: ({ name }) =>
    typeof name === 'string' && name.trim() === ''
      ? [problem(['name'], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : [],
};

export const THREAD_RULES: readonly Rule<{ name?: string | null }>[] = [channelName];

export const CHANNEL_RULES: readonly Rule<ChannelChanges>[] = [
  channelName,
  {
    name: 'topic-1024',
    source: `${CHANNEL_DOCS}#modify-channel-json-params-guild-channel`,
    check: ({ type, topic }) =>
      type !== ChannelType.GuildForum && lengthOf(topic ?? '') > 1_024
        ? [problem(['topic'], 'BASE_TYPE_MAX_LENGTH', 'Must be 1024 or fewer in length.')]
        : [],
  },
  {
    name: 'tag-name-20',
    source: `${CHANNEL_DOCS}#forum-tag-object-forum-tag-structure`,
    check: ({ available_tags: tags }) =>
      (tags ?? []).flatMap((tag, index) =>
        lengthOf(tag?.name ?? '') > 20
          ? [
              problem(
                ['available_tags', index, 'name'],
                'BASE_TYPE_MAX_LENGTH',
                'Must be 20 or fewer in length.',
              ),
            ]
          : [],
      ),
  },
];
