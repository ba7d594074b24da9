import { createFirstWorld } from '@communique/sandbox/world/first-world';
import type { SavedWorld } from '@communique/sandbox/world/saved-world';

/** The first world and copies of its first server, each with channels and members of the same shape. */
export function manyServers(count: number): SavedWorld {
  const world = createFirstWorld();
  const [guild] = world.guilds;
  if (guild === undefined) throw new Error('The first world has no server');
  const channels = world.channels.filter((channel) => channel.guildId === guild.id);
  let number = 0;
  const ids = new Map<string, string>();
  /** Ids of users stay, all others are new; the time part of an id decides the shard. */
  const renew = (text: string): string => {
    number += 1;
    ids.clear();
    return text.replaceAll(/11912000000000001\d\d/g, (id) => {
      const known =
        ids.get(id) ?? String(1_191_200_000_000_000_000n + (BigInt(number * 100 + ids.size + 1) << 22n));
      ids.set(id, known);
      return known;
    });
  };
  const text = JSON.stringify({ guild, channels });
  for (let copy = world.guilds.length; copy < count; copy += 1) {
    const server = JSON.parse(renew(text)) as { guild: typeof guild; channels: typeof channels };
    world.guilds.push(server.guild);
    world.channels.push(...server.channels);
  }
  return world;
}
