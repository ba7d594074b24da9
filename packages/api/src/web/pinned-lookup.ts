import { isIP, type LookupFunction } from 'node:net';

/** A name can mean another address a moment later: what was checked is what is connected to. */
export function pinnedLookup(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, wish, answer) =>
    wish.all === true ? answer(null, [{ address, family }]) : answer(null, address, family);
}
