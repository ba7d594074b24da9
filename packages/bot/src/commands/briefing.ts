import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import { answerSection, answerSections, answerView } from './briefing/answer-press.ts';
import { latestBriefings } from './briefing/latest-briefings.ts';
import { readBriefing } from './briefing/read-briefing.ts';
import { suggestBriefings } from './briefing/suggest-briefings.ts';
import { suggestTopics } from './briefing/suggest-topics.ts';
import { reportForm } from '../messages/report-form.ts';
import type { Command } from './command.ts';
import { sendReport } from './report/send-report.ts';

/** `/briefing read` and `/briefing latest`. */
export const briefing: Command = {
  data: {
    name: 'briefing',
    description: 'Read structured, sourced briefings',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'read',
        description: 'Read a briefing: in short, with ways into its sections, sources and claims',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'slug',
            description: 'Which one: type a word of its title',
            required: true,
            autocomplete: true,
            max_length: 100,
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'latest',
        description: 'The newest briefings',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'topic',
            description: 'Only about this topic',
            autocomplete: true,
            max_length: 100,
          },
        ],
      },
    ],
  },
  ephemeral: false,
  run: async (call, context) =>
    call.subcommand === 'latest'
      ? latestBriefings(call.text('topic'), context)
      : readBriefing(call.text('slug') ?? '', context),
  complete: async ({ focused }, context) =>
    focused.option === 'topic'
      ? suggestTopics(focused.text, context)
      : suggestBriefings(focused.text, context),
  presses: {
    briefing: answerView,
    sections: answerSections,
    section: answerSection,
  },
  // For FAQ entries, too: the form says which of the two it is about.
  forms: { report: reportForm },
  submissions: { report: sendReport },
};
