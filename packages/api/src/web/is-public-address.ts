import { BlockList, isIP } from 'node:net';

// IANA's special-purpose registries: https://www.iana.org/assignments/iana-ipv4-special-registry and …-ipv6-…
const RESERVED_4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
/** Of IPv6 only what is handed out to the public, without what carries IPv4 addresses or is for documentation. */
const PUBLIC_6 = '2000::/3';
const RESERVED_6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20';

const reserved = new BlockList();
addRanges(reserved, RESERVED_4, 'ipv4');
addRanges(reserved, RESERVED_6, 'ipv6');
const global6 = new BlockList();
addRanges(global6, PUBLIC_6, 'ipv6');

/** Whether an address is one of the public internet, and not of this machine, its network or its cloud. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !reserved.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}

function addRanges(list: BlockList, ranges: string, family: 'ipv4' | 'ipv6'): void {
  for (const range of ranges.split(' ')) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');

/** Which addresses are asked. For development this machine may be one of them; its network and its cloud never are. */
export function allowAddresses({ loopback: isOpen }: { loopback: boolean }): (address: string) => boolean {
  return (address) => isPublicAddress(address) || (isOpen && isLoopbackAddress(address));
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && loopback.check(address, 'ipv4'));
}
