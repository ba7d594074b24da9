/** Lines of a page that are not the article: what surrounds it on every page of a site. */
import { kindOfSiteLine } from './site-lines.ts';
import type { LeftOutReason } from '../left-out/left-out-reasons.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const COMMENT_LINE =
  /^(?:leave|post|add|write) (?:a |your )?(?:comment|reply)s?(?: (?:below|here|now|cancel reply|on .{1,40}))?$|^(?:\d+ |no |view |show |load )(?:more )?comments?$|^comments?(?: \(\d+\)| off| are closed\.?)?$|^be the first to comment(?: (?:below|here|on this (?:article|story|post)))?[.!]?$|^(?:\d+ )?kommentar(?:e|(?:e? (?:schreiben|hinterlassen|öffnen)))?$|^comentários?$|^comentarios?$|^commentaires?$|^commenti$|^reacties$|^laisser un commentaire$|^deja un comentario$|^оставить комментарий$|^комментарии$|^发表评论$/u;

const NETWORK =
  '(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tiktok|bluesky|threads|mastodon|google news|e-?mail|rss)';
const SHARE_LINE = new RegExp(
  `^(?:share|tweet|print|e-?mail|pin|save|listen to) (?:this|it)(?: (?:article|story|post|page|news|video|on:?|via:?|with(?: your)? friends|${NETWORK}))?(?: (?:on|via) ${NETWORK})?[:.!]?$` +
    `|^(?:share|tweet|post|pin) (?:on|via|to) ${NETWORK}$|^copy link$` +
    `|^(?:like|find|join) us on ${NETWORK}[:.!]?$` +
    '|^follow us(?: (?:on|at|via) [^,.;:!?]{1,40})?[:.!]?$' +
    '|^(?:\\d{1,3} )?min(?:ute)?s? read$|^reading time:? (?:about |approx\\.? )?\\d{1,3} .{1,12}$',
  'u',
);

// "⬆ back to top", "(Back to the table of contents)"
const UPWARDS_LINE = compilePattern(
  /^[^\p{L}\p{N}]*(?:(?:back|return|go(?: back)?|jump) to (?:the )?(?:top(?: of (?:the )?page)?|(?:table of )?contents)|zurück nach oben|zum seitenanfang|retour en haut|haut de (?:la )?page|volver arriba)[^\p{L}\p{N}]*$/u,
);
const UPWARDS_SIGN = /top|contents|nach|seiten|haut|volver/;
const MAX_UPWARDS = 50;

const SITE_LINE = compilePattern(
  /^skip to (?:main )?(?:content|navigation)$|^(?:privacy|cookie) (?:policy|notice|settings)$|^terms (?:of (?:use|service)|(?:and|&) conditions)$|^all rights reserved\.?$|^toggle navigation$|^(?:previous|next) (?:article|post|story)$|^subscribe (?:now|today|to our (?:[\p{L}-]+ ){0,3}(?:newsletters?|channel|podcast|feed|updates|magazine))[.!]?$|^sign up (?:for|to) our (?:[\p{L}-]+ ){0,3}(?:newsletters?|updates|mailing list|emails?)[.!]?$|^(?:accept|reject) all(?: cookies)?$|^your email address(?: will not be (?:published|shared)\..{0,40})?$|^continue reading$|^(?:for immediate release|(?:press|news|media) release|pressemitteilung|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|пресс-релиз)[:.]?$|^advertisement$|^sponsored(?: content)?$|^print(?: (?:this )?(?:page|article|story))?$|^perma-?link$|^(?:loading|view) (?:photo |image )?(?:gallery|slideshow)$|^view full size$|^discuss \|$|^report (?:issue|an? (?:error|issue|problem|typo))$|^zurück zur (?:übersicht|liste)$|^(?:seite|artikel|beitrag) (?:teilen|drucken|weiterempfehlen)$/u,
);

const SKIP_LINE =
  /^(?:(?:direkt )?zum? (?:haupt)?inhalt(?: springen| wechseln)?|zur (?:haupt)?navigation(?: springen)?|(?:aller|passer|accéder) (?:directement )?au contenu(?: principal)?|aller à la navigation|(?:saltar|ir) al? contenido(?: principal)?|(?:pular|ir|saltar) para o conteúdo(?: principal)?|(?:vai|salta) al contenuto(?: principale)?|перейти к (?:основному )?(?:содержанию|содержимому|контенту)|(?:跳转|跳到|跳至)(?:到)?(?:主要)?(?:正文|内容))$/u;

// "See more Strait Post", "See all stories": a name or a heap of pages, and no sentence.
const SEE_MORE_LINE = compilePattern(
  /^[Ss]ee (?:more|all)(?: (?:from|by|at|on|in|about|news|stories|articles|posts|videos|photos|results|comments|topics|updates|the)){0,3}(?: [\p{Lu}\p{N}&][\p{L}\p{N}&'’.-]{0,30}(?: (?:of|and|de|del|der))?){0,6}$/u,
);

const COPYRIGHT_LINE = /^(?:copyright )?(?:©|\(c\) ?(?=\d{4})).{0,150}$/u;
// Without the sign: years and a name. "Copyright 2024 law was rejected" tells something.
const COPYRIGHT_NAME = compilePattern(
  /^[Cc](?:opyright|OPYRIGHT) \d{4}(?: ?[-–] ?\d{4})?,?(?: (?:by|the|of|and|de|der|[\p{Lu}\p{N}&][\p{L}\p{N}&'’-]{0,40}),?){0,8}(?:[.,|–—-]* ?[Aa]ll [Rr]ights [Rr]eserved)?\.?$/u,
);
// "Photo: Anna Berg/Reuters": names, and no sentence.
const CREDIT_LINE = compilePattern(
  /^(?:[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|PHOTO|IMAGE|CREDIT)s?(?: [Cc]redits?)?(?:\s*:|\s+by:?|\s*\/)\s*(?:©\s*)?(?:[\p{Lu}\p{N}@][\p{L}\p{N}.'’@_-]{0,40}(?:\s*[/,|&]\s*|\s+|$)(?:(?:via|and|of|for|de|von|van|der)\s+)?){1,10}$/u,
);
// "Home » World » Europe", "Home/World/Europe": one name after the other.
const BREADCRUMB = compilePattern(
  /^(?:home|startseite|accueil|inicio|início|главная|首页|主页)(?:\s*[›»>|]\s*[^›»>/|]{1,60}|\s+\/\s+[^›»>/|]{1,60}|\/[\p{L}&-]{1,30}){1,6}$/u,
);

const LANGUAGES: ReadonlySet<string> = new Set(
  'english deutsch german français french español spanish italiano italian português portuguese русский russian українська ukrainian polski polish türkçe turkish العربية arabic 中文 简体中文 繁體中文 chinese 日本語 japanese 한국어 korean nederlands dutch हिन्दी hindi svenska čeština'.split(
    ' ',
  ),
);
const LANGUAGE_CODES: ReadonlySet<string> = new Set(
  'en de fr es it pt ru uk ua zh cn pl nl sv ja ko ar tr cs fi da no el hu ro'.split(' '),
);

/** "en English", "EN | DE", "English | Русский": a language switcher, as page scrapers see it. In lower case. */
function isLanguageLine(line: string): boolean {
  const code = /^[a-z]{2}(?:-[a-z]{2})? /.exec(line)?.[0];
  if (code !== undefined && LANGUAGES.has(line.slice(code.length))) return true;
  const parts = line.split(/ ?[|/,·] ?/);
  const areIn = (known: ReadonlySet<string>): boolean => parts.every((part) => known.has(part));
  return parts.length > 1 && (areIn(LANGUAGE_CODES) || areIn(LANGUAGES));
}

/** Words that a menu shares with headings of real articles. */
const MENU_WORDS: ReadonlySet<string> = new Set(
  "home|homepage|menu|write|search|close|log in|login|sign in|sign up|register|subscribe|newsletters|newsletter|contact us|contact|about us|about|advertise with us|advertise|cookies|terms|privacy|share|follow|reply|tweet|print|e-mail|email|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tiktok|bluesky|threads|previous|next|read more|show more|load more|world|politics|business|sports|sport|opinion|culture|technology|science|health|video|live|latest|news|weather|teilen|merken|startseite|menü|suchen|suche|impressum|datenschutz|anmelden|abmelden|registrieren|abonnieren|abo|kontakt|politik|wirtschaft|kultur|panorama|meinung|wissenschaft|wissen|gesundheit|inland|ausland|finanzen|digital|lokales|reise|partager|accueil|recherche|rechercher|se connecter|connexion|s’abonner|s'abonner|s’inscrire|s'inscrire|politique|économie|société|monde|international|sciences|santé|vidéos|vidéo|météo|inicio|buscar|compartir|iniciar sesión|registrarse|suscribete|suscríbete|suscribirse|suscríbirse|menú|política|economía|deportes|cultura|mundo|internacional|sociedad|tecnología|ciencia|salud|vídeos|vídeo|главная|поиск|меню|поделиться|войти|вход|регистрация|подписаться|политика|экономика|спорт|культура|общество|в мире|мир|наука|технологии|бизнес|происшествия|首页|分享|登录|登陆|注册|政治|经济|体育|文化|国际|财经|科技|english|deutsch|français|español|русский|中文".split(
    '|',
  ),
);

/** The longest line worth asking about. */
const MAX_CHROME = 200;

// "Read also: another headline": a link in the middle of an article.
const RELATED_LINE =
  /^(?:read (?:also|more|next)|also read|see also|don[’']t miss|related(?: (?:article|story|stories|news))?|lesen sie (?:auch|mehr)|siehe auch|mehr (?:zum thema|dazu)|(?:à )?lire (?:aussi|également)|sur le même sujet|lea también|lee también|te puede interesar|leggi anche|leia também|читайте (?:также|ещё)|материалы по теме|相关阅读)\s*[:：|]\s*\S.{1,180}$/u;

/** Of a site's own lines those about rights. */
const LEGAL_LINE =
  /^(?:privacy|cookie) (?:policy|notice|settings)$|^terms (?:of (?:use|service)|(?:and|&) conditions)$|^all rights reserved\.?$|cookies$/u;

interface Chrome {
  pattern: RegExp;
  reason: LeftOutReason;
  /** Without which a line is none of them: the patterns take up to four milliseconds to compile. */
  sign: RegExp;
}

/** Fixed words, or words and a name. For lines in lower case: V8 compiles what has no `i` flag in a third of the time. */
const CHROME: readonly Chrome[] = [
  { sign: /[:：|]/, pattern: RELATED_LINE, reason: 'RELATED' },
  {
    sign: /comm?en|reply|replies|kommentar|reacties|коммент|评论/,
    pattern: COMMENT_LINE,
    reason: 'COMMENT_LINE',
  },
  {
    sign: /^(?:share|tweet|print|e-?mail|pin|save|listen|post|copy|follow|like|find|join|\d|min|reading)/,
    pattern: SHARE_LINE,
    reason: 'SHARE_BUTTON',
  },
  {
    sign: /^(?:skip|privacy|cookie|terms|all r|back|toggle|prev|next|subsc|sign|accept|reject|your|cont|for i|press|news|media|commu|nota|comuni|пресс|advert|spons|print|perma|load|view|disc|report|zur|seite|artikel|beitrag)/,
    pattern: SITE_LINE,
    reason: 'NAVIGATION',
  },
  {
    sign: /inhalt|navigation|conten|conteúdo|^перейти|^跳/,
    pattern: SKIP_LINE,
    reason: 'NAVIGATION',
  },
  { sign: /^(?:copyright|©|\()/, pattern: COPYRIGHT_LINE, reason: 'LEGAL_LINE' },
];
const CASED_CHROME: readonly Chrome[] = [
  { sign: /^see /i, pattern: SEE_MORE_LINE, reason: 'NAVIGATION' },
  { sign: /^copyright /i, pattern: COPYRIGHT_NAME, reason: 'LEGAL_LINE' },
];
const CREDIT_SIGN = /^(?:file|photo|image|picture|credit)/;
const SENTENCE = /[.!…。！]["'”’»)\]]*$/u;

/** Navigation, "Leave a comment", language switchers, share buttons: no part of any article, wherever they stand. */
export function isPageChrome(line: string): boolean {
  return findChrome(line) !== null;
}

/** Which of them. */
export function kindOfChrome(line: string): LeftOutReason | null {
  const kind = findChrome(line);
  return kind === 'NAVIGATION' && LEGAL_LINE.test(line.toLowerCase()) ? 'LEGAL_LINE' : kind;
}

function findChrome(line: string): LeftOutReason | null {
  if (line.length > MAX_CHROME) return null;
  const lower = line.toLowerCase();
  if (lower.length <= MAX_UPWARDS && UPWARDS_SIGN.test(lower) && UPWARDS_LINE.test(lower))
    return 'NAVIGATION';
  const found = findIn(CHROME, lower)?.reason ?? findIn(CASED_CHROME, line)?.reason;
  const kind = found ?? kindOfSiteLine(line, lower);
  if (kind !== null) return kind;
  if (isLanguageLine(lower)) return 'LANGUAGE_LINE';
  if (isMenuLine(lower)) return 'NAVIGATION';
  // Words, and then anything: a sentence is none of them.
  if (SENTENCE.test(line)) return null;
  if (BREADCRUMB.test(lower)) return 'NAVIGATION';
  return CREDIT_SIGN.test(lower) && CREDIT_LINE.test(line) ? 'PICTURE_CREDIT' : null;
}

function findIn(known: readonly Chrome[], line: string): Chrome | undefined {
  return known.find(({ sign, pattern }) => sign.test(line) && pattern.test(line));
}

const MIN_MENU = 3;

/** "Home News Sport Opinion" */
function isMenuLine(line: string): boolean {
  const words = line.split(/\s*[|·•›»,]\s*|\s+/u);
  return words.length >= MIN_MENU && words.every(isMenuWord);
}

const HOME = /^(?:home|startseite|accueil|inicio|início|главная|首页) /u;

/** "Accueil Économie Entreprises": names of pages after the first one, most of them known. Above a title only. */
export function isHomeMenu(line: string): boolean {
  const lower = line.toLowerCase();
  if (line.length > MAX_MENU || !HOME.test(lower)) return false;
  const words = line.split(/\s+/u);
  const known = words.filter((word) => isMenuWord(word));
  return (
    words.length >= MIN_MENU &&
    known.length * 3 >= words.length * 2 &&
    words.every((word) => PAGE_NAME.test(word))
  );
}

const MAX_MENU = 60;
const PAGE_NAME = compilePattern(/^[\p{Lu}\p{Lo}]/u);

/** A word of a menu: chrome where several of them stand together, or before or after everything else. */
export function isMenuWord(line: string): boolean {
  return line.length <= MAX_CHROME && MENU_WORDS.has(line.toLowerCase());
}

// In the languages of many sites: what else they have to read.
const RELATED_HEADING = new RegExp(
  `^(?:${[
    "related(?: (?:news|articles?|stories|posts|content|topics|reading|links))?|you (?:may|might) also (?:like|be interested in)|(?:read|see) also|more (?:news|stories|articles|on this story|on:|from .{1,40})|recommended(?: for you| reading)?|(?:most|more) (?:read|popular|viewed|watched|shared)(?: (?:stories|articles|news))?|trending(?: (?:now|stories))?|latest (?:news|stories|articles)|top stories|popular posts|recent posts|what to read next|editors?[’']?s? picks?|read next|up next|don[’']t miss",
    'lesen sie auch|siehe auch|weitere (?:artikel|nachrichten|meldungen|themen)(?: .{1,40})?|mehr (?:zum thema|aus .{1,30}|artikel)|das könnte sie auch interessieren|auch interessant|meist ?gelesen|weiterführende links|aus dem archiv',
    '(?:à )?lire (?:aussi|également)|sur le même sujet|(?:articles )?les plus lus|à découvrir|nos autres articles',
    '(?:noticias|temas|notas|artículos) relacionad[ao]s|relacionad[ao]s|le[aeé] (?:también|además)|lee también|te puede interesar|te recomendamos|lo más (?:leído|visto|nuevo)|más (?:noticias|leídas|leído|visto)(?: .{1,40})?|últimas noticias|ver más',
    '(?:veja|leia|confira) (?:também|mais)|mais (?:lidas|lidos|notícias)|notícias relacionadas|últimas notícias',
    'leggi anche|potrebbe interessarti(?: anche)?|articoli correlati|i più letti|lees ook|meest gelezen|läs (?:också|mer|även)|mest läst|les også|læs også|lue myös|luetuimmat|zobacz (?:też|także|również)|czytaj (?:także|również|też)|mohlo by vás zajímat|nejčtenější|čtěte (?:také|dále)|právě se děje|ilgili haberler|baca juga',
    'читайте (?:также|ещё)|по теме|материалы по теме|популярное|самое читаемое|последние новости|читайте також',
    '相关(?:新闻|阅读|文章|报道)|推荐阅读|延伸阅读|热门(?:文章|新闻)|相關(?:新聞|文章)|延伸閱讀|関連記事|あわせて読みたい|おすすめ記事|관련 ?기사',
  ].join('|')})\\s*:?$`,
  'u',
);

/** The heading above links to other articles. */
export function isRelatedHeading(line: string): boolean {
  return line.length <= 80 && RELATED_HEADING.test(line.toLowerCase());
}

const CONTENTS_HEADING =
  /^(?:table of )?contents$|^(?:in this article|on this page|jump to|what's inside|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|contenido|содержание|оглавление|目录)\s*:?$/u;

export function isContentsHeading(line: string): boolean {
  return line.length <= 80 && CONTENTS_HEADING.test(line.toLowerCase().replace(/:$/, ''));
}
