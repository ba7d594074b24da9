/** Communities: Discord servers and their settings. */
import { requireBot, requireSettingsOf } from '../access/require-role.ts';
import { actorOf } from '../access/viewer.ts';
import { InvalidInputError, NotAllowedError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { findCommunity, type Community } from './find-community.ts';
import { registerCommunity } from './register-community.ts';

const CommunityType = builder.objectRef<Community>('Community').implement({
  description: 'One Discord server and its settings.',
  fields: (t) => ({
    id: t.exposeString('id', { description: "The Discord server's own id." }),
    name: t.exposeString('name', { description: 'As the server was named when the bot last looked.' }),
    locale: t.expose('locale', {
      type: 'LanguageTag',
      description: 'The language of the server, a BCP 47 tag such as "en-US".',
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
  }),
});

const RegisterCommunityResult = builder.errorUnion('RegisterCommunityResult', {
  description: 'The community as it is now, or why it was not registered.',
  types: [CommunityType, NotAllowedError, InvalidInputError],
  resolveType: () => 'Community',
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
  }),
});

builder.queryField('community', (t) =>
  t.field({
    type: CommunityType,
    nullable: true,
    description:
      'The settings of a server, for its moderators and the bot; null when it is not registered. Others are refused with `NOT_ALLOWED`.',
    args: { id: t.arg.string({ required: true, description: "The server's id." }) },
    resolve: (_root, { id }, { db, viewer }) => {
      requireSettingsOf(viewer, id);
      return findCommunity(db, id);
    },
  }),
);

builder.mutationField('registerCommunity', (t) =>
  t.field({
    type: RegisterCommunityResult,
    description:
      'Makes a server known, or brings its name and language up to date; what its moderators have set stays. Doing it twice is doing it once. For the bot only.',
    args: {
      input: t.arg({ type: RegisterCommunityInput, required: true, description: 'The server.' }),
    },
    resolve: (_root, { input }, { db, viewer, clock }) => {
      requireBot(viewer);
      return registerCommunity(db, input, { now: clock.now(), actor: actorOf(viewer) });
    },
  }),
);
