/** What nobody has answered yet, for those who could. */
import { z } from 'zod';
import { requireEditor } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';
import { listQuestions, questionKey, type QuestionOrder } from './list-questions.ts';
import { QuestionStatusType, QuestionType } from './question-graphql.ts';

const QuestionOrderType = builder.enumType('QuestionOrder', {
  description: 'The order of a list of questions.',
  values: {
    MOST_ASKED: { description: 'Most often asked first.' },
    LATEST: { description: 'Latest asked first.' },
  } satisfies Record<QuestionOrder, { description: string }>,
});

const QuestionConnection = builder.connectionObject(
  { type: QuestionType, name: 'QuestionConnection', description: 'A page of a list of questions.' },
  { name: 'QuestionEdge', description: 'A question and its place in the list.' },
);
const LIST = { list: 'questions', key: z.tuple([z.number().int(), z.string().max(100)]) };

builder.queryField('questions', (t) =>
  t.field({
    type: QuestionConnection,
    description:
      'What was asked in a community and no FAQ entry answered. For those who may edit its entries.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      communityId: t.arg.string(
        communityIdOptions(
          'The Discord guild, or "library"; null: the own server for moderators, else the library. Others are refused.',
        ),
      ),
      status: t.arg({ type: QuestionStatusType, description: 'Only those in this state; null: all.' }),
      orderBy: t.arg({
        type: QuestionOrderType,
        required: true,
        defaultValue: 'MOST_ASKED',
        description: 'The order; a cursor belongs to the order and filters it came from.',
      }),
    },
    resolve: async (_root, { communityId: wanted, status = null, orderBy, first, after }, context) => {
      const { communityId } = requireEditor(context.viewer, wanted);
      await requireNamed(context.db, { isOperator: context.viewer.kind === 'operator', wanted });
      const page = { first, after };
      const filter = { communityId, status, orderBy };
      const list = listOf(LIST, filter);
      const now = context.clock.now();
      const rows = await listQuestions(context.db, filter, { ...readPage(page, list), now });
      return connectionOf(page, list, rows, (question) => questionKey(orderBy, question));
    },
  }),
);
