/** What belongs to no server is told to the first shard; https://docs.discord.com/developers/events/gateway#sharding-sharding-formula */
export function isOnShard(guildId: string | null, [shard, shards]: readonly [number, number]): boolean {
  return guildId === null ? shard === 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards)) === shard;
}
