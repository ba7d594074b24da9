/** Lines that apps, advertisements and newsletters put between the paragraphs of an article, in the languages of many sites. */
import type { LeftOutReason } from '../left-out/left-out-reasons.ts';
import { compilePattern } from '../text/compile-pattern.ts';

interface SiteLine {
  reason: LeftOutReason;
  /** Without which a line, in lower case, is none of them: the patterns take milliseconds to compile. */
  sign: RegExp;
  pattern: RegExp;
}

const BUTTONS: ReadonlySet<string> = new Set(
  'open in app|member-only story|view in browser|view in your browser|listen to this article|artikel anhören|artikel vorlesen|artikel merken|écouter cet article|écouter l’article|escuchar este artículo|прослушать статью|this article is for subscribers only|for subscribers only|subscribers only|article réservé aux abonnés|réservé aux abonnés|offrir cet article|réutiliser ce contenu|contenido exclusivo para suscriptores|log in to comment|sign in to comment|zur startseite|nach oben|zum seitenanfang|unsubscribe|manage preferences|update your preferences|forward to a friend|advertisement - continue reading below|our standards: the thomson reuters trust principles'.split(
    '|',
  ),
);
const SHARE_BUTTONS: ReadonlySet<string> = new Set(
  "diesen artikel teilen|diesen beitrag teilen|artikel weiterempfehlen|partager cet article|partager l'article|partager l’article|compartir este artículo|compartir esta noticia|compartir artículo|condividi articolo|condividi questo articolo|compartilhar esta notícia|поделиться статьёй|поделиться статьей|поделиться новостью|поделиться|рассказать друзьям".split(
    '|',
  ),
);
const ADVERTISEMENTS: ReadonlySet<string> = new Set(
  'anzeige|реклама|на правах рекламы|реклама на сайте|广告|廣告|publicidad|publicité|pubblicità|publicidade|advertising|la suite après la publicité|la suite après cette publicité|story continues below advertisement|story continues below this ad|story continues below|article continues below advertisement|article continues below|article continues after advertisement|continue reading below|continúa después de la publicidad|la noticia continúa después de la publicidad|continua após a publicidad|continua após a publicidade|продолжение после рекламы'.split(
    '|',
  ),
);
const PICTURE_AGENCIES: ReadonlySet<string> = new Set(
  'getty images|picture alliance|imago images|shutterstock|istock|ap photo|afp/getty images|reuters/getty images'.split(
    '|',
  ),
);

const NETWORKS =
  '(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|bluesky|threads|e-?mail|vk|вконтакте|одноклассники|微信|微博|qq)';

const LINES: readonly SiteLine[] = [
  {
    reason: 'NAVIGATION',
    sign: /newsletter|infolettre|bolet[ií]n|mailing list|e-?mail|подпис|підпис|关注|subscrib/,
    pattern: compilePattern(
      '^(?:' +
        [
          "(?:sign up|subscribe|register)(?: now| here| today)? (?:for|to) (?:our|my|the) (?:[\\p{L}’'-]+ ){0,5}newsletters?(?: .{1,90})?",
          'click here to (?:subscribe|sign up)(?: .{1,80})?',
          'get (?:our|the) (?:[\\p{L}-]+ ){0,3}newsletter(?: .{1,60})?',
          "you(?:[’']re| are) receiving this (?:e-?mail|newsletter) because .{1,120}",
          'view this (?:e-?mail|newsletter) in (?:your|a) (?:web )?browser',
          "if you (?:no longer wish|don[’']t want) to receive .{1,60}e-?mails?.{0,60}",
          '(?:(?:jetzt|hier|unseren|den|zum) ){0,3}(?:kostenlosen )?newsletter (?:(?:jetzt|hier|kostenlos) )?(?:abonnieren|bestellen|anmelden)',
          'abonnieren sie (?:unseren|den|hier) .{0,40}newsletter.{0,60}',
          '(?:abonnez|inscrivez)-vous (?:gratuitement )?à (?:notre|nos|la) (?:newsletters?|lettre|infolettre)(?: .{1,60})?',
          '(?:suscríbete|suscríbase|apúntate|regístrate) (?:gratis )?a (?:nuestra|nuestro|la|el) (?:newsletter|boletín)(?: .{1,60})?',
          'iscriviti alla (?:nostra )?newsletter(?: .{1,60})?|assine (?:a )?nossa newsletter(?: .{1,60})?',
          '(?:подписывайтесь|подпишитесь) на (?:наш|наши|нас|нашу)(?: .{1,60})?|підпи(?:суйтесь|шіться) на наш(?: .{1,60})?',
          '(?:欢迎)?(?:扫一扫|扫码|扫描二维码|长按二维码).{0,12}关注.{0,12}',
        ].join('|') +
        ')$',
      'u',
    ),
  },
  {
    reason: 'SHARE_BUTTON',
    sign: /^(?:share|compart|partag|auf|поделит|分享)/,
    pattern: new RegExp(
      `^(?:share (?:this|it|via|on):?|compartir (?:en|por|vía):?|partager (?:sur|par|via):?|auf|поделиться(?: в| во)?:?|分享(?:到|至)?[:：]?)(?:\\s*[,|/·]?\\s*${NETWORKS}){1,10}(?: teilen)?$`,
      'u',
    ),
  },
  {
    reason: 'SHARE_BUTTON',
    sign: /^(?:lesezeit|temps de|tiempo de|время|阅读)/,
    pattern:
      /^(?:lesezeit|temps de lecture|tiempo de lectura|время (?:на )?чтени[ея])\s*[:：]?\s*(?:ca\. ?|environ |около )?\d{1,3} ?(?:min(?:uten?|utes|utos|\.)?|мин(?:ут[ыу]?|\.)?)\.?$|^阅读(?:时间|时长)?[:：]?\s*\d{1,3} ?分钟$/u,
  },
  {
    reason: 'NAVIGATION',
    sign: /^(?:责|编|校|审|监)/,
    pattern: /^(?:责任?编辑?|编辑|校对|审核|监制)\s*[:：]\s*\p{Script=Han}[\p{Script=Han}· 、]{1,20}$/u,
  },
  // "We reported on this on 18 March at 8 p.m.": of a programme, below what it showed.
  {
    reason: 'AROUND_ARTICLE',
    sign: /^über dieses thema/,
    pattern: /^über dieses thema berichtet(?:e|en)? .{1,140}$/u,
  },
];

// "Foto: dpa", "Фото: РИА Новости", "Image source, Getty Images"
const CREDIT_SIGN = /^(?:foto|bild|фото|crédit|imagen|image source|图|摄)/;
const CREDIT = compilePattern(
  /^(?:[Ff]otos?|FOTO|[Bb]ild(?:quelle|nachweis)?|[Фф]ото|ФОТО|[Cc]rédits?(?: photos?)?|[Ii]mage source|图片来源|图源|摄影)\s*[:：,]\s*(?:©\s*)?(?:(?:[\p{Lu}\p{N}@«"][\p{L}\p{N}.'’@_«»"-]{0,40}|dpa|epd|picture|alliance|imago|\p{Script=Han}{2,12})(?:\s*[/,|&]\s*|\s+|$)){1,8}$/u,
);

const CLOSING = /[.!…。！]+$/u;

/** Which kind of line of a site, or null. */
export function kindOfSiteLine(line: string, lower: string): LeftOutReason | null {
  const plain = lower.replace(CLOSING, '');
  if (BUTTONS.has(plain) || ADVERTISEMENTS.has(plain)) return 'NAVIGATION';
  if (SHARE_BUTTONS.has(plain)) return 'SHARE_BUTTON';
  if (PICTURE_AGENCIES.has(plain)) return 'PICTURE_CREDIT';
  const found = LINES.find(({ sign, pattern }) => sign.test(plain) && pattern.test(plain));
  if (found !== undefined) return found.reason;
  return CREDIT_SIGN.test(lower) && CREDIT.test(line) ? 'PICTURE_CREDIT' : null;
}
