import { randomUUID } from 'node:crypto';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ApiClient } from '@communique/bot/api/client';
import { RegisterCommunityDocument } from '@communique/bot/api/generated/graphql';
import type { CommandCall } from '@communique/bot/commands/command';
import { digest } from '@communique/bot/commands/digest';
import { aCall, aMember, aModerator, contextOf, openLibraryApi } from '../../support/bot-api.ts';
import { textOf } from '../../support/discord-rules.ts';
import { createSettableClock } from '../../support/settable-clock.ts';

const clock = createSettableClock('2025-03-18T07:30:00Z');
const CHANNEL = { id: '1336000000000000011', type: ChannelType.GuildText, botPermissions: null };
let api: ApiClient;

beforeEach(async () => {
  ({ api } = await openLibraryApi(clock));
  const server = {
    guildId: aModerator.guildId,
    name: 'Forum',
    locale: 'en-US',
    idempotencyKey: randomUUID(),
  };
  await api.request(RegisterCommunityDocument, { input: server });
});

async function run(
  subcommand: string,
  options: Record<string, string> = {},
  wish: Partial<CommandCall> = {},
): Promise<string> {
  const call = aCall(options, { subcommand, actor: aModerator, channel: () => CHANNEL, ...wish });
  const { message, ephemeral } = await digest.run(call, contextOf(api, clock, call.actor));
  expect(ephemeral).toBe(true);
  return textOf(message);
}

async function complete(option: string, text: string) {
  const call = aCall({}, { actor: aModerator });
  const typing = { ...call, focused: { option, text }, channelName: () => 'digest' };
  return (await digest.complete?.(typing, contextOf(api, clock, aModerator))) ?? [];
}

const create = async (options: Record<string, string>, wish: Partial<CommandCall> = {}): Promise<string> =>
  run('create', { time: '09:00', timezone: 'Europe/Berlin', ...options }, wish);

describe('/digest create', () => {
  test('shows the next three runs', async () => {
    const text = await create({ weekdays: 'weekdays', topics: 'arms-control, diplomacy', size: '1' });
    expect(text).toContain('weekdays at 09:00 (Europe/Berlin) · Arms control, Diplomacy · up to 1 briefing');
    expect(text.match(/<t:\d+:F>/g)).toHaveLength(3);
  });

  test.each([
    ['9 pm', '21:00'],
    ['9:05', '09:05'],
    ['07.30', '07:30'],
  ])('understands %j', async (typed, time) => {
    expect(await create({ time: typed })).toContain(`at ${time} (`);
  });

  test('takes the server’s zone when none is given', async () => {
    expect(await run('create', { time: '09:00' })).toContain('(UTC)');
  });

  test.each([
    [{ time: '25:99' }, '**time:** "25:99"'],
    [{ timezone: 'Europe/Berlinn' }, '**timezone:** "Europe/Berlinn"'],
    [{ weekdays: 'someday' }, '**weekdays:** write'],
    [{ topics: 'nonsense' }, '**topics:** '],
  ])('says of %j what is wrong and where', async (options, sentence) => {
    expect(await create(options)).toContain(sentence);
    expect(await run('list')).toContain('There is none yet');
  });

  test('names exactly the permission it lacks in the channel', async () => {
    const botPermissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
    const text = await create({}, { channel: () => ({ ...CHANNEL, botPermissions }) });
    expect(text).toContain(`I may not post in <#${CHANNEL.id}>.`);
    expect(text).toContain('Missing there: **Send Messages**.');
    expect(text).not.toContain('View Channel');
  });

  test('an administrator bot lacks nothing', async () => {
    const channel = () => ({ ...CHANNEL, botPermissions: PermissionFlagsBits.Administrator });
    expect(await create({}, { channel })).toContain('The digest is set up');
  });

  test.each(['Arms control', 'arms CONTROL, Diplomacy', 'arms-control'])(
    'takes topics by the name people see: %j',
    async (topics) => {
      expect(await create({ topics })).toContain('· Arms control');
    },
  );

  test('says which topics there are when one is none', async () => {
    const text = await create({ topics: 'Arms control, nonsense' });
    expect(text).toContain('nonsense');
    expect(text).toMatch(/Topics: .*Arms control/);
  });

  test('the same interaction delivered twice makes one schedule', async () => {
    const id = '1336000000000000099';
    await create({}, { id });
    await create({}, { id });
    expect((await run('list')).match(/every day at/g)).toHaveLength(1);
  });

  test('is refused to a member, whatever Discord let through', async () => {
    expect(await create({}, { actor: aMember })).toMatch(/moderator/i);
  });

  test('says that a local time does not exist on the day the clocks go forward', async () => {
    expect(await create({ time: '02:30', weekdays: 'sun' })).toContain('02:30 does not exist that day');
  });
});

describe('a schedule', () => {
  test('is paused, resumed and removed by picking it', async () => {
    await create({});
    const [choice] = await complete('schedule', '');
    expect(choice?.name).toBe('#digest: every day at 09:00 Europe/Berlin · all topics · active');
    const schedule = choice?.value ?? '';
    expect(await run('pause', { schedule })).toContain('**Paused.**');
    expect(await run('list')).toContain('⏸ paused');
    expect(await run('resume', { schedule })).toContain('**Next:**');
    expect(await run('remove', { schedule })).toContain('**Removed.**');
    expect(await run('list')).toContain('There is none yet');
  });

  test('is previewed as it would be posted', async () => {
    await create({ size: '2' });
    const [choice] = await complete('schedule', '');
    const text = await run('preview', { schedule: choice?.value ?? '' });
    expect(text).toContain('Preview, only you see it · next post <t:1742284800:F>');
    expect(text.match(/^### /gm)).toHaveLength(2);
  });

  test('that is none says what to do', async () => {
    expect(await run('preview', { schedule: 'x' })).toContain('/digest create');
    await create({});
    expect(await run('pause', { schedule: 'x' })).toContain('Pick one from the list');
  });
});

describe('while typing', () => {
  test('zones are found by city, with their local time', async () => {
    expect(await complete('timezone', 'new y')).toContainEqual({
      name: 'America/New_York (now 03:30)',
      value: 'America/New_York',
    });
    expect((await complete('timezone', ''))[0]?.value).toBe('UTC');
    expect((await complete('timezone', '')).length).toBeGreaterThan(12);
  });

  test('weekdays and topics are completed item by item', async () => {
    expect((await complete('weekdays', 'week')).map(({ value }) => value)).toEqual(['weekdays', 'weekends']);
    expect((await complete('weekdays', 'mon,w')).map(({ value }) => value)).toEqual(['mon,wed']);
    expect(await complete('topics', 'arms-control, dip')).toEqual([
      { name: 'arms-control, Diplomacy', value: 'arms-control,diplomacy' },
    ]);
  });
});
