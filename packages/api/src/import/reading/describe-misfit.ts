import type { z } from 'zod';
import { stateRule } from '../../briefings/state-rule.ts';

/** What somebody calls the lists of a briefing. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^sections\.\d+\.blocks\.\d+\.rows$/, 'one of its tables has more than {limit} rows'],
  [/^sections\.\d+\.blocks$/, 'one of its sections has more than {limit} paragraphs, lists and tables'],
  [/^sections$/, 'it has more than {limit} headings'],
  [/^claims\.\d+\.text$/, 'a quotation or statement in it is longer than {limit} characters'],
  [/^claims$/, 'it has more than {limit} quotations and statements'],
  [/^events$/, 'it has more than {limit} dated events'],
  [/^sources$/, 'it has more than {limit} sources'],
];

/** What of the article a field of a briefing was made of. */
const PARTS: Readonly<Record<string, string>> = {
  title: 'its title',
  summary: 'its summary',
  sections: 'one of its sections',
  sources: 'one of its sources',
  claims: 'one of its quotations and statements',
  events: 'one of its events',
  stakeholders: 'one of its stakeholders',
  scenarios: 'one of its scenarios',
  prompts: 'one of its questions to readers',
  topics: 'one of its topics',
};

/** Why a draft does not fit into a briefing, in words of the article. */
export function describeMisfit(issue: z.core.$ZodIssue | undefined, document: unknown): string {
  const place = issue?.path.map(String).join('.') ?? '';
  const name = NAMES.find(([pattern]) => pattern.test(place))?.[1];
  if (issue?.code === 'too_big' && name !== undefined) {
    return `${name.replace('{limit}', issue.maximum.toLocaleString('en'))}, which no briefing can hold. Import the part of it that matters.`;
  }
  const rule = issue === undefined ? 'is not as it must be' : stateRule(issue, document);
  const part = PARTS[String(issue?.path[0])] ?? 'a part of it';
  return `it does not fit into a briefing: ${part} ${rule}. Import a shorter or simpler text.`;
}
