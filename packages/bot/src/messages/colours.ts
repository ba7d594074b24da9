/** The bar at the side of a message. The words say the same: colour is never the only sign. */
export const COLOURS = {
  briefing: 0x2f6fb3,
  fresh: 0x2e8b57,
  stale: 0xc98a1b,
  problem: 0xb3402f,
  plain: 0x6b7280,
} as const;
