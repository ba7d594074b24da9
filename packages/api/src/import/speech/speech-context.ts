import type { People, Person } from './extract-people.ts';
import type { Speakers, Speaking } from './name-speakers.ts';

/** What is known when a sentence is asked who speaks in it. */
export interface SpeechContext {
  people: People;
  speakers: Speakers;
  named: ReturnType<People['namedIn']>;
  /** Whom "he" means. */
  lastSpeaker: Person | null;
  /** Who spoke what the sentence before quotes. */
  goesOn: Speaking | null;
}
