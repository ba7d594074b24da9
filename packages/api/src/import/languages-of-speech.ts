/** How languages say that somebody said something. Patterns; of Chinese, characters. */
import { compilePattern } from './compile-pattern.ts';
import { VERBS_OF_SAYING } from './speech-verbs.ts';

/** What stands before the name of who carried something. */
export const BEFORE_REPORTER: Readonly<Record<string, readonly string[]>> = {
  de: [
    'nach angaben von',
    'nach informationen (?:von|der|des)',
    'laut',
    'wie',
    'unter berufung auf',
    'zitiert von',
    'gegenüber',
  ],
  fr: ['selon', "d[’']après", 'rapporté par', 'cité par', 'citant'],
  es: ['según', 'de acuerdo con', 'informado por', 'citado por', 'citando a'],
  ru: [
    'по данным',
    'по информации',
    'как сообщает',
    'сообщает',
    'передаёт',
    'передает',
    'пишет',
    'со ссылкой на',
  ],
};

/** What stands after it. */
export const AFTER_REPORTER: Readonly<Record<string, readonly string[]>> = {
  de: ['berichtet', 'berichtete', 'meldet', 'meldete', 'schreibt', 'schrieb'],
  fr: ['rapporte', 'a rapporté', 'écrit', 'a écrit'],
  es: ['informó', 'informa', 'reportó', 'publicó'],
  ru: ['сообщает', 'сообщила?', 'сообщило', 'сообщили', 'пишет', 'передаёт', 'передает', 'написала?'],
};

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
  'prétendument|presuntamente|supuestamente',
  'якобы|неподтвержд[её]нн\\p{L}{1,3}',
];

/** What a sentence calls a number that the text told before. */
export const NUMBER_WORDS: readonly string[] = [
  'figures?|numbers?|amounts?|sums?',
  'zahl(?:en)?|summe|betrag',
  'chiffres?|montant|cifras?|número',
  'цифр[аы]|числ[оа]|сумма',
];

/** Words of an office right before a name, in languages other than English. */
export const OFFICES_OF_LANGUAGES = [
  'maire|ministre|présidente?|directeur|directrice|porte-parole|secrétaire|députée?|procureure?|préfète?|ambassadeur|ambassadrice|sénateur|sénatrice|chancelier|gouverneure?|commandante?|chef|cheffe|avocate?|professeure?',
  'alcaldesa?|alcalde|presidente|presidenta|ministr[oa]|portavoz|vocer[oa]|directora?|secretari[oa]|diputad[oa]|senadora?|fiscal|embajadora?|gobernadora?|comisari[oa]|canciller|abogad[oa]|profesora?|investigadora?|consejer[oa]|concejal|líder|jefe|jefa',
  'мэр|министр|президент|губернатор|директор|депутат|глава|представитель(?:ница)?|капитан|премьер|премьер-министр|секретарь|пресс-секретарь|посол|председатель|руководитель|заместитель|начальник|спикер|лидер|сенатор|канцлер|советник|адвокат|профессор|эксперт|аналитик|политолог|экономист|генерал|полковник|журналист',
  'sindac[oa]|portavoce|direttore|direttrice|sottosegretari[oa]|prefeit[oa]|porta-voz|secretári[oa]|deputad[oa]|burgemeester|woordvoerder|woordvoerster|wethouder|premier|prezydent|rzecznik|rzeczniczka|burmistrz|міністр|речник|речниця|мер',
].join('|');

/** “…, — said he, — …”: who speaks, within the marks. What stands there is not what was said word for word. */
export const SPEAKER_WITHIN_MARKS = compilePattern(
  `[,!?…]\\s*[—–]\\s*(?:${VERBS_OF_SAYING.join('|')})(?!\\p{L})|(?<!\\p{L})a-t-(?:il|elle|on)(?!\\p{L})|,\\s*(?:dit|explique|ajoute|affirme)-(?:il|elle|on)(?!\\p{L})`,
  'iu',
);

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
  '(?:sagte|erklärte|betonte|warnte|versicherte|behauptete|teilte mit|bestätigte|kündigte an)(?:\\s+am\\s+\\p{L}{6,10})?,\\s+dass',
  "(?:a (?:déclaré|dit|affirmé|expliqué|annoncé|ajouté|assuré|indiqué|souligné)|affirme|assure|explique)\\s+qu(?:e|[’'])",
  '(?:dijo|afirmó|declaró|aseguró|explicó|anunció|añadió|agregó|señaló|advirtió|indicó|sostuvo|informó)\\s+que',
  '(?:заявил|сказал|отметил|сообщил|подчеркнул|добавил|объявил|рассказал|пояснил|уточнил)а?,\\s+что',
].join('|');

/** Authorities that speak as one, as they are called. */
export const INSTITUTIONS = [
  '(?:Polizei|Staatsanwaltschaft|Feuerwehr|Bundesregierung|Regierung|Stadtverwaltung|Kreml|Bundespolizei|Bundeswehr|\\p{Lu}\\p{Ll}{2,30}(?:ministerium|behörde|verband|polizei|verwaltung))',
  "(?:police|préfecture|parquet|gouvernement|mairie|gendarmerie|Élysée|Kremlin|ministère(?: (?:de l[’']|du |de la |des )\\p{Lu}\\p{L}{2,20})?)",
  '(?:policía|fiscalía|alcaldía|ayuntamiento|gobierno|ministerio(?: (?:de|del) \\p{Lu}\\p{L}{2,20})?)',
  '(?:МИД|Минобороны|Минздрав|Минфин|МЧС|ФСБ|МВД|Минэнерго)',
].join('|');
