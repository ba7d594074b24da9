import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import type { EditedBriefing } from './create-briefing.ts';
import type { BriefingName } from './read-head.ts';
import { withdrawBriefing } from './withdraw-briefing.ts';

/** Takes back what was wrong. */
export function retractBriefing(
  db: Database,
  briefing: BriefingName & { reason: string },
  act: Act,
): Promise<EditedBriefing> {
  return withdrawBriefing(db, { ...briefing, as: 'RETRACTED' }, act);
}
