import { and, eq } from 'drizzle-orm';
import { findFrozen } from '../briefings/find-briefings.ts';
import type { Database } from '../database/client.ts';
import { chooseEdition, type Edition } from './choose-edition.ts';
import type { Delivery } from './find-deliveries.ts';
import { deliveries, editions } from './table.ts';

/**
 * Takes briefings that were withdrawn since their edition was frozen, or that the community has hidden since, out of the deliveries about
 * to be posted. A delivery with nothing left is skipped. Answers those still to be posted.
 */
export async function dropUnreadable(db: Database, leased: readonly Delivery[]): Promise<Delivery[]> {
  const asked = leased.flatMap(({ id, schedule: { communityId }, edition }) =>
    edition.items.map(({ revisionId }) => ({ deliveryId: id, communityId, revisionId })),
  );
  const frozen = await findFrozen(db, asked);
  const readable = asked.map(({ deliveryId }, at) => ({ deliveryId, briefing: frozen[at] ?? null }));
  const kept: Delivery[] = [];
  for (const delivery of leased) {
    const { items, cutOffAt } = delivery.edition;
    const left = readable.flatMap(({ deliveryId, briefing }) =>
      deliveryId === delivery.id && briefing !== null ? [briefing] : [],
    );
    if (left.length === 0) await skip(db, delivery);
    // What may be posted already shows them all: that edition stays as it is, so that corrections find the message.
    else if (left.length === items.length || delivery.uncertain) kept.push(delivery);
    else kept.push(await shorten(db, delivery, chooseEdition(left, { size: left.length, cutOffAt })));
  }
  return kept;
}

async function shorten(db: Database, delivery: Delivery, edition: Edition): Promise<Delivery> {
  await db.write([db.orm.update(editions).set(edition).where(eq(editions.id, delivery.editionId))]);
  return { ...delivery, edition: { ...delivery.edition, ...edition } };
}

async function skip(db: Database, { id, leaseToken }: Delivery): Promise<void> {
  await db.write([
    db.orm
      .update(deliveries)
      .set({ state: 'SKIPPED', reason: 'everything in it was withdrawn or hidden before it was posted' })
      .where(
        and(
          eq(deliveries.id, id),
          eq(deliveries.leaseToken, leaseToken ?? ''),
          eq(deliveries.state, 'LEASED'),
        ),
      ),
  ]);
}
