import { comparableText } from '../text/comparable-text.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { htmlText } from './html-text.ts';

const BY =
  /^(?:(?:written|posted|post author|published|reported|story|words|text|article|interview|view all (?:posts|articles)|geschrieben|verfasst|erstellt|eingestellt|gespeichert|veröffentlicht|beitrag|(?:zeige )?alle (?:beiträge|artikel)|publié|écrit|escrito|publicado)\s*)?(?:by|von|vom|par|por|di|door|av|af)\s*:?\s+|^(?:author|autor(?:in)?|auteur|autore|автор|作者|文)\s*[:：]?\s+|^(?:作者|文)\s*[:：]|^(?:(?:text|interview|foto|photo|fotos)(?: (?:und|and|&) (?:text|interview|fotos?|photos?))?)\s*:\s+/i;
// "ByAnna Berg"
const BY_GLUED = /^(?:(?:Written|Posted|Geschrieben|Verfasst) )?(?:[Bb]y|[Vv]on)(?=\p{Lu}\p{Ll})/u;
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** What pages put on the line of the author after the name: when, where else, and the next name's job. */
const AFTER_NAME = compilePattern(
  [
    '\\s*[|•·—–(\\[@»]',
    '\\s+-\\s',
    '\\s+(?:updated|published|posted|edited|last|contributing|follow|view|more)\\b',
    '\\s+(?:alle artikel|all articles|hace \\d|chefredakteur(?:in)?|redakteur(?:in)?|e-?mail)(?:$|\\s)',
    '\\s*staff writer\\b',
    '\\s+(?:on|am|at|le|el|il)\\s*$',
    ',?\\s*\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b',
    `,?\\s*\\b(?:${MONTH})[a-z]*\\.?\\s+\\d`,
    `,?\\s*\\d{1,2}\\.?\\s+(?:${MONTH})`,
    ',?\\s*\\d{1,4}[-/.:]\\d{1,2}',
  ].join('|'),
  'iu',
);
const MAX_BYLINE = 120;

/** Accounts that publish what others write, and words of buttons and boxes beside a name. */
const NOBODY =
  /^(?:(?:wordpress|site|web)?-?_?(?:admin|administrator|master|user)\d{0,6}|super ?user|publisher|editor|redaktion|redaction|redacción|redazione|редакция|unknown|unbenannt|unnamed|anonymous|anónimo|anonyme|anonym|no author|none|null|undefined|guest|staff|author|autor|zum video|social share|see|all|more)$|^(?:follow|authors?\b|foto\b|photo\b|фото\b|https?:|www\.)|\b(?:subscribe|rss|see all|read more|articles|cookies?|copyright)\b/i;
/** "Harbour Media GmbH", "Der Kreisel, Bern, Switzerland": who runs the site. */
const COMPANY =
  /(?:^|\s)(?:gmbh|mbh|e\. ?v\.|ag|kg|ltd\.?|llc|inc\.?|s\.?a\.?r?\.?l?|co\. kg)(?:$|[\s,])|,\s*(?:germany|deutschland|austria|österreich|switzerland|schweiz|france|usa|uk)$/i;
const ADDRESS = /^(?:\S+\.)+(?:[a-z]{2,4}|online|media|news)(?:\/\S*)?$/i;

/**
 * "By Anna Berg - Apr 16, 2015 8:02 pm" → "Anna Berg"; null where no name is left, or only one of those that the site
 * has itself.
 */
export function tidyByline(text: string, siteNames: readonly string[] = []): string | null {
  const plain = /<\/?[a-z]|&#?\w+;/i.test(text) ? htmlText(text).replaceAll('\n', ' ') : text;
  const line = plain
    .replace(BY_GLUED, '')
    .replace(BY, '')
    .slice(0, MAX_BYLINE * 3);
  const end = AFTER_NAME.exec(line)?.index ?? line.length;
  const name = line
    .slice(0, end)
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();
  if (name.length > MAX_BYLINE || !/\p{L}{2}/u.test(name)) return null;
  if (NOBODY.test(name) || COMPANY.test(name) || ADDRESS.test(name)) return null;
  const words = comparableText(name);
  return siteNames.some((site) => comparableText(site) === words) ? null : name;
}
