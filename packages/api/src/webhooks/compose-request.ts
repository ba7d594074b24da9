import { createHmac } from 'node:crypto';
import { CHANGE_CURSOR } from '../changes/cursor-graphql.ts';
import { changeKey, subjectOf, type Change } from '../changes/list-changes.ts';
import { writeCursor } from '../graphql/connections.ts';

/** Exactly what goes over the wire. */
export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Signing {
  secret: string;
  /** Goes into the signature, so that an old request cannot be sent again by somebody else. */
  sentAt: Date;
}

/** It says that something changed, not what it says now: the receiver asks the API, which knows what may still be read. */
export function composeRequest(
  url: string,
  { deliveryId, change }: { deliveryId: string; change: Change },
  signing: Signing,
): WebhookRequest {
  const { kind, at, communityId, revision, reason } = change;
  const cursor = writeCursor(CHANGE_CURSOR, changeKey(change));
  const body = {
    id: deliveryId,
    event: kind,
    at: at.toISOString(),
    communityId,
    slug: subjectOf(change)?.slug ?? null,
    revision,
    reason,
    cursor,
  };
  return signed(url, deliveryId, body, signing);
}

/** A request that is no event, to try whether a receiver understands them. */
export function composeTest(url: string, deliveryId: string, signing: Signing): WebhookRequest {
  return signed(
    url,
    deliveryId,
    { id: deliveryId, event: 'TEST', at: signing.sentAt.toISOString() },
    signing,
  );
}

function signed(
  url: string,
  deliveryId: string,
  content: { event: string } & Record<string, unknown>,
  { secret, sentAt }: Signing,
): WebhookRequest {
  const body = JSON.stringify(content);
  const time = Math.floor(sentAt.getTime() / 1_000);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return {
    url,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
      'User-Agent': 'Communique-Webhooks/1',
      'Communique-Event': content.event,
      'Communique-Delivery': deliveryId,
      'Communique-Signature': `t=${time},v1=${signature}`,
    },
    body,
  };
}
