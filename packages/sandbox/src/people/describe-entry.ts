import { ComponentType, InteractionType } from 'discord-api-types/v10';
import type { APIMessage, ModalSubmitComponent } from 'discord-api-types/v10';
import type { WorldEvent } from '../world/events.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import { isThinking } from '../world/messages.ts';
import { walkComponents } from '../world/walk-components.ts';
import { displayName, type World } from '../world/world.ts';
import type { TranscriptEntry } from './protocol.ts';

/** An entry of the transcript before it is dated. */
export type Entry = Omit<TranscriptEntry, 'at'>;

type SpeechEvent = Extract<WorldEvent, { stored: unknown }>;
type ActEvent = Extract<WorldEvent, { interaction: LiveInteraction }>;

/** What was said, and what others did with it. */
export function describeSpeech(world: World, event: SpeechEvent): Entry | null {
  const { message, guildId } = event.stored;
  const place = { channelId: message.channel_id, messageId: message.id };
  if (isThinking(event.stored)) return null;
  switch (event.type) {
    case 'reaction-added':
    case 'reaction-removed':
      return {
        what: event.type,
        who: displayName(world, guildId, event.userId),
        ...place,
        text: event.emoji,
      };
    case 'vote-added':
    case 'vote-removed': {
      const answer = message.poll?.answers.find(({ answer_id: id }) => id === event.answerId);
      const text = answer?.poll_media.text ?? String(event.answerId);
      return { what: event.type, who: displayName(world, guildId, event.userId), ...place, text };
    }
    case 'reactions-cleared':
      return null;
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return { what: event.type, who: message.author.username, ...place, text: messageText(message) };
  }
}

/** What a member did, and what the bot made of it. */
export function describeAct(world: World, { type, interaction }: ActEvent): Entry {
  const { payload } = interaction;
  const common = { channelId: interaction.channelId, interactionId: interaction.id };
  const member = displayName(world, interaction.guildId, interaction.memberId);
  const byMember = { who: member, ...common, text: actText(interaction) };
  const byBot = { who: world.bot.username, ...common };
  const isTyping = payload.type === InteractionType.ApplicationCommandAutocomplete;
  switch (type) {
    case 'interaction-created':
      if (isTyping) return { what: 'autocomplete-asked', ...byMember };
      return {
        what: payload.type === InteractionType.ModalSubmit ? 'modal-submitted' : type,
        ...byMember,
      };
    case 'interaction-thinking':
      return { what: 'interaction-deferred', ...byMember };
    case 'interaction-modal':
      return { what: 'modal-shown', ...byBot, text: interaction.modal?.title ?? '' };
    case 'interaction-acknowledged':
      if (!isTyping) return { what: type, ...byMember };
      return {
        what: 'autocomplete-answered',
        ...byBot,
        text: (interaction.choices ?? []).map(({ name }) => name).join(', '),
      };
    case 'interaction-failed':
      return { what: type, ...byMember, text: interaction.error ?? byMember.text };
  }
}

/** Everything that can be read in a message: its own words, those of its components, embeds and poll. */
function messageText(message: APIMessage): string {
  const shown = walkComponents(message.components ?? []).flatMap(({ component }) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  const embeds = message.embeds.flatMap(({ title, description }) => [title, description]);
  return [message.content, ...shown, ...embeds, message.poll?.question.text]
    .filter((text) => text !== undefined && text !== '')
    .join('\n');
}

function actText({ payload, note }: LiveInteraction): string {
  switch (payload.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete: {
      const { data } = payload;
      if ('target_id' in data) return `${note?.command ?? data.name} ${data.target_id}`;
      return 'options' in data ? commandText(data.name, data.options) : data.name;
    }
    case InteractionType.MessageComponent: {
      const values = 'values' in payload.data ? payload.data.values : [];
      return values.length === 0 ? payload.data.custom_id : `${payload.data.custom_id}: ${values.join(', ')}`;
    }
    case InteractionType.ModalSubmit: {
      const fields = payload.data.components.flatMap((component): ModalSubmitComponent[] => {
        if (component.type === ComponentType.Label) return [component.component];
        return component.type === ComponentType.ActionRow ? component.components : [];
      });
      return [payload.data.custom_id, ...fields.map(fieldText)].join(' ');
    }
    case InteractionType.Ping:
      return '';
  }
}

interface GivenOption {
  name: string;
  value?: string | number | boolean;
  options?: readonly GivenOption[];
}

/** "briefing read slug: riyadh-talks", as Discord's client shows it. */
function commandText(name: string, options: readonly GivenOption[] = []): string {
  const words = options.map((option) =>
    option.value === undefined ? commandText(option.name, option.options) : `${option.name}: ${option.value}`,
  );
  return [name, ...words].join(' ');
}

function fieldText(field: ModalSubmitComponent): string {
  const value = 'values' in field ? field.values.join(', ') : String(field.value ?? '');
  return `${field.custom_id}: ${value}`;
}
