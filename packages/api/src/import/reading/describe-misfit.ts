import type { z } from 'zod';
import { stateRule } from '../../briefings/state-rule.ts';

/** What somebody calls the lists of a briefing. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^sections\.\d+\.blocks\.\d+\.rows$/, 'one of its tables has more than {limit} rows'],
  [/^sections\.\d+\.blocks$/, 'one of its sections has more than {limit} paragraphs, lists and tables'],
  [/^sections$/, 'it has more than {limit} headings'],
  [/^sources$/, 'it has more than {limit} sources'],
];

/** Why a draft does not fit into a briefing, in words of the article. */
export function describeMisfit(issue: z.core.$ZodIssue | undefined, document: unknown): string {
  const place = issue?.path.map(String).join('.') ?? '';
  const name = NAMES.find(([pattern]) => pattern.test(place))?.[1];
  if (issue?.code === 'too_big' && name !== undefined) {
    return `${name.replace('{limit}', issue.maximum.toLocaleString('en'))}, which no briefing can hold. Import the part of it that matters.`;
  }
  const rule = issue === undefined ? 'is not as it must be' : stateRule(issue, document);
  return `it does not fit into a briefing: ${place} ${rule}. Import a shorter or simpler text.`;
}
