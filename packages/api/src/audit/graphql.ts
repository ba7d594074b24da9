/** Who did what: for those who answer for it. */
import { z } from 'zod';
import { requireAuditor } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { findTokenNames } from '../access/find-token-names.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, pageArguments, readPage } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import type { ACTOR_KINDS } from './actor.ts';
import { listActs, type RecordedAct } from './list-acts.ts';
import { communityIdOptions, MAX_ID_LENGTH, textOptions } from '../graphql/text-limits.ts';

const ActorKind = builder.enumType('ActorKind', {
  description: 'In what role somebody acted.',
  values: {
    OPERATOR: { description: 'An operator, the command line or the program itself.' },
    EDITOR: { description: 'An editor of the library, or of one server by token.' },
    BOT: { description: 'The bot on its own account.' },
    MODERATOR: { description: 'A moderator of the server.' },
    MEMBER: { description: 'A member of the server.' },
    READER: { description: 'A reader with a token.' },
  } satisfies Record<(typeof ACTOR_KINDS)[number], { description: string }>,
});

const tokenNameOf = batched<string, string>((ids, { db }) => findTokenNames(db, ids));

const AuditEntry = builder.objectRef<RecordedAct>('AuditEntry').implement({
  description: 'One act.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    communityId: t.exposeString('communityId', { description: 'Whose content or settings, or "library".' }),
    actorKind: t.expose('actorKind', { type: ActorKind, description: 'In what role.' }),
    actorId: t.exposeString('actorId', {
      nullable: true,
      description:
        'Discord user id; null: a program, the holder of a token, or a reader who voted or reported something: it is not kept here who of them did.',
    }),
    tokenId: t.exposeString('tokenId', {
      nullable: true,
      description: "Id of the token they came with; null: none, or the settings' own of the bot.",
    }),
    tokenName: t.string({
      nullable: true,
      description: 'What that token is called, as its acts are signed; null: they came with none of those.',
      resolve: ({ tokenId }, _args, context) => (tokenId === null ? null : tokenNameOf(tokenId, context)),
    }),
    action: t.exposeString('action', { description: 'What: "briefing.publish", "claim.grade", …' }),
    subjectId: t.exposeString('subjectId', { description: 'Id of what it was done to.' }),
    details: t.expose('details', { type: 'JSON', description: 'An object with what else is to be known.' }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'An object with what was changed, as it was; null: there was nothing, or it is what a redaction took out.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The same as it was afterwards; null: there is nothing.',
      resolve: ({ after }) => after,
    }),
  }),
});

const AuditLogConnection = builder.connectionObject(
  { type: AuditEntry, name: 'AuditLogConnection', description: 'A page of the audit log.' },
  { name: 'AuditLogEdge', description: 'An act and its place in the log.' },
);
const LIST = { list: 'auditLog', key: z.number().int() };

builder.queryField('auditLog', (t) =>
  t.field({
    type: AuditLogConnection,
    description:
      'Who did what in a community, latest first. For its moderators and for operators; others are refused.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      communityId: t.arg.string(
        communityIdOptions(
          'The Discord guild, or "library"; null: the own server for moderators, else the library.',
        ),
      ),
      subjectId: t.arg.string(
        textOptions(MAX_ID_LENGTH, 'Only what was done to what has this id; null: everything.'),
      ),
    },
    resolve: async (_root, { communityId: wanted, subjectId, ...page }, { db, viewer }) => {
      const communityId = requireAuditor(viewer, wanted);
      await requireNamed(db, { isOperator: viewer.kind === 'operator', wanted });
      const rows = await listActs(db, communityId, subjectId ?? null, readPage(page, LIST));
      return connectionOf(page, LIST, rows, ({ id }) => id);
    },
  }),
);
