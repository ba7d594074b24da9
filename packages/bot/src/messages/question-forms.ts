/** The forms for questions: a reader hands one in, a moderator answers it. */
import {
  ComponentType,
  TextInputStyle,
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
} from 'discord-api-types/v10';
import { button } from './build-message.ts';
import { formatCustomId, type CustomIdOf } from './custom-ids.ts';

export const QUESTION_FIELD = 'question';
export const ANSWER_FIELD = 'answer';
export const READERS_FIELD = 'readers';
/** What the API takes. */
const QUESTION_LENGTH = 300;
/** What Discord takes; the API takes more. */
const ANSWER_LENGTH = 4_000;

export function askButton(question: string): APIButtonComponentWithCustomId {
  return button('Ask the moderators', formatCustomId({ kind: 'ask', question: question.trim() }));
}

/** Whoever presses sees what is going to be read, and can change it. */
export function askForm(id: CustomIdOf<'ask'>): APIModalInteractionResponseCallbackData {
  return {
    custom_id: formatCustomId(id),
    title: 'Ask the moderators',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
        description: 'Moderators read these words, not who asked. Leave out what nobody should read.',
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION_FIELD,
          style: TextInputStyle.Paragraph,
          max_length: QUESTION_LENGTH,
          value: id.question,
          required: true,
        },
      },
    ],
  };
}

const READERS = {
  draft: 'Keep it as a draft',
  publish: 'Give it to readers at once: I have checked it',
} as const;

export function answerForm(id: CustomIdOf<'answer-question'>): APIModalInteractionResponseCallbackData {
  return {
    custom_id: formatCustomId(id),
    title: 'Answer a question',
    components: [
      {
        type: ComponentType.Label,
        label: 'The question, as readers should find it',
        description: 'Left empty: as it was asked.',
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION_FIELD,
          style: TextInputStyle.Short,
          max_length: QUESTION_LENGTH,
          required: false,
        },
      },
      {
        type: ComponentType.Label,
        label: 'The answer',
        description: 'Markdown works.',
        component: {
          type: ComponentType.TextInput,
          custom_id: ANSWER_FIELD,
          style: TextInputStyle.Paragraph,
          max_length: ANSWER_LENGTH,
          required: true,
        },
      },
      {
        type: ComponentType.Label,
        label: 'And then?',
        component: {
          type: ComponentType.StringSelect,
          custom_id: READERS_FIELD,
          required: true,
          options: Object.entries(READERS).map(([value, label]): APISelectMenuOption => ({
            value,
            label,
            default: value === 'draft',
          })),
        },
      },
    ],
  };
}

/** Anything but the choice to publish is a draft. */
export function isForReaders(chosen: string | null): boolean {
  return chosen === ('publish' satisfies keyof typeof READERS);
}
