import type { Prompt } from '../briefings/readable-document.ts';
import type { FrozenItem, FrozenPrompt } from './table.ts';

/** What a digest carries: revisions, not briefings, so that it stays what it is when they change. */
export interface Edition {
  /** What was published later is not in it. */
  cutOffAt: Date;
  items: FrozenItem[];
  prompt: FrozenPrompt | null;
}

/** A published briefing that a schedule has not shown yet. */
export interface Candidate {
  id: string;
  revisionId: string;
  document: { prompts: readonly Pick<Prompt, 'id' | 'stanceNeutral'>[] };
}

/** The first `size` of the candidates, and the first of their prompts to open the discussion that is known to take no side. */
export function chooseEdition(
  candidates: readonly Candidate[],
  { size, cutOffAt }: { size: number; cutOffAt: Date },
): Edition {
  const chosen = candidates.slice(0, size);
  const [prompt = null] = chosen.flatMap(({ id: briefingId, document }) =>
    document.prompts
      .filter(({ stanceNeutral }) => stanceNeutral === true)
      .map(({ id }): FrozenPrompt => ({ briefingId, id })),
  );
  return {
    cutOffAt,
    items: chosen.map(({ id, revisionId }) => ({ briefingId: id, revisionId })),
    prompt,
  };
}
