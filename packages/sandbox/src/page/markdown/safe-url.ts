/** The address of a link when a browser may follow it (http and https only), else null. */
export function safeLink(target: unknown): string | null {
  if (typeof target !== 'string') return null;
  const url = URL.parse(target.trim());
  if (url === null) return null;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/**
 * The address of a picture or file when it lies on this machine, else null: the page never asks another host.
 * `localhost` and `127.0.0.1` are one server with two names, and only the page's own name passes its content policy.
 */
export function localMedia(target: unknown, pageUrl: string): string | null {
  if (typeof target !== 'string') return null;
  if (/^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/.test(target)) return target;
  const url = URL.parse(target, pageUrl);
  const page = new URL(pageUrl);
  if (url === null || url.protocol !== page.protocol || url.port !== page.port) return null;
  if (url.host !== page.host && !(isLoopback(url.hostname) && isLoopback(page.hostname))) return null;
  return url.pathname + url.search;
}

/** The host a foreign picture would come from, for the note shown in its place. */
export function hostOf(target: unknown): string {
  return (typeof target === 'string' ? URL.parse(target)?.host : undefined) ?? 'another host';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
