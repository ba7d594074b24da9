/** A topic by its slug or by the name people see. */
import { fold } from './choices.ts';

export interface Topic {
  slug: string;
  name: string;
}

export function findTopic(wanted: string, topics: readonly Topic[]): Topic | undefined {
  const text = fold(wanted);
  return topics.find(({ slug }) => slug === text) ?? topics.find(({ name }) => fold(name) === text);
}
