import { comparableText } from '../text/comparable-text.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { isPublisherName } from '../page/extract-publisher.ts';
import { htmlText } from './html-text.ts';

const BY =
  /^(?:(?:written|posted|post author|published|reported|story|words|text|article|interview|view all (?:posts|articles)|geschrieben|verfasst|erstellt|eingestellt|gespeichert|veröffentlicht|beitrag|(?:zeige )?alle (?:beiträge|artikel)|publié|écrit|escrito|publicado)\s*)?(?:by|von|vom|par|por|di|door|av|af)\s*:?\s+|^(?:author|autor(?:in)?|auteur|autore|автор|作者|文)\s*[:：]?\s+|^(?:作者|文)\s*[:：]|^(?:(?:text|interview|foto|photo|fotos)(?: (?:und|and|&) (?:text|interview|fotos?|photos?))?)\s*:\s+/i;
// "ByAnna Berg"
const BY_GLUED = /^(?:(?:Written|Posted|Geschrieben|Verfasst) )?(?:[Bb]y|[Vv]on)(?=\p{Lu}\p{Ll})/u;
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** What pages put on the line of the author after the name: when, where else, and the next name's job. */
const AFTER_NAME = compilePattern(
  [
    '\\s*[|•·—–\\[@»]',
    // But "Nora (Nell) Quist" and "Nora (N.J.) Quist" go on.
    '\\s*\\((?![^()]{1,40}\\) (?:\\p{Lu}[\\p{L}’-]+ ?){1,3}$)',
    '\\s*(?:發表在|发表在|发表于|發表於)',
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
/** "nell_q", "nquist01", "harbour", "NellQuist": what somebody is called where they log in; "McNeil" is a name. */
const ACCOUNT =
  /^(?:[a-z\d._-]+|[\w.-]*[a-z\d]*_[\w.-]*|[A-Za-z]+\d[\w.-]*|(?!Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz)[A-Z][a-z]+[A-Z][a-z]+)$/;
/** "Letters to the Editor": a rubric. */
const RUBRIC =
  /^(?:letters?(?: to the editors?)?|readers?[’']? letters?|opinion|editorials?|leserbriefe?|courrier des lecteurs|cartas al director)$/i;
/** "Harbour Media GmbH", "Der Kreisel, Bern, Switzerland": who runs the site. */
const COMPANY =
  /(?:^|\s)(?:gmbh|mbh|e\. ?v\.|ag|kg|ltd\.?|llc|inc\.?|s\.?a\.?r?\.?l?|co\. kg)(?:$|[\s,])|,\s*(?:germany|deutschland|austria|österreich|switzerland|schweiz|france|usa|uk)$/i;
const ADDRESS = /^(?:\S+\.)+(?:[a-z]{2,4}|online|media|news)(?:\/\S*)?$/i;

/** Words of a person's name, and none that a paper, a shop or a club has in its. */
const PERSON = compilePattern(/^\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2}$/u);

/** "Harbour Digest", "Maritime Style", "Naval Affairs". */
const OF_SITES =
  /^(?:the|digest|life|lives|style|living|world|planet|street|house|homes?|foods?|travel|blog|blogs|club|group|media|online|web|tech|lab|labs|studios?|institute|university|foundation|society|party|team|shop|store|company|project|affairs|report|reports|stories|notes|letters)$|(?:ical|ural|onal|rial|tional|ary|tive|tics|ology|tion|ing|ment|ness)$/;

/**
 * On a site that is called after whoever writes there: a person's name, by all that is known of it. `isWord`: the page
 * uses it as a common one ("harbour", of "Harbour Letters").
 */
export function isOwnSiteOf(name: string, isWord: (word: string) => boolean): boolean {
  const words = name.toLowerCase().split(' ');
  return (
    PERSON.test(name) && !isPublisherName(name) && !words.some((word) => OF_SITES.test(word) || isWord(word))
  );
}

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
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (name.length > MAX_BYLINE || !/\p{L}{2}/u.test(name)) return null;
  if (
    ACCOUNT.test(name) ||
    RUBRIC.test(name) ||
    NOBODY.test(name) ||
    COMPANY.test(name) ||
    ADDRESS.test(name)
  )
    return null;
  const words = comparableText(name);
  return siteNames.some((site) => comparableText(site) === words) ? null : name;
}
