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
  document: { prompts: readonly Prompt[] };
}

/** The first `size` of the candidates, and the first prompt of the first of them to open the discussion. */
export function chooseEdition(
  candidates: readonly Candidate[],
  { size, cutOffAt }: { size: number; cutOffAt: Date },
): Edition {
  const chosen = candidates.slice(0, size);
  const [first] = chosen;
  const prompt = first?.document.prompts[0];
  return {
    cutOffAt,
    items: chosen.map(({ id, revisionId }) => ({ briefingId: id, revisionId })),
    prompt:
      first === undefined || prompt === undefined
        ? null
        : { briefingId: first.id, id: prompt.id, text: prompt.text },
  };
}
