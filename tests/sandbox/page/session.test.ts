import type {
  SandboxChannel,
  SandboxEvent,
  SandboxMessage,
  StateResponse,
} from '@communique/sandbox/people/protocol';
import { applyEvent, mergeMessages } from '@communique/sandbox/page/session/apply-event';
import { choosePlace, readHash } from '@communique/sandbox/page/session/choose-place';
import { createStore } from '@communique/sandbox/page/session/create-store';
import { createMessageLoader, withoutEarlier } from '@communique/sandbox/page/session/load-messages';
import { createSandboxCalls } from '@communique/sandbox/page/session/sandbox-calls';
import { emptySession, type SessionState } from '@communique/sandbox/page/session/session-state';
import { ChannelType, MessageType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';

const place = { guildId: '1', channelId: '10', memberId: '100' };

const world: StateResponse = {
  guilds: [
    {
      id: '1',
      name: 'Forum',
      channels: [
        channel('9', ChannelType.GuildCategory, ['100', '101']),
        channel('10', ChannelType.GuildText, ['100', '101']),
        channel('11', ChannelType.GuildText, ['100']),
      ],
      members: [
        { id: '100', name: 'Mara', isModerator: true, roleIds: [], roleNames: [], locale: 'en-US' },
        { id: '101', name: 'Ada', isModerator: false, roleIds: [], roleNames: [], locale: 'en-US' },
      ],
      roles: [],
      hasBot: true,
      isOut: false,
    },
  ],
  bot: { id: '5', name: 'Communiqué', online: true },
  clock: { now: new Date(0).toISOString(), offsetMilliseconds: 0, canJump: false },
  violations: { bot: 0, sandbox: 0 },
  unhandledRoutes: [],
};

test('a message that arrives twice is shown once, in its newest version', () => {
  const once = applyEvent(at(place), arrival('10', message('5', 'first')), 0);
  const twice = applyEvent(once, arrival('10', message('5', 'edited')), 0);
  expect(twice.messages.get('10')?.map(({ content }) => content)).toEqual(['edited']);
});

test('messages are ordered by id, also where an id has more digits', () => {
  const merged = mergeMessages([message('99', 'a')], [message('1000', 'c'), message('100', 'b')]);
  expect(merged.map(({ content }) => content)).toEqual(['a', 'b', 'c']);
});

test('a message in another channel marks that channel as unread', () => {
  expect([...applyEvent(at(place), arrival('11', message('5', 'hi')), 0).unreadChannels]).toEqual(['11']);
  expect([...applyEvent(at(place), arrival('10', message('5', 'hi')), 0).unreadChannels]).toEqual([]);
});

test('a list on its way does not undo what happened meanwhile', async () => {
  const store = createStore<SessionState>(at(place));
  const { promise, resolve } = Promise.withResolvers<Response>();
  const loader = createMessageLoader(
    store,
    createSandboxCalls(() => promise),
  );
  const loading = loader.load('10', '100');
  loader.hear(arrival('10', message('3', 'new')));
  loader.hear({ type: 'message-deleted', channelId: '10', messageId: '1' });
  resolve(Response.json({ messages: [message('1', 'deleted'), message('2', 'old')], hasEarlier: false }));
  await loading;
  expect(contents(store.get())).toEqual(['old', 'new']);
});

test('messages arrive newest first, older ones on request, and an edit beyond them leaves no gap', async () => {
  const store = createStore<SessionState>(at(place));
  const asked: string[] = [];
  const loader = createMessageLoader(
    store,
    createSandboxCalls(async (path) => {
      asked.push(path.replace(/^.*memberId=100/, ''));
      return path.includes('before=')
        ? Response.json({ messages: [message('1', 'a'), message('2', 'b')], hasEarlier: false })
        : Response.json({ messages: [message('3', 'c'), message('4', 'd')], hasEarlier: true });
    }),
  );
  await loader.load('10', '100');
  expect(contents(store.get())).toEqual(['c', 'd']);
  store.update((state) => applyEvent(state, arrival('10', message('1', 'edited')), 0));
  expect(contents(store.get())).toEqual(['c', 'd']);
  await Promise.all([loader.loadEarlier(), loader.loadEarlier()]);
  expect(contents(store.get())).toEqual(['a', 'b', 'c', 'd']);
  await loader.loadEarlier();
  expect(asked).toEqual(['', '&before=3']);
  await loader.load('10', '100');
  expect(contents(store.get())).toEqual(['a', 'b', 'c', 'd']);
});

test('older messages that come after their channel was left leave no gap', async () => {
  const store = createStore<SessionState>({
    ...at(place),
    messages: new Map([['10', Array.from({ length: 60 }, (_, index) => message(String(index + 20), 'x'))]]),
    hasEarlier: new Map([['10', true]]),
  });
  const loader = createMessageLoader(
    store,
    createSandboxCalls(async () => Response.json({ messages: [message('19', 'y')], hasEarlier: false })),
  );
  const loading = loader.loadEarlier();
  store.update((state) => withoutEarlier(state, '10'));
  await loading;
  expect(store.get().messages.get('10')?.[0]?.id).toBe('30');
  expect(store.get().hasEarlier.get('10')).toBe(true);
});

test('a list that comes after the member was switched is thrown away', async () => {
  const store = createStore<SessionState>(at(place));
  const loader = createMessageLoader(
    store,
    createSandboxCalls(async () =>
      Response.json({ messages: [message('1', 'for another member')], hasEarlier: false }),
    ),
  );
  const loading = loader.load('10', '100');
  store.update((state) => ({ ...state, place: { ...place, memberId: '101' } }));
  await loading;
  expect(store.get().messages.size).toBe(0);
});

test('an address that leads nowhere leads to the first readable channel as an ordinary member', () => {
  expect(choosePlace(world, readHash('#nonsense/10/%'))).toEqual({
    guildId: '1',
    channelId: '10',
    memberId: '101',
  });
  expect(choosePlace({ ...world, guilds: [] }, {})).toBeNull();
});

test('a member is not left in a channel only others may see', () => {
  expect(choosePlace(world, { guildId: '1', channelId: '11', memberId: '100' })?.channelId).toBe('11');
  expect(choosePlace(world, { guildId: '1', channelId: '11', memberId: '101' })?.channelId).toBe('10');
});

function channel(id: string, type: ChannelType, visibleTo: string[]): SandboxChannel {
  return {
    id,
    name: `channel-${id}`,
    type,
    parentId: null,
    topic: null,
    visibleTo,
    writableTo: visibleTo,
    overwrites: [],
  };
}

function contents(state: SessionState): string[] | undefined {
  return state.messages.get('10')?.map(({ content }) => content);
}

function at(where: SessionState['place']): SessionState {
  return { ...emptySession, place: where };
}

function arrival(channelId: string, content: SandboxMessage): SandboxEvent {
  return { type: 'message', channelId, message: content };
}

function message(id: string, content: string): SandboxMessage {
  return {
    id,
    channel_id: '10',
    type: MessageType.Default,
    content,
    author: { id: '100', username: 'ada', discriminator: '0', global_name: 'Ada', avatar: null },
    timestamp: new Date(0).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ephemeral_for: null,
    interaction_note: null,
    verdict: { ok: true, violations: [] },
  };
}
