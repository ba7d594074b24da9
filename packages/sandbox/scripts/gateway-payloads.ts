/** The payloads of the gateway that the sandbox says or understands; `generate-gateway-schema.ts` turns their types into the schema they are checked with. */
import type * as discord from 'discord-api-types/v10';

/** What Discord says: dispatches by their event, the others by their opcode. */
export interface SaidByDiscord {
  Heartbeat: discord.GatewayHeartbeatRequest;
  HeartbeatAck: discord.GatewayHeartbeatAck;
  Hello: discord.GatewayHello;
  InvalidSession: discord.GatewayInvalidSession;
  Reconnect: discord.GatewayReconnect;

  CHANNEL_CREATE: discord.GatewayChannelCreateDispatch;
  CHANNEL_DELETE: discord.GatewayChannelDeleteDispatch;
  CHANNEL_PINS_UPDATE: discord.GatewayChannelPinsUpdateDispatch;
  CHANNEL_UPDATE: discord.GatewayChannelUpdateDispatch;
  GUILD_CREATE: discord.GatewayGuildCreateDispatch;
  GUILD_DELETE: discord.GatewayGuildDeleteDispatch;
  GUILD_MEMBER_ADD: discord.GatewayGuildMemberAddDispatch;
  GUILD_MEMBER_REMOVE: discord.GatewayGuildMemberRemoveDispatch;
  GUILD_MEMBER_UPDATE: discord.GatewayGuildMemberUpdateDispatch;
  GUILD_MEMBERS_CHUNK: discord.GatewayGuildMembersChunkDispatch;
  GUILD_ROLE_CREATE: discord.GatewayGuildRoleCreateDispatch;
  GUILD_ROLE_DELETE: discord.GatewayGuildRoleDeleteDispatch;
  GUILD_ROLE_UPDATE: discord.GatewayGuildRoleUpdateDispatch;
  GUILD_UPDATE: discord.GatewayGuildUpdateDispatch;
  INTERACTION_CREATE: discord.GatewayInteractionCreateDispatch;
  MESSAGE_CREATE: discord.GatewayMessageCreateDispatch;
  MESSAGE_DELETE: discord.GatewayMessageDeleteDispatch;
  MESSAGE_DELETE_BULK: discord.GatewayMessageDeleteBulkDispatch;
  MESSAGE_POLL_VOTE_ADD: discord.GatewayMessagePollVoteAddDispatch;
  MESSAGE_POLL_VOTE_REMOVE: discord.GatewayMessagePollVoteRemoveDispatch;
  MESSAGE_REACTION_ADD: discord.GatewayMessageReactionAddDispatch;
  MESSAGE_REACTION_REMOVE: discord.GatewayMessageReactionRemoveDispatch;
  MESSAGE_REACTION_REMOVE_ALL: discord.GatewayMessageReactionRemoveAllDispatch;
  MESSAGE_REACTION_REMOVE_EMOJI: discord.GatewayMessageReactionRemoveEmojiDispatch;
  MESSAGE_UPDATE: discord.GatewayMessageUpdateDispatch;
  READY: discord.GatewayReadyDispatch;
  RESUMED: discord.GatewayResumedDispatch;
  THREAD_CREATE: discord.GatewayThreadCreateDispatch;
  THREAD_DELETE: discord.GatewayThreadDeleteDispatch;
  THREAD_MEMBERS_UPDATE: discord.GatewayThreadMembersUpdateDispatch;
  THREAD_UPDATE: discord.GatewayThreadUpdateDispatch;
  TYPING_START: discord.GatewayTypingStartDispatch;
  WEBHOOKS_UPDATE: discord.GatewayWebhooksUpdateDispatch;
}

/** What bots say, by opcode. */
export interface SaidByBots {
  Heartbeat: discord.GatewayHeartbeat;
  Identify: discord.GatewayIdentify;
  PresenceUpdate: discord.GatewayUpdatePresence;
  RequestGuildMembers: discord.GatewayRequestGuildMembers;
  Resume: discord.GatewayResume;
  VoiceStateUpdate: discord.GatewayVoiceStateUpdate;
}
