import {
  ApplicationCommandOptionType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type {
  APIInteractionResponse,
  APIModalInteractionResponseCallbackComponent,
} from 'discord-api-types/v10';
import { lengthOf, problem, type Problem, type Rule } from './problem.ts';

const CALLBACK_DOCS = 'https://docs.discord.com/developers/interactions/receiving-and-responding';

export interface CallbackBody {
  interactionType: InteractionType;
  /** A modal that came out of a component may update that component's message. */
  hasSourceMessage: boolean;
  response: APIInteractionResponse;
  /** The kind of the option that is being typed; null when nothing is. */
  focusedType: ApplicationCommandOptionType | null;
}

export const CALLBACK_RULES: readonly Rule<CallbackBody>[] = [
  {
    name: 'callback-type',
    source: `${CALLBACK_DOCS}#interaction-response-object-interaction-callback-type`,
    check: (body) =>
      isAnswerTo(body)
        ? []
        : [
            problem(
              ['type'],
              'BASE_TYPE_CHOICES',
              `An interaction of type ${body.interactionType} cannot be answered with a callback of type ${body.response.type}.`,
            ),
          ],
  },
  {
    name: 'autocomplete-choices',
    source: `${CALLBACK_DOCS}#interaction-response-object-autocomplete`,
    check: ({ response }) => (isAutocomplete(response) ? choiceProblems(response.data.choices ?? []) : []),
  },
  {
    name: 'autocomplete-value-type',
    source:
      'https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure',
    check: ({ response, focusedType }) =>
      isAutocomplete(response) ? valueProblems(response.data.choices ?? [], focusedType) : [],
  },
  {
    name: 'deferred-flags',
    source: `${CALLBACK_DOCS}#interaction-response-object-messages`,
    check({ response }) {
      if (response.type !== InteractionResponseType.DeferredChannelMessageWithSource) return [];
      const others = (response.data?.flags ?? 0) & ~MessageFlags.Ephemeral;
      return others === 0
        ? []
        : [problem(['data', 'flags'], 'BASE_TYPE_CHOICES', 'Only EPHEMERAL can be set when deferring')];
    },
  },
  {
    name: 'modal-1-to-5',
    source: `${CALLBACK_DOCS}#interaction-response-object-modal`,
    check: ({ response }) => {
      if (response.type !== InteractionResponseType.Modal) return [];
      const count = response.data.components.length;
      return count >= 1 && count <= 5
        ? []
        : [problem(['data', 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')];
    },
  },
  {
    name: 'modal-custom-id-unique',
    source: `${CALLBACK_DOCS}#interaction-response-object-modal`,
    check: ({ response }) =>
      response.type === InteractionResponseType.Modal ? duplicateFields(response.data.components) : [],
  },
];

// "Only available for apps with" an activity, or with something to sell; the sandbox takes the application for one of those.
const FOR_SOME_APPLICATIONS = [
  InteractionResponseType.PremiumRequired,
  InteractionResponseType.LaunchActivity,
];

const CALLBACKS: Readonly<Record<InteractionType, readonly InteractionResponseType[]>> = {
  [InteractionType.Ping]: [InteractionResponseType.Pong],
  [InteractionType.ApplicationCommand]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.Modal,
    ...FOR_SOME_APPLICATIONS,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [
    InteractionResponseType.ApplicationCommandAutocompleteResult,
  ],
  [InteractionType.MessageComponent]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.Modal,
    ...FOR_SOME_APPLICATIONS,
  ],
  [InteractionType.ModalSubmit]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    ...FOR_SOME_APPLICATIONS,
  ],
};

function isAnswerTo({ interactionType, hasSourceMessage, response }: CallbackBody): boolean {
  const updates =
    response.type === InteractionResponseType.UpdateMessage ||
    response.type === InteractionResponseType.DeferredMessageUpdate;
  if (updates && !hasSourceMessage) return false;
  return CALLBACKS[interactionType].includes(response.type);
}

function isAutocomplete(
  response: APIInteractionResponse,
): response is Extract<
  APIInteractionResponse,
  { type: InteractionResponseType.ApplicationCommandAutocompleteResult }
> {
  return response.type === InteractionResponseType.ApplicationCommandAutocompleteResult;
}

function choiceProblems(choices: readonly ({ name: string; value: string | number } | null)[]): Problem[] {
  const path = ['data', 'choices'];
  const tooMany =
    choices.length > 25 ? [problem(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 25 in length.')] : [];
  const lengths = choices.flatMap((choice, index) => {
    if (choice === null) return [problem([...path, index], 'BASE_TYPE_REQUIRED', 'This field is required')];
    const { name, value } = choice;
    return [
      ...outside(name, [...path, index, 'name']),
      ...(typeof value === 'string' ? outside(value, [...path, index, 'value']) : []),
    ];
  });
  return [...tooMany, ...lengths];
}

/** "Value for the choice … type of value depends on the option type that the choice belongs to." */
function valueProblems(
  choices: readonly ({ value: string | number } | null)[],
  focusedType: ApplicationCommandOptionType | null,
): Problem[] {
  return choices.flatMap((choice, index) => {
    if (choice === null) return [];
    const path = ['data', 'choices', index, 'value'];
    const { value } = choice;
    if (focusedType === ApplicationCommandOptionType.String && typeof value !== 'string') {
      return [problem(path, 'STRING_TYPE_CONVERT', `Could not interpret "${value}" as string.`)];
    }
    if (focusedType === ApplicationCommandOptionType.Number && typeof value !== 'number') {
      return [problem(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not float.`)];
    }
    const isInteger = typeof value === 'number' && Number.isInteger(value);
    return focusedType === ApplicationCommandOptionType.Integer && !isInteger
      ? [problem(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`)]
      : [];
  });
}

function outside(text: string, path: (string | number)[]): Problem[] {
  const length = lengthOf(text);
  return length >= 1 && length <= 100
    ? []
    : [problem(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.')];
}

function duplicateFields(components: readonly APIModalInteractionResponseCallbackComponent[]): Problem[] {
  const seen = new Set<string>();
  return fieldIds(components).flatMap(({ customId, path }) => {
    if (!seen.has(customId)) {
      seen.add(customId);
      return [];
    }
    return [problem(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')];
  });
}

function fieldIds(
  components: readonly APIModalInteractionResponseCallbackComponent[],
): { customId: string; path: (string | number)[] }[] {
  return components.flatMap((component, index) => {
    const path = ['data', 'components', index];
    if (component.type === ComponentType.Label) {
      return [{ customId: component.component.custom_id, path: [...path, 'component', 'custom_id'] }];
    }
    if (component.type !== ComponentType.ActionRow) return [];
    return component.components.map((field, place) => ({
      customId: field.custom_id,
      path: [...path, 'components', place, 'custom_id'],
    }));
  });
}
