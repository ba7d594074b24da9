import { AllowedMentionsTypes } from 'discord-api-types/v10';
import type { APIEmbed } from 'discord-api-types/v10';
import type { MessageBody, NewMessageBody } from '../world/message-body.ts';
import { COMPONENT_RULES } from './component-rules.ts';
import { isComponentsV2 } from './components-v2.ts';
import { EMBED_RULES } from './embed-rules.ts';
import { lengthOf, problem, type Rule } from './problem.ts';
import { URL_RULES } from './url-rules.ts';

const MESSAGE_DOCS = 'https://docs.discord.com/developers/resources/message';

/** Bots get 2000 characters; the specification says 4000 because it covers paying users, too. */
const contentLength: Rule<MessageBody> = {
  name: 'content-2000',
  source: `${MESSAGE_DOCS}#create-message`,
  check: ({ content }) =>
    lengthOf(content ?? '') > 2000
      ? [problem(['content'], 'BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.')]
      : [],
};

const embedsTotal: Rule<MessageBody> = {
  name: 'embeds-6000',
  source: `${MESSAGE_DOCS}#embed-object-embed-limits`,
  check: ({ embeds }) =>
    (embeds ?? []).reduce((sum, embed) => sum + embedLength(embed), 0) > 6000
      ? [problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')]
      : [],
};

const componentsV2Alone: Rule<MessageBody> = {
  name: 'components-v2-alone',
  source: 'https://docs.discord.com/developers/components/reference#component-object',
  check(body) {
    if (!isComponentsV2(body.flags)) return [];
    const legacy = {
      content: (body.content ?? '') !== '',
      embeds: (body.embeds ?? []).length > 0,
      sticker_ids: (body.sticker_ids ?? []).length > 0,
      poll: body.poll !== undefined && body.poll !== null,
    };
    return Object.entries(legacy)
      .filter(([, given]) => given)
      .map(([field]) =>
        problem(
          [field],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        ),
      );
  },
};

const allowedMentions: Rule<MessageBody> = {
  name: 'allowed-mentions-conflict',
  source: `${MESSAGE_DOCS}#allowed-mentions-object`,
  check({ allowed_mentions: allowed }) {
    const parse = allowed?.parse ?? [];
    const conflicts = [
      { kind: AllowedMentionsTypes.User, ids: allowed?.users ?? [], field: 'users' },
      { kind: AllowedMentionsTypes.Role, ids: allowed?.roles ?? [], field: 'roles' },
    ];
    return conflicts
      .filter(({ kind, ids }) => parse.includes(kind) && ids.length > 0)
      .map(({ kind, field }) =>
        problem(
          ['allowed_mentions', field],
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${kind}"] and ${field}: [ids...] are mutually exclusive.`,
        ),
      );
  },
};

/** The specification gives answers the 300 characters of the question. */
const pollAnswers: Rule<MessageBody> = {
  name: 'poll-answer-55',
  source: 'https://docs.discord.com/developers/resources/poll#poll-media-object-poll-media-object-structure',
  check: ({ poll }) =>
    (poll?.answers ?? []).flatMap(({ poll_media: { text } }, index) =>
      lengthOf(text ?? '') > 55
        ? [
            problem(
              ['poll', 'answers', index, 'poll_media', 'text'],
              'BASE_TYPE_MAX_LENGTH',
              'Must be 55 or fewer in length.',
            ),
          ]
        : [],
    ),
};

/** The specification requires neither. */
const pollEmoji: Rule<MessageBody> = {
  name: 'poll-emoji',
  source: 'https://docs.discord.com/developers/resources/poll#poll-media-object-poll-media-object-structure',
  check: ({ poll }) =>
    (poll?.answers ?? []).flatMap(({ poll_media: { emoji } }, index) => {
      const isBare = (emoji ?? null) !== null && (emoji?.id ?? emoji?.name ?? '') === '';
      const path = ['poll', 'answers', index, 'poll_media', 'emoji'];
      return isBare ? [problem(path, 'BASE_TYPE_REQUIRED', 'An emoji needs an id or a name')] : [];
    }),
};

/** The specification lets numbers of any length pass. */
const nonceLength: Rule<NewMessageBody> = {
  name: 'nonce-25',
  source: `${MESSAGE_DOCS}#create-message`,
  check: ({ nonce }) =>
    String(nonce ?? '').length > 25
      ? [problem(['nonce'], 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.')]
      : [],
};

export const MESSAGE_RULES: readonly Rule<MessageBody>[] = [
  contentLength,
  embedsTotal,
  componentsV2Alone,
  allowedMentions,
  pollAnswers,
  pollEmoji,
  ...EMBED_RULES,
  ...COMPONENT_RULES,
  ...URL_RULES,
];

export const NEW_MESSAGE_RULES: readonly Rule<NewMessageBody>[] = [...MESSAGE_RULES, nonceLength];

/** The texts that count towards the sum, by the documentation's list. */
function embedLength(embed: APIEmbed): number {
  const texts = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((sum, text) => sum + lengthOf(text ?? ''), 0);
}
