import { MessageResponseSchema, PollAnswerDetailsResponseSchema } from 'discord-api-spec/zod';
import type { APIUser } from 'discord-api-types/v10';
import { describeMessage } from '../world/describe-message.ts';
import { DiscordError } from '../world/discord-error.ts';
import { expirePoll } from '../world/polls.ts';
import { compareSnowflakes } from '../world/snowflakes.ts';
import { findUser } from '../world/world.ts';
import { openChannel, openMessage } from './find-visible.ts';
import { readAfter, readLimit } from './forms.ts';
import { route, type Route } from './route.ts';

const authorization = 'bot';

export const POLL_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/channels/{channel_id}/polls/{message_id}/answers/{answer_id}',
    authorization,
    responses: { 200: PollAnswerDetailsResponseSchema },
    handle({ world, params, query }) {
      const stored = openMessage(world, openChannel(world, params.channel_id), params.message_id);
      if (stored.message.poll === undefined) throw new DiscordError('unknownMessage');
      const limit = readLimit(query, { min: 1, max: 100, standard: 25 });
      const after = readAfter(query);
      const users = (stored.votes ?? [])
        .filter((vote) => String(vote.answerId) === params.answer_id)
        .map((vote) => vote.userId)
        .filter((userId) => compareSnowflakes(userId, after) > 0)
        .toSorted(compareSnowflakes)
        .map((userId) => findUser(world, userId))
        .filter((user): user is APIUser => user !== undefined);
      return { status: 200, body: { users: users.slice(0, limit) } };
    },
  }),
  route({
    method: 'POST',
    path: '/channels/{channel_id}/polls/{message_id}/expire',
    authorization,
    responses: { 200: MessageResponseSchema },
    handle({ world, params }) {
      const stored = openMessage(world, openChannel(world, params.channel_id), params.message_id);
      expirePoll(world, stored);
      return { status: 200, body: describeMessage(world, stored) };
    },
  }),
];
