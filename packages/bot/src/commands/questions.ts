import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { answerForm } from '../messages/question-forms.ts';
import type { Command } from './command.ts';
import { answerQuestion } from './questions/answer-question.ts';
import { dismissQuestion } from './questions/dismiss-question.ts';
import { listQuestions } from './questions/list-questions.ts';

/** `/questions`, for moderators. The API checks who may; Discord only hides it from others. */
export const questions: Command = {
  data: {
    name: 'questions',
    description: 'What members have asked and no FAQ entry answers yet',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  ephemeral: true,
  run: async (_call, context) => ({ message: await listQuestions(0, context), ephemeral: true }),
  presses: {
    questions: async ({ id }, context) => listQuestions(id.page, context),
    'dismiss-question': dismissQuestion,
  },
  forms: { 'answer-question': answerForm },
  submissions: { 'answer-question': answerQuestion },
};
