import { describe, expect, test } from 'vitest';
import { auditLog } from '@communique/api/audit/table';
import { findCommunity } from '@communique/api/communities/find-community';
import { registerCommunity } from '@communique/api/communities/register-community';
import { connectionOf } from '@communique/api/database/client';
import { InvalidInputError } from '@communique/api/domain-errors';
import { createAsk } from '../../support/ask-api.ts';
import { createDigestWorld } from '../../support/digest-world.ts';

const GUILD = '1336000000000000005';

describe('registering a server', () => {
  test('makes it known, with the settings of a new one', async () => {
    const { db, act } = await createDigestWorld();
    await registerCommunity(db, { guildId: GUILD, name: ' Debate Club ', locale: 'en-us' }, act());
    expect(await findCommunity(db, GUILD)).toEqual({
      id: GUILD,
      name: 'Debate Club',
      locale: 'en-US',
      ownLocale: null,
      logChannelId: null,
      timeZone: 'UTC',
      moderatorRoleIds: [],
      createdAt: act().now,
    });
  });

  test('again brings name and language up to date and leaves the settings alone', async () => {
    const { db, act, clock } = await createDigestWorld();
    await registerCommunity(db, { guildId: GUILD, name: 'Debate Club', locale: 'en-US' }, act());
    const createdAt = act().now;
    connectionOf(db)
      .prepare(
        `update communities set time_zone = 'Europe/Berlin', moderator_role_ids = '["1"]' where id = ?`,
      )
      .run(GUILD);
    clock.pass(60_000);
    await registerCommunity(db, { guildId: GUILD, name: 'Debattierclub', locale: 'de' }, act());
    expect(await findCommunity(db, GUILD)).toEqual({
      id: GUILD,
      name: 'Debattierclub',
      locale: 'de',
      ownLocale: null,
      logChannelId: null,
      timeZone: 'Europe/Berlin',
      moderatorRoleIds: ['1'],
      createdAt,
    });
  });

  test('is written to the audit log when it changes something, and only then', async () => {
    const { db, act } = await createDigestWorld();
    const input = { guildId: GUILD, name: 'Debate Club', locale: 'en-US' };
    await registerCommunity(db, input, act());
    await registerCommunity(db, input, act());
    await registerCommunity(db, { ...input, name: 'Debate Society' }, act());
    const entries = (await db.orm.select().from(auditLog)).filter(({ subjectId }) => subjectId === GUILD);
    expect(entries.map(({ action }) => action)).toEqual(['community.register', 'community.rename']);
  });

  test.each([
    ['guildId', { guildId: 'library' }],
    ['guildId', { guildId: '' }],
    ['guildId', { guildId: '12' }],
    ['guildId', { guildId: '99999999999999999999' }],
    ['guildId', { guildId: '1336000000000000005 ' }],
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: 'half a \uD83D' }],
    ['locale', { locale: '' }],
    ['locale', { locale: 'english, please' }],
    ['locale', { locale: `en-${'x'.repeat(500)}` }],
  ])('refuses a wrong %s and says which it was (%j)', async (field, change) => {
    const { db, act } = await createDigestWorld();
    const input = { guildId: GUILD, name: 'Debate Club', locale: 'en-US', ...change };
    const error: unknown = await registerCommunity(db, input, act()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ inputPath: ['input', field] });
    expect(await findCommunity(db, GUILD)).toBeNull();
  });
});

test('a community is answered with its settings, and an unknown one as null', async () => {
  const world = await createDigestWorld();
  const ask = createAsk(world);
  const query = 'query ($id: String!) { community(id: $id) { id name locale timeZone moderatorRoleIds } }';
  expect((await ask('bot', query, { id: '1336000000000000001' })).data.community).toEqual({
    id: '1336000000000000001',
    name: 'Foreign Affairs Forum',
    locale: 'en-US',
    timeZone: 'UTC',
    moderatorRoleIds: [],
  });
  expect(await ask('bot', query, { id: GUILD })).toMatchObject({ data: { community: null }, errors: [] });
});
