import type { WorldEvent } from '../world/events.ts';
import type { World } from '../world/world.ts';
import { describeAct, describeSpeech, type Entry } from './describe-entry.ts';
import { watchPermissions } from './permission-changes.ts';
import type { TranscriptEntry } from './protocol.ts';

/** A long run shall not fill the memory. */
const KEPT = 10_000;
/** Old entries go together: to move all others up for each one is slow. */
const FORGOTTEN_AT_ONCE = 1_000;

/** Writes down what is said, done and answered, oldest first. */
export function keepTranscript(world: World): () => TranscriptEntry[] {
  const entries: TranscriptEntry[] = [];
  const permissionChange = watchPermissions(world);
  world.events.subscribe((event) => {
    const entry = describeEntry(world, event) ?? permissionChange(event);
    if (entry === null) return;
    entries.push({ at: world.clock.now().toISOString(), ...entry });
    if (entries.length >= KEPT + FORGOTTEN_AT_ONCE) entries.splice(0, FORGOTTEN_AT_ONCE);
  });
  return () => [...entries];
}

function describeEntry(world: World, event: WorldEvent): Entry | null {
  if ('stored' in event) return describeSpeech(world, event);
  if ('interaction' in event) return describeAct(world, event);
  const byBot = { who: world.bot.username, channelId: null };
  if (event.type === 'messages-deleted') {
    return { what: event.type, ...byBot, channelId: event.channel.id, text: event.ids.join(', ') };
  }
  if (isServerEvent(event)) return { what: event.type, ...byBot, text: event.guild.name };
  if (event.type !== 'clock') return null;
  return { what: 'clock-moved', who: '', channelId: null, text: world.clock.now().toISOString() };
}

type ServerEvent = Extract<
  WorldEvent,
  { type: 'guild-joined' | 'guild-left' | 'guild-lost' | 'guild-found' }
>;

function isServerEvent(event: WorldEvent): event is ServerEvent {
  return ['guild-joined', 'guild-left', 'guild-lost', 'guild-found'].includes(event.type);
}
