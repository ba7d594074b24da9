/** Words that stand beside the name of who speaks and are no part of it, and no part of what he is. */
import { compilePattern } from '../text/compile-pattern.ts';

const PRONOUNS: Readonly<Record<'he' | 'she' | 'they', string>> = {
  he: 'he|er|él|он|lui|egli|ele|hij|він',
  she: 'she|sie|elle|ella|она|lei|ela|zij|ze|вона',
  they: 'they|it|i|we|you|who|which|this|that|es|ich|wir|man|ils|elles|je|nous|on|ellos|ellas|yo|nosotros|они|я|мы',
};

export type Pronoun = keyof typeof PRONOUNS;

const PATTERNS = Object.entries(PRONOUNS).map(
  ([pronoun, words]) => [pronoun, new RegExp(`^(?:${words})$`, 'iu')] as const,
);

/** Null: no pronoun. */
export function pronounOf(word: string, language: string): Pronoun | null {
  // In Italian an article.
  if (language === 'fr' && /^il$/iu.test(word)) return 'he';
  const found = PATTERNS.find(([, pattern]) => pattern.test(word))?.[0];
  return found === 'he' || found === 'she' || found === 'they' ? found : null;
}

export const ARTICLE =
  /^(?:the|an?|another|der|die|das|ein|eine|le|la|un|une|el|una|lo|il|uno|o|a|um|uma|de|het|een)$/iu;
/** "l’historienne" */
export const BOUND_ARTICLE = compilePattern(/^(?:l|un|dell|all)['’](?=\p{L})/iu);
export const ONE_OF_MANY = /^(?:one|another|his|her|its|their|our|ein|eine)$/iu;
/** Before the name, and nothing that somebody is. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|herr|frau|monsieur|madame|mme|mlle|m|señor|señora|sr|sra|don|doña|signor|signora|sig|dott|senhor|senhora|meneer|mevrouw|pan|pani|г-н|г-жа|господин|госпожа)\.?$/iu;
/** Their full stop ends no sentence. */
export const SHORTENED =
  /^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|lt|col|sgt|capt|cpl|maj|det|adm|rev|hon|st|jr|sr|sra|mme|mlle|\p{Lu})\.$/iu;

/** A word after which what somebody is goes on: "spokesman for the port". */
export const OPEN_WORD =
  /^(?:of|for|the|at|de|del|du|des|d['’]|la|las|los|les|le|el|der|die|das|den|dem|für|von|vom|beim|di|della|do|da|dos|das|van|voor|по|в|на|von)$/iu;

const ENDS_NAME = [
  'who|which|that|when|while|as|because|if|after|before|since|until|and|or|but|nor|so|than|whose|where|what|how|why|whether',
  'in|on|to|with|from|by|during|about|over|under|into|near|outside|inside|through|against|around|upon|via|per|aboard|among|following',
  'is|was|are|were|be|been|has|have|had|will|would|could|should|may|might|can|did|does|do|not|never',
  'although|though|however|like|unlike|including|despite|without|within|between|amid|such|either|neither|instead|meanwhile|perhaps|maybe|indeed|well|regarding|concerning',
  'then|also|again|later|earlier|afterwards|afterward|yesterday|today|tonight|now|recently|there|here|just|only|once|even|still|too|ago|up|out|off|down|back|me|him|them|us|her|himself|herself',
  'und|oder|aber|dass|weil|wenn|als|wie|während|nachdem|bevor|im|am|um|zu|zum|zur|mit|nach|vor|auf|bei|gegenüber|aus|über|unter|seit|bis|dazu|daraufhin|dann|noch|auch|gestern|heute|später|zuvor|jedoch|damals|kürzlich|weiter|uns|mir|ihm|ihr|sich|gegen|dort|selbst|im|nun|der-',
  'et|ou|mais|que|qui|dont|où|quand|lors|dans|sur|avec|pour|par|après|avant|pendant|depuis|en|à|au|aux|chez|hier|ensuite|encore|aussi|ici|devant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|face',
  'y|o|pero|quien|donde|cuando|durante|tras|ante|con|sobre|desde|hasta|a|al|ayer|hoy|luego|después|antes|también|según|este|esta|por|para|mediante',
  'и|или|но|что|который|которая|когда|после|перед|во|в|на|с|о|об|для|при|вчера|сегодня|потом|затем|также|журналистам|агентству|газете|корреспонденту|телеканалу|изданию|радио|порталу|из|у|по',
  'dopo|durante|con|nel|alla|ai|agli|che|quando|após|durante|com|nesta|neste|ontem|hoje|tijdens|na|op|tegen|bij|aan|met|tegenover',
].join('|');
const END = new RegExp(`^(?:${ENDS_NAME})$`, 'u');
const CIRCUMSTANCE = compilePattern(/^(?:\p{Ll}{2,}ly|\p{Ll}{3,}ing|\p{Ll}{3,}ment|\p{Ll}{4,}weise)$/u);
/** "spokeswoman", "parliament": by their ending only they look like one. */
const NO_CIRCUMSTANCE =
  /^(?:bullying|king|opening|closing|morning|evening|ruling|winning|dining|incoming|outgoing|family|department|government|parliament|management|enforcement|element|clement|governing|managing|acting|leading|housing|marketing|engineering|building|planning|mining|banking|fishing|shipping|training|nursing|visiting|founding|daily|weekly|elderly)$/u;

/** Capitalized, they may be a first name. */
const FIRST_NAME_TOO = /^(?:Per|Will|May|Do|Con|An|Even|Su)$/u;

/** Whether a word that begins with a capital letter only begins the sentence. */
export function opensSentence(word: string): boolean {
  return END.test(word.toLowerCase()) && !FIRST_NAME_TOO.test(word);
}

/** Whether nothing of a name, and of what somebody is, goes on with this word. */
export function endsName(word: string): boolean {
  return END.test(word) || (CIRCUMSTANCE.test(word) && !NO_CIRCUMSTANCE.test(word));
}

export const DAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)$/iu;
