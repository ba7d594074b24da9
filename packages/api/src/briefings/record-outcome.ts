import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { checkReason } from './check-reason.ts';
import type { BriefingDocument, OUTCOME_VERDICTS } from './document.ts';
import type { BriefingName } from './read-head.ts';
import { revisePublished, type RevisedBriefing } from './revise-published.ts';

export interface OutcomeInput extends BriefingName {
  scenarioId: string;
  expectedRevision: number;
  text: string;
  verdict: (typeof OUTCOME_VERDICTS)[number];
}

/** Writes down what a scenario came to, for every reader at once. It is news, no correction: nobody was wrong to call it possible. */
export async function recordOutcome(
  db: Database,
  { communityId, slug, scenarioId, expectedRevision, verdict, ...input }: OutcomeInput,
  act: Act,
): Promise<RevisedBriefing> {
  const text = checkReason(input.text, 'text', 5_000);
  const outcome = { text, verdict, recordedAt: act.now.toISOString() };
  const carry = (document: BriefingDocument): BriefingDocument => ({
    ...document,
    scenarios: document.scenarios.map((scenario) =>
      scenario.id === scenarioId ? { ...scenario, outcome } : scenario,
    ),
  });
  const change = (document: BriefingDocument): BriefingDocument => {
    if (document.scenarios.some(({ id }) => id === scenarioId)) return carry(document);
    throw new NotFoundError(`The briefing has no scenario "${scenarioId.slice(0, 80)}"`, ['scenarioId']);
  };
  const reason = 'The outcome of a scenario';
  const revising = {
    action: 'scenario.outcome',
    expectedRevision,
    reason,
    change,
    carry,
    record: () => null,
  };
  return revisePublished(db, { communityId, slug }, revising, act);
}
