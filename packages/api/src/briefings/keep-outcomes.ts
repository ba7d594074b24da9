import type { BriefingDocument } from './document.ts';

/** What scenarios came to stays on record in a revision that is written anew; scenarios know each other by their ids. */
export function keepOutcomes(
  previous: BriefingDocument,
  next: BriefingDocument,
): BriefingDocument['scenarios'] {
  const outcomes = new Map(previous.scenarios.map(({ id, outcome }) => [id, outcome]));
  return next.scenarios.map((scenario) => ({ ...scenario, outcome: outcomes.get(scenario.id) ?? null }));
}
