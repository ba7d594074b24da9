import { escapeLine } from './markdown.ts';

const SHOWN = 20;

/** For somebody who asked for a topic that is none. Discord Markdown. */
export function topicNames(topics: readonly { name: string }[]): string {
  if (topics.length === 0) return 'There are no topics yet.';
  const names = topics.slice(0, SHOWN).map(({ name }) => escapeLine(name));
  return `Topics: ${names.join(', ')}${topics.length > SHOWN ? ' and more' : ''}.`;
}
