import type { Clock } from '@communique/shared/clock';
import type { ImportedDocument } from '../import/interpret-document.ts';

/** As many as one commit takes; more would only need more memory. */
const MAX_DOCUMENTS = 100;
/** Of text: a hundred books are too much to hold. */
const MAX_CHARACTERS = 4_000_000;
/** Documents that are slow to come in (from the web) are not kept waiting for each other. */
const MAX_WAIT_MS = 1_000;

/** What comes in one by one, in groups that are written together. */
export async function* batchesOf(
  documents: AsyncIterable<ImportedDocument>,
  clock: Pick<Clock, 'deadline'>,
): AsyncGenerator<ImportedDocument[]> {
  let batch: ImportedDocument[] = [];
  let characters = 0;
  let since = clock.deadline();
  for await (const document of documents) {
    // An entry can only be published after the briefing it is bound to.
    if (document.kind === 'FAQ_ENTRY' && batch.at(-1)?.kind === 'BRIEFING') {
      yield batch;
      batch = [];
    }
    batch.push(document);
    characters += document.kind === 'BRIEFING' ? (document.draft.article?.text.length ?? 0) : 0;
    const isLate = clock.deadline().getTime() - since.getTime() >= MAX_WAIT_MS;
    if (batch.length < MAX_DOCUMENTS && characters < MAX_CHARACTERS && !isLate) continue;
    yield batch;
    batch = [];
    characters = 0;
    since = clock.deadline();
  }
  if (batch.length > 0) yield batch;
}
