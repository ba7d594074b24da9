import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import { askForm } from '../messages/question-forms.ts';
import type { Command } from './command.ts';
import { answerQuestion, showEntry } from './faq/answer-question.ts';
import { handInQuestion } from './faq/hand-in-question.ts';
import { suggestQuestions } from './faq/suggest-questions.ts';

/** `/faq question:`. */
export const faq: Command = {
  data: {
    name: 'faq',
    description: 'A verified answer to a question that comes up often',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'Type a word of it and pick, or ask in your own words',
        required: true,
        autocomplete: true,
        max_length: 300,
      },
    ],
  },
  ephemeral: false,
  run: async (call, context) => answerQuestion(call.text('question') ?? '', call.id, context),
  complete: async ({ focused }, context) => suggestQuestions(focused.text, context),
  presses: {
    faq: async ({ id }, context) => showEntry(id.slug, id.page, context),
    'faq-menu': async ({ values }, context) => showEntry(values[0] ?? '', 0, context),
  },
  forms: { ask: askForm },
  submissions: { ask: handInQuestion },
};
