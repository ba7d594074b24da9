import type { Interpreted } from '../articles/interpreted.ts';
import type { Upload } from '../articles/read-uploads.ts';
import type { FeedContent, FeedSource } from '../feeds/read-feed-source.ts';
import type { ArticleSource, DraftedSource } from '../import/drafting/draft-source.ts';

/** A refusal, for the person who sent it, in place of what was asked for. */
export interface Refused {
  refusal: string;
}

/**
 * Taking documents apart: seconds of pure work for the largest of them, so it is done where nobody else has to wait. What is sent and what
 * comes back is plain data. Rejects with an `UnfinishedDocumentError` where the work could not be done to its end.
 */
export interface ImportWork {
  /** A file, item by item where it is a feed; each is taken or refused on its own. */
  interpretUpload: (task: { upload: Upload; now: Date }) => Promise<Interpreted[]>;
  draftSource: (task: { source: ArticleSource; now: Date }) => Promise<DraftedSource | Refused>;
  readFeedSource: (task: { source: FeedSource }) => Promise<FeedContent | Refused>;
}
