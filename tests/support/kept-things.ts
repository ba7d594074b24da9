/** What editors and moderators keep beside briefings and entries: schedules, articles, feeds, webhooks, reports, questions. */
import { expect } from 'vitest';
import { feeds } from '@communique/api/feeds/table';
import { askQuestion } from '@communique/api/questions/ask-question';
import { addWebhook } from '@communique/api/webhooks/add-webhook';
import { createSecretSeal } from '@communique/api/webhooks/seal-secret';
import type { TestApi } from './api.ts';
import { mutate } from './editing.ts';

type Query = TestApi['query'];

/** The id of a daily schedule of the moderator who asks. */
export async function schedule(query: Query, channelId: string): Promise<string> {
  const input = { channelId, localTime: '09:00', timeZone: 'UTC' };
  const fields = '__typename ... on DigestSchedule { id }';
  const result = await mutate(query, 'createDigestSchedule', input, fields);
  return result.id;
}

export async function report(query: Query, briefing: string): Promise<void> {
  const fields = '__typename ... on Error { message }';
  const result = await mutate(query, 'reportContent', { briefing, kind: 'ERROR' }, fields);
  expect(result.__typename).toBe('SentReport');
}

/** The id of a question that was handed in. */
export async function question({ db, act }: TestApi, communityId: string, words: string): Promise<string> {
  return (await askQuestion(db, { communityId, question: words, handIn: true }, act())).questionId;
}

/** The id of an article that made a draft. */
export async function article(query: Query, communityId: string, name: string): Promise<string> {
  const text = `# What is written of ${name}\n\nThey spoke for four hours in Riyadh.\n`;
  const fields = '__typename ... on ImportedArticle { article { id } } ... on Error { message }';
  const result = await mutate(query, 'importArticle', { communityId, text }, fields);
  return result.article.id;
}

export async function addFeed({ db, act }: TestApi, communityId: string, title: string): Promise<void> {
  const { now } = act();
  const url = `https://example.org/${title}.xml`;
  await db.orm.insert(feeds).values({
    id: title,
    communityId,
    url,
    urlKey: url,
    title,
    state: 'ACTIVE',
    checkedAt: now,
    nextCheckAt: now,
    createdBy: 'An Editor',
    createdAt: now,
  });
}

/** The id of a webhook for everything its community shows. */
export async function webhook({ db, act }: TestApi, communityId: string, name: string): Promise<string> {
  const seal = createSecretSeal('a-key-for-tests-of-at-least-32-characters');
  const wish = { communityId, url: `https://example.org/${name}`, kinds: [] };
  const added = await addWebhook(db, { seal, allowPrivateAddresses: false }, wish, act());
  return added.webhookId;
}
