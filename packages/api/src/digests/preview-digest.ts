import type { Database } from '../database/client.ts';
import type { Edition } from './choose-edition.ts';
import { composeEdition } from './compose-edition.ts';
import { findPresentSchedule, type DigestSchedule } from './find-schedules.ts';

export interface DigestPreview {
  schedule: DigestSchedule;
  edition: Edition;
}

/** What the schedule would post if it ran now. Nothing is stored. */
export async function previewDigest(
  db: Database,
  communityId: string,
  scheduleId: string,
  now: Date,
): Promise<DigestPreview> {
  const schedule = await findPresentSchedule(db, communityId, scheduleId);
  return { schedule, edition: await composeEdition(db, schedule, now) };
}
