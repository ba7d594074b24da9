import { ListQuestionsDocument } from '../../api/generated/graphql.ts';
import type { MessageBody } from '../../messages/message.ts';
import { questionList } from '../../messages/question-list.ts';
import type { CommandContext } from '../command.ts';

/** Most often asked first. `first` is said above them, in Discord Markdown. */
export async function listQuestions(
  page: number,
  { request }: CommandContext,
  first?: string,
): Promise<MessageBody> {
  const { questions } = await request(ListQuestionsDocument, {});
  return questionList(
    questions.edges.map(({ node }) => node),
    { page, hasMore: questions.pageInfo.hasNextPage, first },
  );
}
