import type { RootContent } from 'mdast';
import { compilePattern } from '../text/compile-pattern.ts';
import { canonicalPublisher, isKnownPublisher } from '../reporting/known-publishers.ts';
import { textOf } from '../text/tree-text.ts';

// "See more BBC Express News"
const SEE_MORE = /^see (?:more|all)(?: (?:from|by|at|on|news from))?\s+(.{2,60})$/i;
// "© 2025 Harbour Herald. All rights reserved."
const COPYRIGHT =
  /^(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(.{2,60}?)(?:\s*[.,|-]\s*all rights reserved\.?|\.)?$/i;
const NEWS_WORDS: ReadonlySet<string> = new Set(
  'news times post journal herald press daily tribune gazette today media agency express guardian chronicle observer telegraph mail radio tv television broadcasting network magazine review weekly monthly quarterly courier dispatch bulletin sentinel examiner inquirer newswire zeitung presse nachrichten kurier anzeiger rundschau blatt bote diario periódico courrier hebdo газета журнал вестник известия'.split(
    ' ',
  ),
);
// "Hafenzeitung", "Abendblatt"
const NEWS_COMPOUND = /[a-zäöüß]{3}(?:zeitung|blatt|anzeiger|kurier|rundschau|nachrichten)$/;
// "World News" is a page of a site, not its name.
const RUBRIC =
  /^(?:latest|more|top|world|local|national|business|sports?|political|politics|breaking|related|recent|international|tech(?:nology)?|health|science|all|other|our)\b/i;

// "Лента.ру", "Lenta.ru"
const DOMAIN = compilePattern(
  /^[\p{L}\d-]{3,30}\.(?:ru|ру|рф|com|net|org|de|fr|es|it|ua|by|kz|info|news|uk|eu|at|ch)$/iu,
);
const CHINESE_EDITION = /^([A-Za-z ]{2,20}?)\s?\p{Script=Han}{1,4}$/u;

/** Whose page the article stood on, as what surrounds the article says. */
export function extractPublisher(chrome: readonly RootContent[]): string | null {
  for (const node of chrome) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const text = textOf(node);
    const name = SEE_MORE.exec(text)?.[1] ?? null;
    if (name !== null && isPublisherName(name)) return canonicalPublisher(name);
    const holder = COPYRIGHT.exec(text)?.[1] ?? null;
    if (holder !== null && /^[\p{Lu}\p{N}]/u.test(holder) && holder.split(/\s+/).length <= 6) {
      return canonicalPublisher(holder);
    }
  }
  return null;
}

// "Source: Reuters", "Published by The Northern Post"
const PUBLISHER_MARK =
  /^(?:(?:source|publisher|publication|outlet|quelle|herausgeber|éditeur|fuente|fonte|источник|издание|джерело|来源|來源)\s*[:：]\s*|(?:first )?(?:published|veröffentlicht|publiée?|publicado)\s+(?:by|in|von|bei|par|dans|por|en)\s+)/u;
// Without which a line, in lower case, has no such mark: the pattern takes a millisecond to compile.
const PUBLISHER_SIGN = /^(?:sour|publ|outl|quel|hera|édit|fuen|font|исто|изда|джер|[来來]源|firs|verö)/;
const NAME = compilePattern(
  /^(?:[\p{Lu}\p{N}][\p{L}\p{N}&.'’-]{0,30}(?: (?:of|and|the|de|del|der|du|des|la|le|et|y))?(?: |$)){1,6}$|^\p{Lu}[\p{L}-]{1,30}(?: \p{Script=Cyrillic}{2,30}){1,3}$|^[\p{Script=Han}]{2,12}$|^[a-z\d-]{2,40}(?:\.[a-z]{2,10}){1,2}$/u,
);
const MAX_MARKED = 100;

/** Whom a line calls the publisher or the source; null for any other line. */
export function readMarkedPublisher(line: string): string | null {
  if (line.length > MAX_MARKED) return null;
  const lower = line.toLowerCase();
  const mark = PUBLISHER_SIGN.test(lower) ? PUBLISHER_MARK.exec(lower) : null;
  const name = mark === null ? '' : line.slice(mark[0].length).trim();
  return name !== '' && NAME.test(name) ? canonicalPublisher(name) : null;
}

/** "The Northern Post": a name that says it is of a paper, an agency or a station, or is known as one. */
export function isPublisherName(name: string): boolean {
  if (isKnownPublisher(name) || DOMAIN.test(name)) return true;
  // "BBC News 中文"
  const own = CHINESE_EDITION.exec(name)?.[1];
  if (own !== undefined && isKnownPublisher(own)) return true;
  // "Ann Lee, BBC News", "Media contact:"
  if (/[,:：]/.test(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > 6) return false;
  const isName = words.every(
    (word) => /^[\p{Lu}\p{N}&]/u.test(word) || /^(?:the|of|and|de|del|der)$/.test(word),
  );
  const saysSo = name
    .toLowerCase()
    .split(/[\s.,-]+/)
    .some((word) => NEWS_WORDS.has(word) || NEWS_COMPOUND.test(word));
  return isName && saysSo && !RUBRIC.test(name);
}
