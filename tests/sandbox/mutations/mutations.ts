export interface Mutation {
  /** Below packages/sandbox/src. */
  file: string;
  /** Stands in the file exactly once. */
  from: string;
  to: string;
  /** The test file that should notice. */
  test: string;
}

/** One breakage for each promise of the sandbox that somebody could break without noticing. */
export const MUTATIONS: readonly Mutation[] = [
  {
    file: 'world/nonces.ts',
    from: 'const MEMORY_MS = 5 * 60_000;',
    to: 'const MEMORY_MS = 0;',
    test: 'messages',
  },
  {
    file: 'world/permissions.ts',
    from: '(permissions & ~denied) | allowed',
    to: '(permissions | allowed) & ~denied',
    test: 'people',
  },
  {
    file: 'world/permissions.ts',
    from: 'if (isClosedTo(channel, userId, permissions)) return 0n;',
    to: '',
    test: 'channels',
  },
  {
    file: 'world/answer-interaction.ts',
    from: "if (interaction.answer !== null) throw new DiscordError('alreadyAcknowledged');",
    to: '',
    test: 'commands',
  },
  { file: 'world/crosspost.ts', from: 'const PER_HOUR = 10;', to: 'const PER_HOUR = 11;', test: 'limits' },
  {
    file: 'world/guild-life.ts',
    from: "world.events.emit({ type: 'guild-left', guild });",
    to: '',
    test: 'people',
  },
  {
    file: 'world/threads.ts',
    from: "if (world.channels.has(message.id)) throw new DiscordError('threadExists');",
    to: '',
    test: 'messages',
  },
  {
    file: 'world/attachments.ts',
    from: 'kept !== undefined) return redescribe(kept, draft);',
    to: 'kept === undefined) return before[0] as APIAttachment;',
    test: 'channels',
  },
  {
    file: 'world/message-files.ts',
    from: 'return files ?? {',
    to: 'return {',
    test: 'shown-files',
  },
  {
    file: 'gateway/session.ts',
    from: 'if (sequence > from) session',
    to: 'if (sequence > from + 1) session',
    test: 'gateway',
  },
  {
    file: 'gateway/identify.ts',
    from: '(data.intents & PRIVILEGED & ~context.world.privilegedIntents) !== 0',
    to: 'data.intents < 0',
    test: 'gateway',
  },
  {
    file: 'gateway/session-starts.ts',
    from: "< windowMs) return 'wait';",
    to: "< 0) return 'wait';",
    test: 'gateway-lifecycle',
  },
  {
    file: 'gateway/shards.ts',
    from: 'BigInt(guildId) >> 22n',
    to: 'BigInt(guildId) >> 21n',
    test: 'gateway-lifecycle',
  },
  {
    file: 'world/readable-message.ts',
    from: "return { ...shown, content: '',",
    to: 'return { ...shown,',
    test: 'gateway',
  },
  {
    file: 'rest/rate-limits.ts',
    from: 'const GLOBAL_LIMIT = 50;',
    to: 'const GLOBAL_LIMIT = 60;',
    test: 'limits',
  },
  {
    file: 'rest/rate-limits.ts',
    from: 'globallyLimited ? countGlobally() : null',
    to: 'countGlobally()',
    test: 'limits',
  },
  {
    file: 'rest/apply-fault.ts',
    from: "if (fault.drop === 'after') return dropped(connection);",
    to: '',
    test: 'faults',
  },
  {
    file: 'rest/apply-fault.ts',
    from: 'fault.afterWrite === true',
    to: 'false',
    test: 'faults',
  },
  {
    file: 'rest/check-tags.ts',
    from: 'if (requireTag && tagIds.length === 0)',
    to: 'if (false)',
    test: 'channels',
  },
  {
    file: 'rest/read-body.ts',
    from: 'throw new InvalidJsonError();\n  }\n  const files',
    to: 'return { json: {}, files: [] };\n  }\n  const files',
    test: 'bad-input',
  },
  { file: 'validation/message-rules.ts', from: '> 6000', to: '> 6001', test: 'validation' },
  {
    file: 'validation/callback-rules.ts',
    from: 'return CALLBACKS[interactionType].includes(response.type);',
    to: 'return true;',
    test: 'people',
  },
  {
    file: 'world/edit-limits.ts',
    from: 'take(world, PUBLISHED, message.id);',
    to: '{}',
    test: 'limits',
  },
  {
    file: 'gateway/identify.ts',
    from: 'const GUILDS_PER_SHARD = 2_500;',
    to: 'const GUILDS_PER_SHARD = 2_600;',
    test: 'gateway-lifecycle',
  },
  {
    file: 'gateway/session-starts.ts',
    from: "if (used >= perDay) return 'exhausted';",
    to: '',
    test: 'gateway-lifecycle',
  },
  {
    file: 'gateway/describe-guild-events.ts',
    from: 'large: false,',
    to: "large: 'no' as never,",
    test: 'login',
  },
  {
    file: 'rest/rate-limits.ts',
    from: 'return { headers: {}, refused: { retryAfter: globalWait',
    to: 'return { headers: {}, refused: { retryAfter: globalWait * 1_000',
    test: 'limits',
  },
  {
    file: 'rest/check-path.ts',
    from: 'if (problems.length === 0) return;',
    to: 'return;',
    test: 'bad-paths',
  },
  {
    file: 'rest/thread-routes.ts',
    from: 'return isForum ? CreateForumThreadRequestSchema : CreateTextThreadWithoutMessageRequestSchema;',
    to: 'return CreateTextThreadWithoutMessageRequestSchema;',
    test: 'body-schemas',
  },
  {
    file: 'validation/check-error-body.ts',
    from: 'if (response.status < 400 || !isJson) return [];',
    to: 'if (isJson) return [];',
    test: 'error-bodies',
  },
  {
    file: 'world/may-set-overwrite.ts',
    from: 'return has(guildPermissions(guild, member) | here, changedBits(channel, overwrite));',
    to: 'return true;',
    test: 'overwrites',
  },
  {
    file: 'rest/post-thread.ts',
    from: '  const composed = composeMessage(world, {',
    to: '  placeThread(world, thread);\n  const composed = composeMessage(world, {',
    test: 'refused-writes',
  },
  {
    file: 'validation/read-snowflakes.ts',
    from: 'isId(value) ? value.toString() : value',
    to: 'value',
    test: 'snowflakes',
  },
  {
    file: 'world/threads.ts',
    from: 'const AWAKE = 1_000;',
    to: 'const AWAKE = 1_001;',
    test: 'documented-limits',
  },
  {
    file: 'gateway/connection.ts',
    from: 'if (socket.readyState !== socket.OPEN) return;',
    to: '',
    test: 'gateway-lifecycle',
  },
  {
    file: 'http/create-app.ts',
    from: "getPath(request).replaceAll(/%40/gi, '@')",
    to: 'getPath(request)',
    test: 'methods/threads',
  },
  {
    file: 'rest/find-visible.ts',
    from: "if (channel.kind === 'thread' && channel.thread.archived) throw new DiscordError('archivedThread');",
    to: '',
    test: 'methods/threads',
  },
  {
    file: 'gateway/describe-message-events.ts',
    from: '    ...channelType(world, stored),\n',
    to: '',
    test: 'channels',
  },
  {
    file: 'world/order-roles.ts',
    from: 'order.splice(Math.max(0, position - 1), 0, role)',
    to: 'order.push(role)',
    test: 'methods/roles',
  },
  {
    file: 'rest/role-routes.ts',
    from: 'order[index] === role || role.position < rank',
    to: 'role.position < rank',
    test: 'methods/roles',
  },
  {
    file: 'people/check-options.ts',
    from: 'value: String(option.value)',
    to: 'value: option.value',
    test: 'people',
  },
  {
    file: 'people/judge-message.ts',
    from: 'components: asSaid(components ?? [])',
    to: 'components: components ?? []',
    test: 'http-area',
  },
  {
    file: 'rest/post-message.ts',
    from: 'original !== undefined && isPublic(original)',
    to: 'original !== undefined',
    test: 'methods/interactions',
  },
];
