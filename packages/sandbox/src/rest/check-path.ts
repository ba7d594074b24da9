import { problem, type Problem } from '../validation/problem.ts';
import { InvalidFormError } from '../world/discord-error.ts';
import { isSnowflake } from '../world/snowflakes.ts';
import type { Route } from './route.ts';

/** Words that stand for an id, and the paths where they do. */
const WORDS: readonly { word: string; name: string; begins: string }[] = [
  { word: '@original', name: 'message_id', begins: '/webhooks/' },
  { word: '@me', name: 'user_id', begins: '/channels/{channel_id}/thread-members/' },
];

/** Refuses a path whose ids are none, before anything looks for them. */
export function checkPath(route: Route, params: Readonly<Record<string, string>>): void {
  const problems = Object.entries(params).flatMap(([name, value]) => problemsOf(route, name, value));
  if (problems.length === 0) return;
  throw new InvalidFormError([
    {
      rule: 'path-id',
      source: 'https://docs.discord.com/developers/reference#snowflakes',
      status: 400,
      problems,
    },
  ]);
}

function problemsOf(route: Route, name: string, value: string): Problem[] {
  // Answers of a poll are counted from 1.
  const kind = name === 'answer_id' ? 'int' : 'snowflake';
  const isWord = WORDS.some(
    (known) => known.word === value && known.name === name && route.path.startsWith(known.begins),
  );
  if (!name.endsWith('_id') || isWord || isSnowflake(value)) return [];
  return [problem([name], 'NUMBER_TYPE_COERCE', `Value "${value}" is not ${kind}.`)];
}
