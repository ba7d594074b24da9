/** The names under which a program on this machine is reached; anything else is a web page playing tricks with DNS. */
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

interface Headed {
  host: string | undefined;
  origin: string | undefined;
}

/** The reason to refuse a request by its Host header, or null. */
export function refuseHost({ host }: Headed): string | null {
  if (host !== undefined && LOCAL_NAMES.has(hostName(host))) return null;
  return 'The sandbox answers only under localhost, 127.0.0.1 or [::1].';
}

/** The reason to refuse a request that comes from a page of another site, or null. Programs send no Origin. */
export function refuseOrigin({ host, origin }: Headed): string | null {
  if (origin === undefined || origin === `http://${host ?? ''}`) return null;
  return 'The sandbox takes requests only from its own page.';
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
