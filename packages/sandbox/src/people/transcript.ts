import { InteractionType } from 'discord-api-types/v10';
import type { WorldEvent } from '../world/events.ts';
import { isThinking } from '../world/messages.ts';
import { displayName, type World } from '../world/world.ts';
import type { TranscriptEntry } from './protocol.ts';

/** A long run shall not fill the memory. */
const KEPT = 10_000;
/** Old entries go together: to move all others up for each one is slow. */
const FORGOTTEN_AT_ONCE = 1_000;

/** Writes down what is said, done and answered, oldest first. */
export function keepTranscript(world: World): () => TranscriptEntry[] {
  const entries: TranscriptEntry[] = [];
  world.events.subscribe((event) => {
    const entry = describeEntry(world, event);
    if (entry === null) return;
    entries.push({ at: world.clock.now().toISOString(), ...entry });
    if (entries.length >= KEPT + FORGOTTEN_AT_ONCE) entries.splice(0, FORGOTTEN_AT_ONCE);
  });
  return () => [...entries];
}

function describeEntry(world: World, event: WorldEvent): Omit<TranscriptEntry, 'at'> | null {
  if ('stored' in event) {
    const { message, guildId } = event.stored;
    const place = { channelId: message.channel_id, messageId: message.id };
    if (isThinking(event.stored)) return null;
    if (event.type === 'reaction-added' || event.type === 'reaction-removed') {
      const who = displayName(world, guildId, event.userId);
      return { what: event.type, who, ...place, text: event.emoji };
    }
    if (!isSpeech(event.type)) return null;
    return { what: event.type, who: message.author.username, ...place, text: message.content };
  }
  if (!('interaction' in event) || !isAct(event.type)) return null;
  const { interaction } = event;
  if (interaction.payload.type === InteractionType.ApplicationCommandAutocomplete) return null;
  return {
    what: event.type,
    who: displayName(world, interaction.guildId, interaction.memberId),
    channelId: interaction.channelId,
    interactionId: interaction.id,
    text: interaction.error ?? interaction.note?.command ?? customId(interaction.payload.data),
  };
}

function isSpeech(type: string): type is 'message-created' | 'message-updated' | 'message-deleted' {
  return ['message-created', 'message-updated', 'message-deleted'].includes(type);
}

function isAct(
  type: string,
): type is 'interaction-created' | 'interaction-acknowledged' | 'interaction-failed' {
  return ['interaction-created', 'interaction-acknowledged', 'interaction-failed'].includes(type);
}

function customId(data: object | undefined): string {
  return data !== undefined && 'custom_id' in data ? String(data.custom_id) : '';
}
