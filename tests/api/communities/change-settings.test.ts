import { expect, test } from 'vitest';
import { registerCommunity } from '@communique/api/communities/register-community';
import { FORUM, OTHER_SERVER, withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { publishedEntry, tableCounts } from '../../support/records.ts';

const moderator = { userId: '1336000000000000051', guildId: FORUM, permissions: '32' };
const ROLE = '1336000000000000071';
const FIELDS = `... on ChangedCommunity { community {
    locale timeZone moderatorRoleIds logChannelId hiddenTopics hiddenWarnings } }
  ... on Error { code message path }`;

function change(query: TestApi['query'], input: object) {
  return mutate(query, 'changeCommunitySettings', input, FIELDS);
}

test('a moderator changes what they name, and the rest stays', () =>
  withApi(async (api) => {
    await publishedEntry(api, {});
    const first = {
      timeZone: 'europe/berlin',
      logChannelId: ROLE,
      hiddenWarnings: ['Violence', 'violence!'],
    };
    expect(await change(api.as(moderator), first)).toEqual({
      community: {
        locale: 'en-US',
        timeZone: 'Europe/Berlin',
        moderatorRoleIds: [],
        logChannelId: ROLE,
        hiddenTopics: [],
        hiddenWarnings: ['Violence'],
      },
    });
    const second = {
      locale: 'de',
      moderatorRoleIds: [ROLE],
      hiddenTopics: ['diplomacy'],
      logChannelId: null,
    };
    expect(await change(api.as(moderator), second)).toEqual({
      community: {
        locale: 'de',
        timeZone: 'Europe/Berlin',
        moderatorRoleIds: [ROLE],
        logChannelId: null,
        hiddenTopics: ['diplomacy'],
        hiddenWarnings: ['Violence'],
      },
    });
    const log = await api.as(moderator)('{ auditLog(first: 1) { edges { node { action before after } } } }');
    expect(log.data.auditLog.edges[0].node).toEqual({
      action: 'community.change_settings',
      before: { ownLocale: null, moderatorRoleIds: [], logChannelId: ROLE, hiddenTopics: [] },
      after: { ownLocale: 'de', moderatorRoleIds: [ROLE], logChannelId: null, hiddenTopics: ['diplomacy'] },
    });
  }));

test('the language that moderators chose outlives what Discord says', () =>
  withApi(async (api) => {
    await change(api.as(moderator), { locale: 'de' });
    await registerCommunity(api.db, { guildId: FORUM, name: 'Forum', locale: 'fr' }, api.act());
    const locale = async () =>
      (await api.as(moderator)('query ($id: String!) { community(id: $id) { locale } }', { id: FORUM })).data
        .community.locale;
    expect(await locale()).toBe('de');
    await change(api.as(moderator), { locale: null });
    expect(await locale()).toBe('fr');
  }));

test('holders of a moderator role are moderators from then on', () =>
  withApi(async (api) => {
    const holder = api.as({ userId: '1336000000000000052', guildId: FORUM, roleIds: [ROLE] });
    expect(await change(holder, { timeZone: 'UTC' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await change(api.as(moderator), { moderatorRoleIds: [ROLE] });
    expect(await change(holder, { timeZone: 'UTC' })).toMatchObject({ community: { timeZone: 'UTC' } });
  }));

test('an operator has to name the server', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'OPERATOR');
    expect(await change(query, { timeZone: 'Asia/Tokyo' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await change(query, { communityId: OTHER_SERVER, timeZone: 'Asia/Tokyo' })).toMatchObject({
      community: { timeZone: 'Asia/Tokyo' },
    });
    expect(await change(query, { communityId: '1336000000000000099' })).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'communityId'],
    });
  }));

test('what cannot be right is refused with the field, and changes nothing', () =>
  withApi(async (api) => {
    const before = tableCounts(api);
    const wishes: [wish: object, code: string, path: string[]][] = [
      [{ timeZone: 'Berlin' }, 'INVALID_INPUT', ['timeZone']],
      [{ moderatorRoleIds: ['7'] }, 'INVALID_INPUT', ['moderatorRoleIds', '0']],
      [{ moderatorRoleIds: Array.from({ length: 51 }, () => ROLE) }, 'INVALID_INPUT', ['moderatorRoleIds']],
      [{ logChannelId: 'general' }, 'INVALID_INPUT', ['logChannelId']],
      [{ hiddenTopics: ['nope'] }, 'NOT_FOUND', ['hiddenTopics', '0']],
      [{ hiddenWarnings: ['!'] }, 'INVALID_INPUT', ['hiddenWarnings', '0']],
    ];
    for (const [wish, code, path] of wishes) {
      const answer = await change(api.as(moderator), wish);
      expect(answer).toMatchObject({ code, path: ['input', ...path] });
    }
    expect(tableCounts(api)).toEqual(before);
  }));
