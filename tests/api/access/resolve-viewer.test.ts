import { describe, expect, test } from 'vitest';
import { UnauthenticatedError } from '@communique/api/access/errors';
import { hashToken } from '@communique/api/access/hash-token';
import { resolveViewer } from '@communique/api/access/resolve-viewer';
import { connectionOf } from '@communique/api/database/client';
import { InvalidInputError } from '@communique/api/domain-errors';
import { createDigestWorld, FORUM, OTHER_SERVER } from '../../support/digest-world.ts';

const TOKEN = 'correct horse battery staple'.replaceAll(' ', '-');
const USER = '1336000000000000041';
const ROLE = '1336000000000000051';

function encode(actor: unknown): string {
  return Buffer.from(JSON.stringify(actor)).toString('base64url');
}

function actor(changes: object = {}): string {
  return encode({ userId: USER, guildId: FORUM, roleIds: [], permissions: '0', ...changes });
}

async function createResolver(botTokenHash: Buffer | null = hashToken(TOKEN)) {
  const { db } = await createDigestWorld();
  connectionOf(db)
    .prepare('update communities set moderator_role_ids = ? where id = ?')
    .run(JSON.stringify([ROLE]), FORUM);
  return (authorization: string | null, actorHeader: string | null = null) =>
    resolveViewer({ authorization, actorHeader, db, botTokenHash, now: new Date('2025-02-18T08:00:00Z') });
}

describe('without a token', () => {
  test('everybody is an anonymous reader', async () => {
    const resolve = await createResolver();
    expect(await resolve(null)).toEqual({ kind: 'anonymous' });
  });

  test('what is claimed of an actor counts for nothing', async () => {
    const resolve = await createResolver();
    expect(await resolve(null, actor({ permissions: '8' }))).toEqual({ kind: 'anonymous' });
    expect(await resolve(null, 'not even base64 !')).toEqual({ kind: 'anonymous' });
  });
});

describe('with a token', () => {
  test('the right one is the bot', async () => {
    const resolve = await createResolver();
    expect(await resolve(`Bearer ${TOKEN}`)).toEqual({ kind: 'bot' });
    expect(await resolve(`bearer  ${TOKEN} `)).toEqual({ kind: 'bot' });
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Bearer ${TOKEN} ${TOKEN}`,
    `Basic ${TOKEN}`,
    TOKEN,
  ])('%j is refused, not taken for anonymity', async (authorization) => {
    const resolve = await createResolver();
    await expect(resolve(authorization)).rejects.toThrow(UnauthenticatedError);
    await expect(resolve(authorization, actor())).rejects.toThrow(UnauthenticatedError);
  });

  test('none is right where no bot may authenticate', async () => {
    const resolve = await createResolver(null);
    await expect(resolve(`Bearer ${TOKEN}`)).rejects.toThrow(UnauthenticatedError);
    await expect(resolve('Bearer undefined')).rejects.toThrow(UnauthenticatedError);
    await expect(resolve('Bearer null')).rejects.toThrow(UnauthenticatedError);
  });

  test('the refusal does not repeat what was sent', async () => {
    const resolve = await createResolver();
    const error: unknown = await resolve('Bearer a-wrong-token').catch((reason: unknown) => reason);
    expect(error instanceof Error ? error.message : '').not.toContain('a-wrong-token');
  });
});

describe('the role of a person', () => {
  const member = { kind: 'member', communityId: FORUM, userId: USER };
  const moderator = { kind: 'moderator', communityId: FORUM, userId: USER };
  const ADMINISTRATOR = String(1n << 3n);
  const MANAGE_GUILD = String(1n << 5n);
  const EVERYTHING_ELSE = String((1n << 60n) - 1n - (1n << 3n) - (1n << 5n));

  test.each([
    ['no permission and no role', {}, member],
    ['every permission but the two that count', { permissions: EVERYTHING_ELSE }, member],
    ['the permission ADMINISTRATOR', { permissions: ADMINISTRATOR }, moderator],
    ['the permission MANAGE_GUILD', { permissions: MANAGE_GUILD }, moderator],
    ['a bit field beyond 64 bits', { permissions: String((1n << 90n) + (1n << 5n)) }, moderator],
    ["one of the server's moderator roles", { roleIds: ['1336000000000000059', ROLE] }, moderator],
    ['other roles', { roleIds: ['1336000000000000059'] }, member],
  ])('with %s', async (_what, changes, viewer) => {
    const resolve = await createResolver();
    expect(await resolve(`Bearer ${TOKEN}`, actor(changes))).toEqual(viewer);
  });

  test('is not that of a moderator through a role of another server', async () => {
    const resolve = await createResolver();
    expect(await resolve(`Bearer ${TOKEN}`, actor({ guildId: OTHER_SERVER, roleIds: [ROLE] }))).toEqual({
      kind: 'member',
      communityId: OTHER_SERVER,
      userId: USER,
    });
  });

  test('is known in a server that is not registered yet', async () => {
    const resolve = await createResolver();
    expect(
      await resolve(`Bearer ${TOKEN}`, actor({ guildId: '1336000000000000009', permissions: '8' })),
    ).toMatchObject({
      kind: 'moderator',
      communityId: '1336000000000000009',
    });
  });
});

describe('an actor that cannot be read', () => {
  test.each([
    ['nothing', ''],
    ['no base64url', '{"userId":"1"}'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['null', encode(null)],
    ['a list', encode([])],
    ['no guild', encode({ userId: USER, roleIds: [], permissions: '0' })],
    ['the library as its guild', actor({ guildId: 'library' })],
    ['numbers for ids', actor({ userId: 1 })],
    ['permissions as a number', actor({ permissions: 8 })],
    ['negative permissions', actor({ permissions: '-1' })],
    ['hexadecimal permissions', actor({ permissions: '0x8' })],
    ['endless permissions', actor({ permissions: '9'.repeat(50) })],
    ['roles that are no list', actor({ roleIds: ROLE })],
    ['more roles than Discord allows', actor({ roleIds: Array.from({ length: 251 }, () => '1') })],
    ['a field nobody knows', actor({ kind: 'operator' })],
    ['no end', 'A'.repeat(100_000)],
  ])('(%s) is refused', async (_what, header) => {
    const resolve = await createResolver();
    await expect(resolve(`Bearer ${TOKEN}`, header)).rejects.toThrow(InvalidInputError);
  });

  test('is told from one with as many roles as Discord allows', async () => {
    const resolve = await createResolver();
    const roleIds = Array.from({ length: 250 }, (_, index) => String(1400000000000000000n + BigInt(index)));
    expect(await resolve(`Bearer ${TOKEN}`, actor({ roleIds }))).toMatchObject({ kind: 'member' });
  });
});
