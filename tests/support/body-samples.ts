import { FIRST_WORLD } from '@communique/sandbox/world/first-world';

const { forum, ada } = FIRST_WORLD;
const SOMEBODY = '123456789012345678';

const embeds = [
  {
    title: 'x',
    description: 'x',
    url: 'https://example.org',
    color: 1,
    timestamp: '2026-01-01T00:00:00Z',
    footer: { text: 'x' },
    image: { url: 'https://example.org/x' },
    author: { name: 'x' },
    fields: [{ name: 'x', value: 'x', inline: true }],
  },
];
const rows = [
  {
    type: 1,
    components: [{ type: 2, style: 1, label: 'x', custom_id: 'a', emoji: { name: '🔥' } }],
  },
  {
    type: 1,
    components: [{ type: 3, custom_id: 'b', options: [{ label: 'x', value: 'x' }], max_values: 1 }],
  },
];
const message = {
  content: 'x',
  flags: 0,
  allowed_mentions: { parse: ['users'], users: [], roles: [SOMEBODY], replied_user: true },
  embeds,
  components: rows,
  attachments: [],
};
const componentsV2 = {
  flags: 32_768,
  components: [
    {
      type: 17,
      accent_color: 1,
      components: [
        { type: 10, content: 'x' },
        {
          type: 9,
          components: [{ type: 10, content: 'x' }],
          accessory: { type: 11, media: { url: 'https://example.org/x.png' }, description: 'x' },
        },
        { type: 14, divider: true, spacing: 1 },
        { type: 12, items: [{ media: { url: 'https://example.org/x.png' } }] },
        {
          type: 1,
          components: [
            {
              type: 8,
              custom_id: 'c',
              channel_types: [0],
              default_values: [{ id: forum.general, type: 'channel' }],
            },
          ],
        },
      ],
    },
  ],
};
const poll = {
  question: { text: 'x' },
  answers: [{ poll_media: { text: 'x', emoji: { name: '🔥' } } }],
  duration: 1,
  allow_multiselect: false,
  layout_type: 1,
};
const newMessage = {
  ...message,
  nonce: '1',
  enforce_nonce: true,
  tts: false,
  sticker_ids: [],
  message_reference: {
    message_id: SOMEBODY,
    channel_id: forum.general,
    guild_id: forum.id,
    fail_if_not_exists: false,
  },
};
const command = {
  name: 'x',
  type: 1,
  description: 'x',
  name_localizations: { de: 'x' },
  description_localizations: { de: 'x' },
  default_member_permissions: '8',
  nsfw: false,
  options: [
    {
      type: 3,
      name: 'a',
      description: 'x',
      required: true,
      choices: [{ name: 'x', value: 'x', name_localizations: { de: 'x' } }],
    },
    { type: 4, name: 'b', description: 'x', min_value: 1, max_value: 2 },
    { type: 7, name: 'c', description: 'x', channel_types: [0] },
  ],
};
const smallCommand = { name: 'x', description: 'x', options: [{ type: 3, name: 'a', description: 'x' }] };
const overwrites = [{ id: forum.id, type: 0, allow: '0', deny: '0' }];
const role = {
  name: 'x',
  permissions: '0',
  color: 1,
  colors: { primary_color: 1 },
  hoist: false,
  mentionable: true,
};
const channel = {
  name: 'x',
  topic: 'x',
  position: 1,
  parent_id: null,
  nsfw: false,
  rate_limit_per_user: 0,
  permission_overwrites: overwrites,
};
const forumChannel = {
  ...channel,
  flags: 16,
  available_tags: [{ name: 'x', moderated: false, emoji_name: '🔥' }],
  default_reaction_emoji: { emoji_name: '🔥' },
  default_auto_archive_duration: 60,
};
const modal = {
  type: 9,
  data: {
    custom_id: 'x',
    title: 'x',
    components: [
      {
        type: 18,
        label: 'x',
        description: 'x',
        component: { type: 4, custom_id: 'a', style: 1, min_length: 1, max_length: 5 },
      },
      {
        type: 18,
        label: 'x',
        component: { type: 3, custom_id: 'b', options: [{ label: 'x', value: 'x' }] },
      },
      { type: 10, content: 'x' },
      { type: 18, label: 'x', component: { type: 19, custom_id: 'c', min_values: 0, max_values: 1 } },
    ],
  },
};

const COMMANDS = '/applications/{application_id}/commands';
const GUILD_COMMANDS = '/applications/{application_id}/guilds/{guild_id}/commands';
const TOKEN = '/webhooks/{webhook_id}/{webhook_token}';

/** Valid bodies of every route that takes one, with as many of their fields as the sandbox looks at. */
export const BODY_SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  'POST /users/@me/channels': [{ recipient_id: ada }],
  [`PUT ${COMMANDS}`]: [[command]],
  [`POST ${COMMANDS}`]: [{ ...command, contexts: [0], integration_types: [0] }],
  [`PATCH ${COMMANDS}/{command_id}`]: [command],
  // The same handlers: less is enough.
  [`PUT ${GUILD_COMMANDS}`]: [[smallCommand]],
  [`POST ${GUILD_COMMANDS}`]: [smallCommand],
  [`PATCH ${GUILD_COMMANDS}/{command_id}`]: [smallCommand],
  'POST /interactions/{interaction_id}/{interaction_token}/callback': [
    { type: 4, data: { content: 'x', embeds: [{ title: 'x' }], components: rows } },
    { type: 5, data: { flags: 64 } },
    { type: 8, data: { choices: [{ name: 'x', value: 'x' }] } },
    modal,
    { type: 7, data: { content: 'x' } },
  ],
  [`POST ${TOKEN}`]: [{ ...message, username: 'x', tts: false, poll: null }],
  [`PATCH ${TOKEN}/messages/{message_id}`]: [message],
  'POST /channels/{channel_id}/webhooks': [{ name: 'x', avatar: null }],
  'PATCH /webhooks/{webhook_id}': [{ name: 'x', avatar: null, channel_id: forum.general }],
  [`PATCH ${TOKEN}`]: [{ name: 'x', avatar: null }],
  'PATCH /channels/{channel_id}': [channel, forumChannel],
  'PUT /channels/{channel_id}/permissions/{overwrite_id}': [{ type: 1, allow: '0', deny: '0' }],
  'POST /channels/{channel_id}/messages/{message_id}/threads': [
    { name: 'x', auto_archive_duration: 60, rate_limit_per_user: 0 },
  ],
  'POST /channels/{channel_id}/threads': [
    { name: 'x', type: 11, auto_archive_duration: 60, rate_limit_per_user: 0, invitable: true },
    { name: 'x', applied_tags: [], message },
  ],
  'POST /channels/{channel_id}/messages': [newMessage, componentsV2, { poll }],
  'PATCH /channels/{channel_id}/messages/{message_id}': [message],
  'POST /channels/{channel_id}/messages/bulk-delete': [
    { messages: ['9000000000000000000', '9000000000000000001'] },
  ],
  'PATCH /guilds/{guild_id}/members/@me': [{ nick: 'x' }],
  'PATCH /guilds/{guild_id}/members/{user_id}': [
    { nick: 'x', roles: [], communication_disabled_until: null, flags: 0 },
  ],
  'POST /guilds/{guild_id}/roles': [role],
  'PATCH /guilds/{guild_id}/roles': [[{ id: forum.botRole, position: 1 }]],
  'PATCH /guilds/{guild_id}/roles/{role_id}': [role],
  'POST /guilds/{guild_id}/channels': [
    { ...channel, type: 0 },
    { ...forumChannel, type: 15 },
  ],
  'PATCH /guilds/{guild_id}/channels': [[{ id: forum.general, position: 1, parent_id: null }]],
};
