/** How languages say who reported something, that nobody could check it, and on whose word it is told. Patterns; of Chinese, characters. */

/** What stands before the name of who carried something. */
export const BEFORE_REPORTER: readonly string[] = [
  '(?:nach|laut) (?:angaben|informationen|einem bericht|berichten|recherchen|meldung(?:en)?)(?: (?:von|vom|der|des))?',
  'laut',
  'unter berufung auf',
  'zitiert von',
  'gegenüber',
  '(?:berichte(?:n|te|ten)?|melde(?:n|te|ten)?|schreib(?:t|en)|schrieb(?:en)?|berichtet|meldet|zitiert)(?: (?:auch|jetzt|nun|zuerst))?',
  'selon',
  "d[’']après",
  'rapporté par',
  'cité par',
  'citant',
  '(?:rapporte|rapportait|relate|révèle|écrit|indique|précise|annonce|a (?:rapporté|révélé|indiqué|annoncé|écrit|précisé))',
  "(?:déclaré|déclare|dit|confié|confie|affirmé|affirme|expliqué|explique|indiqué|raconté)(?: (?!qu[e'’])[\\p{L}.'’-]+,?){0,7}? (?:à|au|aux)",
  'según(?: (?:informó|informa|reportó|publicó|recoge|adelantó|reveló|detalló|publica))?',
  'de acuerdo con',
  'informado por',
  'citado por',
  'citando a',
  '(?:informó|informa|reportó|publicó|recoge|adelantó|difundió|destacó|reveló)',
  '(?:dijo|declaró|contó|explicó|afirmó|manifestó|aseguró|señaló|relató|comentó|dice|explica|cuenta|ha dicho)(?: (?!que )[\\p{L}.-]+,?){0,7}? al?',
  'по данным',
  'по информации',
  'по сообщению',
  'как (?:сообщает|сообщили в|передаёт|передает|пишет|пишут)',
  '(?:сообщает|сообщают|передаёт|передает|пишет|пишут|цитирует)',
  '(?:сообщил|заявил|сказал|рассказал|пояснил|объяснил)[аи]?(?: (?!что )[\\p{L}-]+){0,4}?(?: (?:агентству|газете|изданию|телеканалу|порталу|журналу|радиостанции))?',
  'со ссылкой на',
];

/** What stands after it. */
export const AFTER_REPORTER: readonly string[] = [
  'berichtete?n?',
  'meldete?n?',
  'schreibt',
  'schrieb',
  'zufolge',
  '(?:rapporte|rapportait|a rapporté|a révélé|écrit|a écrit|relate|révèle)',
  '(?:informó|informa|reportó|publicó|reveló|recoge)',
  '(?:сообщает|сообщила?|сообщило|сообщили|пишет|передаёт|передает|написала?)',
];

/** What something is that reports: a name follows. Patterns, in small letters. */
export const KINDS_OF_OUTLET: readonly string[] = [
  '(?:news)?paper|daily|weekly|broadcaster|(?:news|wire|press)\\s+(?:agency|service|site|website|outlet|channel|network|portal)|newswire|magazine|website|affiliate|tabloid|(?:tv|television|radio)\\s+(?:station|channel|network)',
  '(?:tages|wochen|internet|boulevard|sonntags|staats)?zeitung|(?:nachrichten|fach|online|wochen)?magazin|(?:nachrichten|presse)?agentur|(?:fernseh|rundfunk|nachrichten|us-|us-nachrichten)?sender|(?:nachrichten|online)?portal|nachrichtenseite|fachzeitschrift|zeitschrift',
  'quotidien|hebdomadaire|journal|agence(?:\\s+de\\s+presse)?|chaîne',
  'diario|periódico|semanario|agencia(?:\\s+de\\s+noticias)?|cadena|emisora|revista',
  'агентств(?:о|а|у|ом)|информагентств(?:о|а)|газет(?:а|ы|е|у|ой)|издани(?:е|я|ю|ем)|телеканал(?:а|у|ом)?|журнал(?:а|у|ом)?|портал(?:а|у|ом)?|радиостанци(?:я|и|ей)',
  'quotidiano|agenzia|giornale|jornal|agência|krant|persbureau|omroep',
];

/** Behind its name. */
export const KINDS_AFTER_OUTLET =
  'newspaper|news\\s+(?:agency|service|site|website|channel|network)|magazine|tabloid|broadcaster|website|newswire';

/** How a text says that nobody could check what it tells. */
export const UNVERIFIED: Readonly<Record<string, readonly string[]>> = {
  en: [
    "(?<!\\p{L})(?:not|n['’]t|never|yet to|could not|cannot|without being)(?!\\p{L}).{0,60}(?<!\\p{L})(?:verified|confirmed|corroborated)(?!\\p{L})",
    "(?<!\\p{L})(?:could not|couldn['’]t|cannot|unable to|able to)\\s+(?:\\p{L}+\\s+){0,2}(?:verify|corroborate)(?!\\p{L})",
    '(?<!\\p{L})(?:is|are|was|were|remains?|still)\\s+(?:\\p{L}+\\s+){0,2}(?:unverified|unconfirmed)(?!\\p{L})',
  ],
  de: ['nicht (?:unabhängig )?(?:bestätigt|überprüft|verifiziert|überprüfen|bestätigen)'],
  fr: [
    "n['’](?:a|ont) pas (?:encore )?(?:pu )?(?:être|été) (?:\\p{L}+ment )?(?:confirm|vérifi)",
    "n['’]est pas (?:confirm|vérifi)é",
    '(?<!\\p{L})non (?:confirm|vérifi)ée?s?(?!\\p{L})',
  ],
  es: [
    'no (?:ha|han) (?:sido|podido ser) (?:confirmad|verificad)',
    'no (?:pudo|pudieron|se pudo|se ha podido) (?:ser )?(?:confirma|verifica)',
    'sin (?:confirmar|verificar)(?!\\p{L})',
  ],
  ru: [
    'не (?:были? |была |было |были )?(?:независимо )?подтвержд[её]н',
    'не удалось (?:независимо )?(?:подтвердить|проверить)',
  ],
  zh: [
    '(?:未|尚未|没有)(?:经|能|获|得到)?(?:独立)?(?:证实|核实|确认)',
    '无法(?:独立)?(?:证实|核实|验证|确认)',
  ],
};

/** By which a sentence itself says that what it tells is in doubt. */
export const DOUBTED: readonly string[] = [
  'allegedly|purportedly|supposedly',
  '(?:unverified|unconfirmed)\\s+(?:\\p{L}+\\s+)?(?:reports?|claims?|rumou?rs?|accounts?|information)',
  'angeblich\\p{L}{0,2}|unbestätigte\\p{L}?',
  'prétendument',
  'якобы|неподтвержд[её]нн\\p{L}{1,3}',
];

/** How a sentence that nobody is named for says of itself that it may not be so. */
export const DOUBTFUL: readonly string[] = [
  '(?:unverified|unconfirmed)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:reports?|claims?|rumou?rs?|accounts?|information|videos?|footage|images|data)\\s+(?:[\\p{L}-]+\\s+){0,5}?(?:say|says|said|suggest(?:s|ed)?|claim(?:s|ed)?|show(?:s|ed)?|indicate[ds]?|that|of)',
  'unbestätigten?\\s+(?:berichten|angaben|meldungen|informationen)\\s+zufolge|(?:laut|nach)\\s+unbestätigten|unbestätigte\\s+(?:berichte|meldungen)',
  "(?:selon|d[’']après)\\s+des\\s+(?:informations|rumeurs|sources|témoignages)\\s+non\\s+(?:confirmé|vérifié)e?s|prétendument",
  'según\\s+(?:\\p{L}+\\s+)?(?:informaciones|informes|versiones|reportes|noticias|fuentes)\\s+(?:no\\s+confirmad[ao]s|sin\\s+confirmar)',
  'по\\s+неподтвержд[её]нн\\p{L}{1,3}\\s+(?:данным|сообщениям|информации|сведениям)',
];
/** Of the main clause, one word is enough. */
export const DOUBTFUL_ADVERBS: readonly string[] = [
  'allegedly|purportedly|angeblich|prétendument|presuntamente|supuestamente|якобы',
];
/** The same of Chinese, where nothing stands between words. */
export const DOUBTFUL_CHINESE = '未经证实的(?:消息|报道|传言|说法|视频)';

/** What a sentence of doubt calls the one before it. */
export const REFERS_BACK: readonly string[] = [
  '(?:(?:this|that|these|those|it|they|none of (?:this|these))|(?:the|this|that|these|those|his|her|their|its|both|such)\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:claims?|reports?|accounts?|allegations?|statements?|assertions?|information|figures?|numbers?|toll|videos?|footage|images?|pictures?|photos?|rumou?rs?|story|stories|details|authenticity))(?!\\p{L})',
  '(?:das|dies(?:e|es|er)?|(?:die|diese|der|das)\\s+(?:angaben?|behauptung(?:en)?|meldung(?:en)?|berichte?|videos?|aufnahmen?|zahlen?|informationen?|darstellung(?:en)?|bilder))(?!\\p{L})',
  "(?:cela|(?:cette|ces|ce|les|la|l[’'])\\s?(?:informations?|affirmations?|chiffres?|vidéos?|images?|rumeurs?|déclarations?|allégations?))(?!\\p{L})",
  '(?:esto|eso|(?:esta|estas|este|estos|la|las|los|el)\\s+(?:informaci(?:ón|ones)|afirmaci(?:ón|ones)|cifras?|vídeos?|videos?|imágenes|rumor(?:es)?|datos|versi(?:ón|ones)))(?!\\p{L})',
  '(?:это|эт[аиоу]\\p{L}?\\s+(?:информаци\\p{L}|сообщени\\p{L}|данны\\p{L}|заявлени\\p{L}|видео|цифр\\p{L}|сведени\\p{L}))(?!\\p{L})',
];
export const REFERS_BACK_CHINESE = '(?:这|该|上述|此)(?:一|些)?(?:说法|消息|报道|视频|数字|数据|传言|指控)?';

/** Of what nobody is named for, and what is doubted in the same sentence: "Videos are said to show …; they have not been verified". */
export const HEARSAY: readonly string[] = [
  'videos?|footage|images|pictures|photos|reports?|rumou?rs?|posts?|claims?|said to|reportedly|sources|accounts',
  'videos?|aufnahmen|bilder|berichte?n?|gerüchte|meldungen|soll(?:en)?|quellen',
  'vidéos?|images|rumeurs?|informations?|vídeos?|imágenes|rumor(?:es)?|versiones',
  'видео|слухи|сообщения|кадры|источники',
];

/** What a sentence calls a number that the text told before. */
export const NUMBER_WORDS: readonly string[] = [
  'figures?|numbers?|amounts?|sums?',
  'zahl(?:en)?|summe|betrag',
  'chiffres?|montant|cifras?|número',
  'цифр[аы]|числ[оа]|сумма',
];

/** What stands before the name of who states something, in the case the name has by itself. */
export const BEFORE_SPEAKER: readonly string[] = [
  'laut',
  'nach (?:den )?(?:angaben|worten|aussagen?|einschätzung|ansicht|darstellung|auskunft) (?:von|des|der)',
  'selon',
  'как (?:сообщил|отметил|заявил|рассказал|пояснил|уточнил|подчеркнул|добавил)а?',
  "d[’']après",
  'según',
  'de acuerdo con',
  'a juicio de',
  'secondo',
  'segundo',
  'de acordo com',
];

/** After who speaks, and before what is said: "…, dass", "… que". */
export const OPENS_STATEMENT = [
  "(?:a (?:déclaré|dit|affirmé|expliqué|annoncé|ajouté|assuré|indiqué|souligné|précisé|confirmé|estimé|rappelé)|affirme|assure|explique|indique|précise|estime)(?:\\s+[^,.;:«»“”]{2,60}?)?\\s+qu(?:e|[’'])",
  '(?:(?:ha )?(?:dijo|dicho|afirmó|afirmado|declaró|declarado|aseguró|asegurado|explicó|explicado|anunció|anunciado|añadió|agregó|señaló|señalado|advirtió|advertido|indicó|indicado|sostuvo|informó|informado|confirmó|confirmado|reiteró|subrayó|precisó|manifestó))(?:\\s+[^,.;:«»“”]{2,60}?)?\\s+que',
  '(?:заявил|сказал|отметил|сообщил|подчеркнул|добавил|объявил|рассказал|пояснил|уточнил|признал)а?(?:\\s+[^,.;:«»“”]{1,60}?)?,\\s+что',
].join('|');

/** In German the verb may stand before who speaks, and "dass" may be left out. */
export const GERMAN_VERBS_OF_STATING =
  'sagte|erklärte|betonte|warnte|versicherte|behauptete|teilte|bestätigte|kündigte|äußerte|ergänzte|räumte|meinte|berichtete|kritisierte';
/** Verbs of a clause that somebody else states. */
export const GERMAN_REPORTED =
  'werde|sei|seien|habe|hätten|könne|könnten|müsse|müssten|solle|sollten|wolle|wollten|dürfe|gebe|gehe|komme|bleibe|stehe|brauche|würden|wäre|wären|liege|mache';

/** Authorities that speak as one, as they are called. */
export const INSTITUTIONS = [
  '(?:Polizei|Staatsanwaltschaft|Feuerwehr|Bundesregierung|Regierung|Stadtverwaltung|Kreml|Bundespolizei|Bundeswehr|Bundesbank|Kommission|EU-Kommission|Robert Koch-Institut|\\p{Lu}\\p{Ll}{2,30}(?:ministerium|behörde|verband|polizei|verwaltung|amt))s?',
  "(?:[Pp]olice|[Pp]réfecture|[Pp]arquet|[Gg]ouvernement|[Mm]airie|[Gg]endarmerie|Élysée|Kremlin|Maison Blanche|Commission européenne|[Mm]inistère(?: (?:de l[’']|du |de la |des )\\p{Lu}\\p{L}{2,20}(?: (?:étrangères|sociales|européennes))?)?)",
  '(?:[Pp]olicía(?: Nacional| Local| Civil){0,2}|Guardia Civil|Cruz Roja|Casa Blanca|Banco (?:Central|Mundial)|[Ff]iscalía(?: General)?|[Pp]rocuraduría(?: General)?|[Cc]ontraloría|[Aa]lcaldía|[Aa]yuntamiento|[Gg]obierno|[Mm]inisterio(?: (?:de|del) (?:la |el )?\\p{Lu}\\p{L}{2,20})?)',
  '(?:МИД|Минобороны|Минздрав|Минфин|МЧС|ФСБ|МВД|Минэнерго|полиция|полиции|прокуратура|прокуратуре|Кремль|Кремле|Госдума|Госдуме)',
  '(?:OMS|ONU|OTAN|OCDE|FMI|BCE|Insee|CNRS|Unicef|UNICEF|WHO|UNO|NATO|EZB|IWF|RKI|BKA|DWD|ADAC)',
].join('|');

/** How an authority is said to have said something, before and after its name, article included. */
export const BEFORE_INSTITUTION = [
  '(?:teilten?|erklärten?|meldeten?|sagten?|betonten?)\\s+(?:die|das|der)\\s+',
  "(?:a|ont)\\s+(?:indiqué|annoncé|déclaré|précisé|confirmé|affirmé)\\s+(?:la\\s+|le\\s+|l[’'])",
  '(?:informó|informaron|indicó|señaló|confirmó|anunció|dijo|aseguró|precisó)\\s+(?:el|la|los|las)\\s+',
  '(?:сообщили|заявили|рассказали|отметили|уточнили)\\s+в\\s+|(?:сообщил|заявил|уточнил)[аои]?\\s+',
].join('|');
export const AFTER_INSTITUTION = [
  '(?:teilte|teilten|erklärte|meldete|betonte|bestätigte)',
  '(?:a|ont)\\s+(?:indiqué|annoncé|déclaré|précisé|confirmé|affirmé)\\s+que',
  '(?:informó|indicó|señaló|confirmó|anunció|dijo|aseguró|precisó)\\s+(?:de\\s+)?que',
  '(?:сообщил|заявил|уточнил)[аои]?,\\s+что',
].join('|');
