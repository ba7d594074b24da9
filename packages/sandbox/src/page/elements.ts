import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-messages.js';
import { ChatComposer } from './composer/chat-composer.ts';
import { ChannelHeader } from './layout/channel-header.ts';
import { ChannelList } from './layout/channel-list.ts';
import { ChatArea } from './layout/chat-area.ts';
import { ForumPosts } from './layout/forum-posts.ts';
import { GuildRail } from './layout/guild-rail.ts';
import { PeopleSwitch } from './layout/people-switch.ts';
import { SandboxApp } from './layout/sandbox-app.ts';
import { WarningBanner } from './layout/warning-banner.ts';
import { ChatSpoiler } from './markdown/chat-spoiler.ts';
import { ChatTime } from './markdown/chat-time.ts';
import { ChatMenu } from './look/chat-menu.ts';
import { ChatMessage } from './message/chat-message.ts';
import { ChatPoll } from './message/chat-poll.ts';
import { ChatSelect } from './message/chat-select.ts';
import { MessageInspector } from './message/message-inspector.ts';
import { MessageList } from './message/message-list.ts';
import { PendingNote } from './message/pending-note.ts';
import { ChatEmbed, ChatFrame, ChatOrigin, ChatReply } from './message/restyled.ts';
import { ChatModal } from './modal/chat-modal.ts';
import { ChannelPermissions } from './settings/channel-permissions.ts';
import { ServerSettings } from './settings/server-settings.ts';

/** Every element of the page and its tag. */
const elements: Record<string, CustomElementConstructor> = {
  'sandbox-app': SandboxApp,
  'chat-area': ChatArea,
  'forum-posts': ForumPosts,
  'guild-rail': GuildRail,
  'channel-list': ChannelList,
  'people-switch': PeopleSwitch,
  'channel-header': ChannelHeader,
  'warning-banner': WarningBanner,
  'message-list': MessageList,
  'chat-message': ChatMessage,
  'chat-frame': ChatFrame,
  'chat-embed': ChatEmbed,
  'chat-origin': ChatOrigin,
  'chat-reply': ChatReply,
  'pending-note': PendingNote,
  'message-inspector': MessageInspector,
  'chat-menu': ChatMenu,
  'chat-poll': ChatPoll,
  'chat-select': ChatSelect,
  'chat-spoiler': ChatSpoiler,
  'chat-time': ChatTime,
  'chat-composer': ChatComposer,
  'chat-modal': ChatModal,
  'channel-permissions': ChannelPermissions,
  'server-settings': ServerSettings,
};

export function defineElements(registry: CustomElementRegistry): void {
  for (const [tag, element] of Object.entries(elements)) registry.define(tag, element);
}
