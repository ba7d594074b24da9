/** The form in which a reader says what is wrong with a briefing or an answer. */
import {
  ComponentType,
  TextInputStyle,
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
} from 'discord-api-types/v10';
import type { ReportKind } from '../api/generated/graphql.ts';
import { button } from './build-message.ts';
import { formatCustomId, type CustomIdOf } from './custom-ids.ts';

export const REPORT_KIND_FIELD = 'kind';
export const REPORT_TEXT_FIELD = 'text';
/** What the API takes. */
const TEXT_LENGTH = 1_000;

const KINDS: Readonly<Record<ReportKind, string>> = {
  ERROR: 'It says something that is not so',
  MISLEADING: 'It misleads without being false',
  OUTDATED: 'It was so once, and is no longer',
  OTHER: 'Something else: say it below',
};

export function reportForm(id: CustomIdOf<'report'>): APIModalInteractionResponseCallbackData {
  return {
    custom_id: formatCustomId(id),
    title: 'Report a mistake',
    components: [
      {
        type: ComponentType.Label,
        label: 'What is wrong?',
        component: {
          type: ComponentType.StringSelect,
          custom_id: REPORT_KIND_FIELD,
          placeholder: 'Choose one',
          required: true,
          options: Object.entries(KINDS).map(([value, label]): APISelectMenuOption => ({ value, label })),
        },
      },
      {
        type: ComponentType.Label,
        label: 'In your own words',
        description: 'Which sentence, what would be right, and where one can read that.',
        component: {
          type: ComponentType.TextInput,
          custom_id: REPORT_TEXT_FIELD,
          style: TextInputStyle.Paragraph,
          max_length: TEXT_LENGTH,
          required: false,
        },
      },
    ],
  };
}

/** Null for what the form does not offer. */
export function reportKind(chosen: string | null): ReportKind | null {
  return isReportKind(chosen) ? chosen : null;
}

function isReportKind(text: string | null): text is ReportKind {
  return text !== null && Object.hasOwn(KINDS, text);
}

export function reportButton(
  subject: CustomIdOf<'report'>['subject'],
  slug: string,
): APIButtonComponentWithCustomId {
  return button('Report a mistake', formatCustomId({ kind: 'report', subject, slug }));
}
