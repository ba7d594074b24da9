/** Communities: Discord servers and their settings. */
import { requireBot, requireSettingsEditor, requireSettingsOf } from '../access/require-role.ts';
import { actorOf } from '../access/viewer.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { keyField } from '../graphql/mutation-inputs.ts';
import { answerAsThen } from '../idempotency/answer-once.ts';
import { captureCommunity, openCommunity, type CommunityThen } from './as-then.ts';
import { changeSettings } from './change-settings.ts';
import { findCommunity, type Community } from './find-community.ts';
import { findHidden, type Hidden } from './find-hidden.ts';
import { registerCommunity } from './register-community.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

/** With what it hid at the time of an act; missing: what it hides now. */
type ShownCommunity = Community & { hidden?: Hidden };

const CommunityType = builder.objectRef<ShownCommunity>('Community').implement({
  description: 'One Discord server and its settings.',
  fields: (t) => ({
    id: t.exposeString('id', { description: "The Discord server's own id." }),
    name: t.exposeString('name', { description: 'As the server was named when the bot last looked.' }),
    locale: t.field({
      type: 'LanguageTag',
      description: 'The language its moderators chose, else that of the server: "en-US".',
      resolve: ({ ownLocale, locale }) => ownLocale ?? locale,
    }),
    timeZone: t.expose('timeZone', {
      type: 'TimeZone',
      description: 'IANA name of the zone in which times are meant where nothing else is said.',
    }),
    moderatorRoleIds: t.expose('moderatorRoleIds', {
      type: ['Snowflake'],
      description:
        'Discord roles whose holders are moderators here, beside those whom Discord lets manage the server.',
    }),
    logChannelId: t.expose('logChannelId', {
      type: 'Snowflake',
      nullable: true,
      description: 'The channel for what moderators should know; null: none.',
    }),
    hiddenTopics: t.stringList({
      description:
        'Slugs of topics of the library that are not shown here, in their order; may be empty. A briefing or FAQ entry disappears when it is about hidden topics only.',
      resolve: async ({ id, hidden }, _args, { db }) => (hidden ?? (await findHidden(db, id))).topics,
    }),
    hiddenWarnings: t.stringList({
      description:
        'Content warnings: a briefing of the library that carries one of them is not shown here, whatever its case and accents; may be empty.',
      resolve: async ({ id, hidden }, _args, { db }) => (hidden ?? (await findHidden(db, id))).warnings,
    }),
  }),
});

const RegisteredCommunityType = builder.objectRef<CommunityThen>('RegisteredCommunity').implement({
  description: 'A server that is known from now on, or was before.',
  fields: (t) => ({
    community: t.field({
      type: CommunityType,
      nullable: true,
      description: 'The server with its settings as they are then; null never happens.',
      resolve: (registered, _args, { db }) => openCommunity(db, registered),
    }),
  }),
});

const RegisterCommunityResult = builder.errorUnion('RegisterCommunityResult', {
  description: 'The community, or why it was not registered.',
  types: [RegisteredCommunityType, NotAllowedError, InvalidInputError, ConflictError],
  resolveType: () => 'RegisteredCommunity',
});

const RegisterCommunityInput = builder.inputType('RegisterCommunityInput', {
  description: 'What Discord says of a server the bot is in.',
  fields: (t) => ({
    guildId: t.field({ type: 'Snowflake', required: true, description: "The server's id." }),
    name: t.string({ required: true, description: "The server's name, 1–100 characters." }),
    locale: t.field({
      type: 'LanguageTag',
      required: true,
      description: 'Its preferred locale, such as "en-US".',
    }),
    ...keyField(t),
  }),
});

const ChangedCommunity = builder.objectRef<CommunityThen>('ChangedCommunity').implement({
  description: 'What came of a change of settings.',
  fields: (t) => ({
    community: t.field({
      type: CommunityType,
      nullable: true,
      description: 'The server with its settings as they are then; null never happens.',
      resolve: (changed, _args, { db }) => openCommunity(db, changed),
    }),
  }),
});

const ChangeCommunitySettingsResult = builder.errorUnion('ChangeCommunitySettingsResult', {
  description: 'The settings as they are then, or why nothing was changed.',
  types: [ChangedCommunity, NotAllowedError, NotFoundError, InvalidInputError, ConflictError],
  resolveType: () => 'ChangedCommunity',
});

const ChangeCommunitySettingsInput = builder.inputType('ChangeCommunitySettingsInput', {
  description:
    'What is to be different. What is left out stays as it is, as does a null where none is explained.',
  fields: (t) => ({
    communityId: t.field({
      type: 'Snowflake',
      description: 'The Discord server; null: the own one. Operators have to name it.',
    }),
    locale: t.field({ type: 'LanguageTag', description: 'Its language; null: as Discord says.' }),
    timeZone: t.field({
      type: 'TimeZone',
      description:
        'IANA name of the zone in which times are meant where nothing else is said; null: as it is.',
    }),
    moderatorRoleIds: t.field({
      type: ['Snowflake'],
      description: 'Discord roles whose holders are moderators, at most 50; empty: none.',
    }),
    logChannelId: t.field({
      type: 'Snowflake',
      description: 'The channel for what moderators should know; null: none.',
    }),
    hiddenTopics: t.field({
      type: ['Slug'],
      description:
        'All topics of the library that are not to be shown, at most 100; empty: none is hidden. One that does not exist is a NOT_FOUND error.',
    }),
    hiddenWarnings: t.stringList({
      description:
        'All content warnings whose briefings are not to be shown, at most 50 of 1–100 characters; empty: none.',
    }),
    ...keyField(t),
  }),
});

builder.queryField('community', (t) =>
  t.field({
    type: CommunityType,
    nullable: true,
    description:
      'The settings of a server, for its moderators, operators and the bot; null when it is not registered. Others are refused with `NOT_ALLOWED`.',
    args: {
      id: t.arg.string({
        required: true,
        ...communityIdOptions("The server's id."),
      }),
    },
    resolve: (_root, { id }, { db, viewer }) => {
      requireSettingsOf(viewer, id);
      return findCommunity(db, id);
    },
  }),
);

builder.mutationFields((t) => ({
  registerCommunity: t.field({
    type: RegisterCommunityResult,
    description:
      'Makes a server known, or brings its name and language up to date; what its moderators have set stays. For the bot only.',
    args: {
      input: t.arg({ type: RegisterCommunityInput, required: true, description: 'The server.' }),
    },
    resolve: (_root, { input }, context) => {
      const { db, viewer } = context;
      requireBot(viewer);
      const mutation = { name: 'registerCommunity', actor: actorOf(viewer), input };
      return answerAsThen(context, { ...mutation, remember: captureCommunity }, (act) =>
        registerCommunity(db, input, act),
      );
    },
  }),
  changeCommunitySettings: t.field({
    type: ChangeCommunitySettingsResult,
    description: 'Changes the settings of a server. For its moderators and for operators.',
    args: {
      input: t.arg({ type: ChangeCommunitySettingsInput, required: true, description: 'The settings.' }),
    },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireSettingsEditor(context.viewer, input.communityId);
      const mutation = { name: 'changeCommunitySettings', actor, input: { ...input, communityId } };
      const { locale, timeZone, moderatorRoleIds, logChannelId, hiddenTopics, hiddenWarnings } = input;
      const change = {
        communityId,
        ...(locale !== undefined && { ownLocale: locale }),
        ...(typeof timeZone === 'string' && { timeZone }),
        ...(moderatorRoleIds && { moderatorRoleIds }),
        ...(logChannelId !== undefined && { logChannelId }),
        ...(hiddenTopics && { hiddenTopics }),
        ...(hiddenWarnings && { hiddenWarnings }),
      };
      return answerAsThen(context, { ...mutation, remember: captureCommunity }, (act) =>
        changeSettings(context.db, change, act),
      );
    },
  }),
}));
