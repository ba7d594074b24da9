import { signatureOf, type Actor } from '../audit/actor.ts';
import type { ArticleToSave } from './article-draft.ts';

/** Whoever asks for the draft answers for it; what it was made of is `importedFrom`. */
export function signDraft<Draft extends Pick<ArticleToSave, 'provenance'>>(
  draft: Draft,
  actor: Actor,
): Draft {
  return { ...draft, provenance: { ...draft.provenance, createdBy: signatureOf(actor) } };
}
