/** Asks for mutations as an editor's client does. */
import { randomUUID } from 'node:crypto';
import { createToken } from '@communique/api/access/create-token';
import type { TokenRole } from '@communique/api/access/table';
import type { TestApi } from './api.ts';
import type { Answer } from './ask-api.ts';

/** A token of this role, and what asks with it. */
export async function withToken(
  api: TestApi,
  role: TokenRole,
  { name = 'Vera', communityId = null }: { name?: string; communityId?: string | null } = {},
): Promise<{ token: string; id: string; query: TestApi['query'] }> {
  const wish = { name, role, communityId, expiresAt: null };
  const created = await createToken(api.db, wish, api.act());
  return { ...created, query: api.as({ token: created.token }) };
}

/** A document as `createBriefing` takes it. */
export function documentInput(changes: object = {}) {
  return {
    title: 'Talks in Riyadh',
    language: 'en',
    topics: [{ slug: 'diplomacy', name: 'Diplomacy' }],
    sources: [{ publisher: 'Example News' }],
    claims: [{ id: 'c1', verbatim: true, text: 'We agreed.', speaker: 'A Minister', citations: [1] }],
    scenarios: [{ id: 's1', title: 'A deal' }],
    sections: [
      {
        id: 'background',
        heading: 'Background',
        kind: 'BACKGROUND',
        blocks: [{ id: 'p1', citations: [1], content: { paragraph: 'They spoke for four hours.' } }],
      },
    ],
    ...changes,
  };
}

const FIELDS = `__typename
  ... on EditedBriefing { revision { revision } briefing { status headState publishAt unpublishAt } }
  ... on RevisionConflictError { expectedRevision current { revision title } }
  ... on Error { code message path }`;

/** The result of `mutation(input)`; a key is made where the input has none. */
export async function mutate(
  query: TestApi['query'],
  mutation: string,
  input: object,
  fields = FIELDS,
): Promise<Answer['data']> {
  const inputType = INPUT_TYPES[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await query(
    `mutation ($input: ${inputType}!) { result: ${mutation}(input: $input) { ${fields} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data.result;
}

const INPUT_TYPES: Record<string, string> = {
  addFaqAlias: 'FaqAliasInput',
  removeFaqAlias: 'FaqAliasInput',
  submitForReview: 'MoveBriefingInput',
  approveBriefing: 'MoveBriefingInput',
  retractBriefing: 'WithdrawBriefingInput',
  archiveBriefing: 'WithdrawBriefingInput',
};

/** Creates, submits, approves and publishes: four mutations. */
export async function publishedByEditor(query: TestApi['query'], slug: string, input: object = {}) {
  await mutate(query, 'createBriefing', { slug, document: documentInput(), ...input });
  const move = { slug, expectedRevision: 1 };
  await mutate(query, 'submitForReview', move);
  await mutate(query, 'approveBriefing', move);
  return mutate(query, 'publishBriefing', move);
}
