/** Whether a digest is in its channel already: asked when an earlier attempt ended without an answer. */
import { Routes } from 'discord-api-types/v10';
import type { REST } from 'discord.js';
import { HISTORY_PAGE } from '../discord/limits.ts';
import { mayReadHistory } from '../discord/permissions.ts';
import { formatCustomId } from '../messages/custom-ids.ts';
import { formatLocalDay } from '../messages/dates.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import { outcomeOfFailure, type Outcome } from './outcome.ts';

export type ReadBack =
  | { found: Outcome & { outcome: 'SENT' } }
  | { found: null }
  /** It could not be found out. */
  | { stop: Outcome };

// Discord's epoch, 2015-01-01T00:00:00Z; the upper 42 bits of an id are milliseconds since then.
const DISCORD_EPOCH = 1_420_070_400_000n;
const MARGIN_MS = 60_000;
const MAX_PAGES = 10;

export interface ReadBackOptions {
  ownId: string;
  signal: AbortSignal;
  /** What the bot may do in the channel now. */
  permissions: () => Promise<bigint>;
}

export async function readBack(
  rest: REST,
  claimed: ClaimedDelivery,
  options: ReadBackOptions,
): Promise<ReadBack> {
  const { delivery } = claimed;
  const customId = formatCustomId({ kind: 'delivery', deliveryId: delivery.deliveryId });
  let after = snowflakeAt(new Date(delivery.runAt).getTime() - MARGIN_MS);
  try {
    // Without the permission Discord answers with an empty list, which would look like "not posted".
    if (!mayReadHistory(await options.permissions())) return { stop: unreadableHistory(claimed) };
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const messages = await channelHistory(rest, delivery.channelId, { after, signal: options.signal });
      const ours = messages.find(
        ({ authorId, text }) => authorId === options.ownId && text.includes(customId),
      );
      if (ours !== undefined) return { found: { outcome: 'SENT', messageId: ours.id } };
      if (messages.length < HISTORY_PAGE) return { found: null };
      after = newest(messages.map(({ id }) => id));
    }
  } catch (error) {
    return { stop: unreadable(error) };
  }
  return { stop: { outcome: 'FAILED', reason: TOO_MUCH_SINCE } };
}

const TOO_MUCH_SINCE =
  'It may have been posted, and the channel has too many newer messages to find out. It is not posted again';

/** Without a code of Discord's: for those the API has words of its own, and they would be about posting. */
function unreadableHistory({ delivery }: ClaimedDelivery): Outcome {
  const day = formatLocalDay(delivery.runAt, delivery.schedule.timeZone);
  return {
    outcome: 'FAILED',
    reason: `The bot may not read the message history of this channel, so it cannot see whether the digest of ${day} was posted, and does not post it again. Give it "View Channel" and "Read Message History" in the channel's settings`,
  };
}

interface HistoryEntry {
  id: string;
  authorId: string;
  /** The components as JSON: the custom id of our button is in there. */
  text: string;
}

async function channelHistory(
  rest: REST,
  channelId: string,
  options: { after: string; signal: AbortSignal },
): Promise<HistoryEntry[]> {
  const answer = await rest.get(Routes.channelMessages(channelId), {
    query: new URLSearchParams({ after: options.after, limit: String(HISTORY_PAGE) }),
    signal: options.signal,
  });
  return Array.isArray(answer) ? answer.flatMap(historyEntry) : [];
}

function historyEntry(message: unknown): HistoryEntry[] {
  if (typeof message !== 'object' || message === null) return [];
  const { id, author, components } = { id: undefined, author: undefined, components: [], ...message };
  if (typeof id !== 'string' || typeof author !== 'object' || author === null || !('id' in author)) return [];
  return [{ id, authorId: String(author['id']), text: JSON.stringify(components) }];
}

/** A channel that is gone or closed to the bot ends the matter; anything else is asked again later. */
function unreadable(error: unknown): Outcome {
  const outcome = outcomeOfFailure(error);
  return outcome.outcome === 'FAILED'
    ? outcome
    : { outcome: 'UNKNOWN', reason: 'The channel could not be read to see whether it was posted' };
}

export function snowflakeAt(milliseconds: number): string {
  const since = BigInt(milliseconds) - DISCORD_EPOCH;
  return ((since > 0n ? since : 0n) << 22n).toString();
}

function newest(ids: readonly string[]): string {
  return ids.reduce((latest, id) => (BigInt(id) > BigInt(latest) ? id : latest), '0');
}
