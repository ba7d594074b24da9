/** Forms of feeds that the parser does not know, written as those it knows. Each is looked for only where a plain word says that it may be there. */

export function repairFeed(xml: string): string {
  let text = xml;
  if (/\bmode=["']base64["']/i.test(text)) text = decodeContent(text);
  if (text.includes('xml:base')) text = resolveLinks(text);
  return text.includes(XHTML) ? moveBodies(text) : text;
}

// Atom 0.3: <content type="text/html" mode="base64">
const ENCODED =
  /(<(?:content|summary|title)\b[^>]{0,500}?\bmode=["'])base64(["'][^>]{0,500}>)([A-Za-z\d+/=\s]*)(?=<\/)/gi;

function decodeContent(text: string): string {
  return text.replace(
    ENCODED,
    (_, before: string, after: string, words: string) =>
      `${before}escaped${after}${escapeXml(decodeBase64(words))}`,
  );
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** What is no text, a picture perhaps, says nothing. */
function decodeBase64(words: string): string {
  try {
    const text = UTF_8.decode(Buffer.from(words, 'base64'));
    return text.includes('\u0000') ? '' : text;
  } catch {
    return '';
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const LINK = /<(?:atom:)?link\b[^>]{0,2000}>/gi;
const BASE = /\sxml:base=(["'])([^"'<>]{1,1000})\1/i;
const HREF = /(\shref=)(["'])([^"'<>]{0,1000})\2/i;

/** <link xml:base="https://harbour.example/news/" href="1.html"/>: the base is the link's own. */
function resolveLinks(text: string): string {
  return text.replace(LINK, (link) => {
    const base = BASE.exec(link)?.[2];
    if (base === undefined) return link;
    return link.replace(
      HREF,
      (_, name: string, quote: string, address: string) => `${name}${quote}${join(address, base)}${quote}`,
    );
  });
}

const NOWHERE = 'http://nowhere.invalid/';

/** A base may itself be relative to one further out. */
function join(address: string, base: string): string {
  if (base.startsWith('..') || !URL.canParse(base, NOWHERE)) return address;
  const outer = new URL(base, NOWHERE);
  if (!URL.canParse(address, outer)) return address;
  const { href } = new URL(address, outer);
  if (!href.startsWith(NOWHERE)) return href;
  const isRooted = base.startsWith('/') || address.startsWith('/');
  return href.slice(NOWHERE.length - (isRooted ? 1 : 0));
}

const XHTML = 'http://www.w3.org/1999/xhtml';
const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const OPENING = /<!\[CDATA\[|<!--|<(?:(\w{1,20}):)?body\b([^>]{0,500})>/g;

/** <xhtml:body> in an item is its content, as <content:encoded> is. */
function moveBodies(text: string): string {
  const prefix = new RegExp(`xmlns:(\\w{1,20})=["']${XHTML}["']`).exec(text)?.[1];
  const parts: string[] = [];
  let place = 0;
  let next = 0;
  for (;;) {
    OPENING.lastIndex = next;
    const opening = OPENING.exec(text);
    if (opening === null) break;
    const [tag, ownPrefix, attributes = ''] = opening;
    const isOwn = ownPrefix === undefined ? attributes.includes(XHTML) : ownPrefix === prefix;
    next = opening.index + tag.length;
    const isTag = !tag.startsWith('<!');
    if (isTag && !isOwn) continue;
    const closing = isTag
      ? `</${ownPrefix === undefined ? '' : `${ownPrefix}:`}body>`
      : tag === '<!--'
        ? '-->'
        : ']]>';
    const end = text.indexOf(closing, next);
    if (end === -1) break;
    if (isTag) {
      parts.push(text.slice(place, opening.index), encoded(text.slice(next, end), ownPrefix));
      place = end + closing.length;
    }
    next = end + closing.length;
  }
  return parts.join('') + text.slice(place);
}

function encoded(body: string, prefix: string | undefined): string {
  const html = prefix === undefined ? body : body.replaceAll(new RegExp(`(</?)${prefix}:`, 'g'), '$1');
  return `<content:encoded xmlns:content="${CONTENT}">${escapeXml(html)}</content:encoded>`;
}
