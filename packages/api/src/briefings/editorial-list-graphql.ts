/** The list of briefings that those who write them see. */
import { z } from 'zod';
import { requireEditor } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import { editorialTopicsArgument, readTopics } from '../topics/topics-argument.ts';
import { BriefingStatusType, HeadStateType } from './editorial-graphql.ts';
import {
  editorialKey,
  listEditorialBriefings,
  type EditorialFilter,
  type EditorialOrder,
} from './list-editorial.ts';
import { communityIdOptions, rangeOptions } from '../graphql/text-limits.ts';

const EditorialBriefingConnection = builder.connectionObject(
  {
    type: 'EditorialBriefing',
    name: 'EditorialBriefingConnection',
    description: 'A page of a list of briefings as editors see them.',
  },
  { name: 'EditorialBriefingEdge', description: 'A briefing and its place in the list.' },
);
const LIST = { list: 'editorialBriefings', key: z.tuple([z.number().int(), z.string().max(100)]) };

const EditorialOrderType = builder.enumType('EditorialBriefingOrder', {
  description: 'The order of a list of briefings as editors see them.',
  values: {
    BEGUN: { description: 'Latest begun first.' },
    SAVED: { description: 'Latest saved first.' },
  } satisfies Record<EditorialOrder, { description: string }>,
});

type Given = { [Name in keyof EditorialFilter]?: EditorialFilter[Name] | null | undefined } & {
  orderBy: EditorialOrder;
};

function readFilter({ orderBy, ...given }: Given): EditorialFilter {
  const { status = null, headState = null } = given;
  const { language = null, minImportance = null, savedSince = null } = given;
  return {
    status,
    headState,
    topics: readTopics(given.topics),
    language,
    minImportance,
    savedSince,
    orderBy,
  };
}

builder.queryField('editorialBriefings', (t) =>
  t.field({
    type: EditorialBriefingConnection,
    description:
      'The briefings of a community, drafts and withdrawn ones included. For those who may edit them; others are refused.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      communityId: t.arg.string(
        communityIdOptions(
          'The Discord guild, or "library"; null: the own server for moderators, else the library. Others are refused.',
        ),
      ),
      status: t.arg({
        type: BriefingStatusType,
        description: 'Only those at this point of their life; null: all.',
      }),
      headState: t.arg({
        type: HeadStateType,
        description: 'Only those whose latest revision is there; null: all.',
      }),
      ...editorialTopicsArgument,
      language: t.arg({ type: 'LanguageTag', description: 'BCP 47: only those in exactly it; null: all.' }),
      minImportance: t.arg.int(
        rangeOptions(1, 5, 'only those judged to be that important or more; null: all.'),
      ),
      updatedSince: t.arg({
        type: 'DateTime',
        description: 'Only those whose latest revision was saved then or later; null: all.',
      }),
      orderBy: t.arg({
        type: EditorialOrderType,
        required: true,
        defaultValue: 'BEGUN',
        description: 'The order; a cursor belongs to the order and filters it came from.',
      }),
    },
    resolve: async (_root, { first, after, communityId: wanted, updatedSince, ...given }, { db, viewer }) => {
      const { communityId } = requireEditor(viewer, wanted);
      await requireNamed(db, { isOperator: viewer.kind === 'operator', wanted });
      const page = { first, after };
      const filter = readFilter({ ...given, savedSince: updatedSince });
      const list = listOf(LIST, { communityId, ...filter });
      const rows = await listEditorialBriefings(db, communityId, filter, readPage(page, list));
      return connectionOf(page, list, rows, (briefing) => editorialKey(filter.orderBy, briefing));
    },
  }),
);
