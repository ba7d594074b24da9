/** What a feed says, whichever format it is written in. */
export interface Feed {
  title: string | null;
  /** The site it is the feed of. */
  homePage: string | null;
  language: string | null;
  /** How long it stays as it is, in milliseconds, as it says itself; null: it does not say. */
  freshFor: number | null;
  /** In the order of the feed; usually the newest first. */
  items: FeedItem[];
}

export interface FeedItem {
  /**
   * What tells it from every other item of its feed: the id the feed gives it, else its address, else a hash of
   * what it says. Never the same for two items.
   */
  id: string;
  url: string | null;
  title: string | null;
  published: Date | null;
  updated: Date | null;
  author: string | null;
  /** Its content where that is HTML, as the feed has it: data to import, not markup to show. */
  html: string | null;
  /** Its content as text to read; empty where the feed has only a title. */
  text: string;
  /** What stands in the feed beside the content to announce it. */
  summary: string | null;
  topics: string[];
}
