import { createHash } from 'node:crypto';

/** Of parts that together decide an answer. Weak: it promises the same meaning, as whatever stands between may compress the bytes. */
export function weakTag(...parts: readonly string[]): string {
  return `W/${strongTag(JSON.stringify(parts))}`;
}

/** Of these very bytes. */
export function strongTag(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/**
 * If-None-Match against a tag, by the weak comparison: RFC 9110, 13.1.2. "*" never matches: whether there is an answer at all is not
 * known before it is made.
 */
export function isTagIn(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = (text: string) => text.replace(/^W\//, '');
  const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((candidate) => opaque(candidate) === opaque(tag));
}
