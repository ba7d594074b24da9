import { Routes, type APIMessage } from 'discord-api-types/v10';
import type { REST } from 'discord.js';
import { digestMessage } from '../messages/digest-message.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import { deliveryNonce } from './delivery-nonce.ts';
import { outcomeOfFailure, type Outcome } from './outcome.ts';

/** One create-message request. The nonce makes Discord answer a repetition within minutes with the message that is there. */
export async function postDigest(
  rest: REST,
  claimed: ClaimedDelivery,
  signal: AbortSignal,
): Promise<Outcome> {
  const { delivery } = claimed;
  const message = digestMessage({
    deliveryId: delivery.deliveryId,
    runAt: delivery.runAt,
    timeZone: delivery.schedule.timeZone,
    edition: delivery.edition,
  });
  try {
    const posted = await rest.post(Routes.channelMessages(delivery.channelId), {
      body: {
        ...message,
        allowed_mentions: { parse: [] },
        nonce: deliveryNonce(delivery.deliveryId),
        enforce_nonce: true,
      },
      signal,
    });
    return { outcome: 'SENT', messageId: messageId(posted) };
  } catch (error) {
    return outcomeOfFailure(error);
  }
}

function messageId(posted: unknown): APIMessage['id'] {
  if (typeof posted === 'object' && posted !== null && 'id' in posted && typeof posted.id === 'string')
    return posted.id;
  throw new TypeError('Discord answered without the message');
}
