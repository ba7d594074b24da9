import { expect, test } from 'vitest';
import { FORUM, OTHER_SERVER, withApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';

const LOG = `query ($communityId: String, $first: Int!, $after: String) { auditLog(communityId: $communityId, first: $first, after: $after) {
  pageInfo { endCursor hasNextPage } edges { node { action actorKind actorId tokenId tokenName before after details } } } }`;
const moderator = { userId: '1336000000000000061', guildId: FORUM, permissions: '32' };

test('the log tells who did what, by which token, and what it changed', () =>
  withApi(async (api) => {
    const { query, id } = await withToken(api, 'EDITOR');
    const operator = await withToken(api, 'OPERATOR');
    await publishedByEditor(query, 'riyadh');
    const { data } = await operator.query(LOG, { first: 2 });
    expect(data.auditLog.edges[0].node).toEqual({
      action: 'briefing.publish',
      actorKind: 'EDITOR',
      actorId: null,
      tokenId: id,
      tokenName: 'Vera',
      before: { status: 'IN_REVIEW' },
      after: { status: 'PUBLISHED', revision: 1 },
      details: { slug: 'riyadh', revision: 1 },
    });
    const next = await operator.query(LOG, { first: 5, after: data.auditLog.pageInfo.endCursor });
    expect(next.data.auditLog.edges.map(({ node }: { node: { action: string } }) => node.action)).toEqual([
      'briefing.submit',
      'briefing.draft',
      'token.create',
      'token.create',
    ]);
    const [, draft, made] = next.data.auditLog.edges.map(({ node }: { node: object }) => node);
    expect(draft).toMatchObject({ before: null, after: { revision: 1, state: 'DRAFT' } });
    expect(made).toMatchObject({ tokenName: null, before: null, after: { name: 'Vera', role: 'OPERATOR' } });
  }));

test('moderators see the log of their server and no other; nobody else sees any', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const asModerator = api.as(moderator);
    await mutate(asModerator, 'createBriefing', { slug: 'ours', document: documentInput() });
    const { data } = await asModerator(LOG, { first: 1 });
    expect(data.auditLog.edges).toMatchObject([
      { node: { action: 'briefing.draft', actorKind: 'MODERATOR', actorId: moderator.userId } },
    ]);
    for (const communityId of [OTHER_SERVER, 'library']) {
      const { errors } = await asModerator(LOG, { first: 1, communityId });
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    }
    for (const asker of [
      query,
      api.query,
      api.as('bot'),
      api.as({ userId: moderator.userId, guildId: FORUM }),
    ]) {
      expect((await asker(LOG, { first: 1 })).errors).toMatchObject([
        { extensions: { code: 'NOT_ALLOWED' } },
      ]);
    }
  }));
