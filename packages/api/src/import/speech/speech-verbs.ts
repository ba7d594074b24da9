/** Verbs by which a text says that somebody said something: one list of every language, as alternatives of a pattern. */

/** What a statement without quotation marks may follow, too. */
export const SPEECH_VERBS =
  'said|says|stated|states|told|tells|announced|announces|declared|declares|claimed|claims|revealed|reveals|indicated|indicates|confirmed|confirms|denied|denies|warned|warns|added|adds|noted|notes|argued|argues|insisted|insists|explained|explains|emphasi[sz]ed|emphasi[sz]es|stressed|stresses|highlighted|highlights|outlined|outlines|elaborated|elaborates|underlined|underscored|pointed out|suggested|conveyed|conveys|described|describes|urged|urges|called for|calls for|wrote|writes|remarked|replied|asserted|asserts|acknowledged|accused|promised|vowed|pledged|admitted|reiterated|expressed|voiced';

/** Verbs after or before the name of who speaks, third person. */
const VERBS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'said|says|told|tells|stated|states|announced|announces|declared|declares|wrote|writes|added|adds|explained|explains',
    'noted|notes|warned|warns|confirmed|confirms|denied|denies|insisted|insists|stressed|stresses|argued|argues',
    'promised|promises|revealed|reveals|claimed|claims|replied|replies|remarked|remarks|emphasi[sz]ed|emphasi[sz]es|asserted|asserts',
    'acknowledged|acknowledges|admitted|admits|pointed out|points out|reiterated|vowed|pledged',
  ],
  de: [
    'sagte|sagt|sagten|erklärte|erklärt|betonte|betont|meinte|meint|warnte|warnt|versprach|ergänzte|ergänzt|schrieb|schreibt',
    'äußerte|versicherte|versichert|behauptete|behauptet|kündigte|teilte|antwortete|antwortet|bestätigte|bestätigt|berichtete',
    'erzählte|erzählt|kritisierte|kritisiert|forderte|mahnte|mahnt|fügte|hieß|urteilte|räumte|stellte',
  ],
  fr: [
    'a déclaré|déclare|a dit|dit|a affirmé|affirme|a expliqué|explique|a annoncé|annonce|a ajouté|ajoute|a assuré|assure|a indiqué',
    'indique|a souligné|souligne|a réagi|réagit|a estimé|estime|a lancé|lance|a regretté|regrette|a dénoncé|dénonce|a promis|promet',
    'a rappelé|rappelle|a précisé|précise|a confirmé|confirme|a répondu|répond|a insisté|insiste|a confié|confie|a raconté|raconte',
    'a écrit|écrit|a martelé|martèle|a résumé|résume|a conclu|conclut|a reconnu|reconnaît|a prévenu|prévient',
  ],
  es: [
    'dijo|dice|afirmó|afirma|declaró|declara|aseguró|asegura|explicó|explica|anunció|anuncia|añadió|añade|agregó|agrega|señaló|señala',
    'advirtió|advierte|indicó|indica|sostuvo|sostiene|manifestó|manifiesta|comentó|comenta|expresó|expresa|subrayó|subraya|apuntó|apunta',
    'destacó|destaca|recordó|recuerda|reconoció|reconoce|lamentó|lamenta|insistió|insiste|contó|cuenta|relató|relata|respondió|responde',
    'escribió|escribe|precisó|precisa|remarcó|aclaró|ha dicho|ha afirmado|ha asegurado|ha declarado|ha explicado|ha señalado',
  ],
  ru: [
    'сказала?|заявила?|отметила?|сообщила?|подчеркнула?|добавила?|объявила?|рассказала?|пояснила?|уточнила?|говорит|заявляет',
    'написала?|объяснила?|объясняет|считает|рассказывает|отмечает|подчёркивает|подчеркивает|добавляет|поясняет|признал(?:ся|ась)|ответила?',
  ],
  it: [
    'ha detto|ha dichiarato|ha affermato|ha spiegato|ha aggiunto|ha annunciato|ha assicurato|dice|spiega|afferma|aggiunge|dichiara|ha scritto',
  ],
  pt: [
    'disse|afirmou|declarou|explicou|anunciou|acrescentou|garantiu|diz|afirma|contou|escreveu|destacou|ressaltou',
  ],
  nl: ['zei|zegt|verklaarde|vertelde|vertelt|aldus|schreef|schrijft|benadrukte|benadrukt'],
  pl: ['powiedziała?|stwierdziła?|oświadczyła?|mówi|dodała?|podkreśliła?'],
  uk: [
    'сказав|сказала|заявив|заявила|повідомив|повідомила|зазначив|зазначила|наголосив|наголосила|додав|додала',
  ],
};

export const VERBS_OF_SAYING: readonly string[] = Object.values(VERBS).flat();

/** Beside words in quotation marks only: “…,” he joked. Many of them are nouns as well. */
const QUOTING: Readonly<Record<string, readonly string[]>> = {
  en: [
    'asked|asks|recalled|recalls|joked|jokes|quipped|tweeted|continued|continues|concluded|concludes|observed|observes|agreed|agrees|commented|comments|responded|responds|cautioned|cautions|countered|counters|complained|complains|lamented|laments|exclaimed|shouted|shouts|cried|whispered|muttered|sighed|laughed|posted|recounted|recounts|boasted|conceded|concedes|testified|mused|muses|goes on|went on',
    'put it|puts it',
  ],
  de: [
    'lobte|lobt|klagte|klagt|spottete|spottet|konterte|kontert|resümierte|resümiert|bilanzierte|bilanziert|bekräftigte|bekräftigt',
    'unterstrich|unterstreicht|erinnert sich|erinnerte sich|freute sich|freut sich|ärgert sich|ärgerte sich|prophezeit|prophezeite',
  ],
  fr: [
    'se félicite|s’est félicitée?|se réjouit|s’est réjouie?|s’indigne|s’est indignée?|s’inquiète|s’est inquiétée?|se désole|s’est désolée?',
    's’agace|s’est agacée?|s’insurge|s’est insurgée?|s’alarme|s’est alarmée?|se souvient|s’interroge|s’exclame|s’est exclamée?|se défend',
    'déplore|a déploré|plaide|a plaidé|glisse|a glissé|poursuit|a poursuivi|justifie|a justifié|détaille|a détaillé|témoigne|a témoigné',
    'alerte|a alerté|ironise|a ironisé|rétorque|a rétorqué|enchaîne|a enchaîné|soutient|a soutenu|a jugé|a observé|a critiqué|a répété|répète',
    'l’a répété|l’a dit|l’a affirmé|l’a rappelé|l’a confirmé|l’a assuré|l’a promis|tonne|a tonné|tranche|a tranché|souffle|a soufflé',
  ],
  es: [
    'zanjó|zanja|remachó|apostilló|apostilla|ironizó|bromeó|confesó|confiesa|criticó|critica|denunció|denuncia|celebró|celebra',
    'prosiguió|prosigue|continuó|continúa|concluyó|concluye|opinó|opina|alertó|alerta|ha lamentado|ha criticado|ha denunciado|ha añadido',
    'ha insistido|ha reconocido|ha advertido|ha subrayado|ha recordado|ha destacado|ha indicado|ha anunciado|ha celebrado|se pregunta',
  ],
  ru: [
    'пошутила?|заключила?|продолжила?|констатировала?|резюмировала?|вспоминает|предупредила?|пообещала?|посетовала?|возмутил(?:ся|ась)',
  ],
};

/** As alternatives; a written ’ stands for a typed one as well. */
const alternativesOf = (verbs: readonly string[]): string => verbs.join('|').replaceAll('’', "[’']");

export const QUOTING_VERBS = alternativesOf(Object.values(QUOTING).flat());

const VARIANT = /\[(?<letters>[^\]]+)\]|\(\?:(?<endings>[^)]+)\)|(?<optional>.)\?/u;

/** Verbs that patterns name, one by one: "emphasi[sz]ed" is two. */
function spellAll(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => pattern.split(/\|(?![^(]*\))/).flatMap(spell));
}

function spell(verb: string): string[] {
  const { 0: part, index, groups = {} } = VARIANT.exec(verb) ?? { 0: '', index: 0 };
  if (part === '') return [verb];
  const { letters, endings, optional } = groups;
  const ways = letters?.split('') ?? endings?.split('|') ?? ['', optional ?? ''];
  return ways.flatMap((way) => spell(verb.slice(0, index) + way + verb.slice(index + part.length)));
}

const LANGUAGE_OF_VERB = new Map(
  Object.entries(VERBS)
    .reverse()
    .flatMap(([language, verbs]) =>
      spellAll([...(QUOTING[language] ?? []), ...verbs]).map((verb) => [verb, language] as const),
    ),
);

/** Of which language a verb of saying is; of several that have it, the first. */
export function languageOfVerb(verb: string): string {
  return LANGUAGE_OF_VERB.get(verb.toLowerCase().replaceAll("'", '’')) ?? 'en';
}

const ALL_VERBS = new Set(spellAll([SPEECH_VERBS, ...VERBS_OF_SAYING]));
const OF_SAYING = new Set([...ALL_VERBS, 'say', 'tell', 'believe', 'think']);

export function isVerbOfSaying(word: string): boolean {
  return OF_SAYING.has(word);
}

/** How many of the words make the verb of speech that they begin with; 0: they begin with none. */
export function countVerbWords([first = '', second = '']: readonly string[]): number {
  const word = first.toLowerCase();
  if (ALL_VERBS.has(`${word} ${second.toLowerCase()}`)) return 2;
  return ALL_VERBS.has(word) ? 1 : 0;
}
