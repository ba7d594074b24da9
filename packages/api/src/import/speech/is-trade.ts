/** German nouns of what somebody is, by their endings: where every noun is capitalized, they look like first names. */

const ENDING =
  /(?:ler|ner|ker|fer|ger|ber|der|ser|ter|her|mer|rer|zer|eur|eurin|ier|ierin|tor|torin|sor|sorin|ist|istin|ent|entin|ant|antin|loge|login|graf|grafin|arzt|ärztin|mann|frau|leute|chef|chefin|rat|rätin|meister|meisterin|ete|eter|etem|ende|ender|ige|iger|ekt|ektin|ikt|anwalt|anwältin|wirt|wirtin|bauer|bäuerin|boss|pfleger|lerin|nerin|kerin|ferin|gerin|berin|derin|serin|terin|herin|merin|rerin|zerin|hilfe|kraft|kraftin|präses|papst|bischof|könig|königin|star|gast|kundin|kunde|zeuge|zeugin|experte|expertin|genosse|genossin|kollege|kollegin|pate|patin|bote|botin|nachbar|nachbarin|philosoph|philosophin|fotograf|geograf|minister|sprecher|kanzler|politiker|coach)$/u;
const FIRST_NAMES = new Set(
  'peter|dieter|walter|günter|günther|werner|rainer|reiner|alexander|oliver|holger|rüdiger|volker|lothar|gunter|elmar|roger|oscar|hannes|robert|herbert|albert|hubert|norbert|gilbert|vincent|clemens|laurent|florent|ernest|christian|viktor|victor|hector|hektor|nestor|igor|gregor|theodor|peer|xaver|javier|didier|olivier|xavier|gauthier|walther|gunther|esther|ester|heather|jennifer|kader|skander|sander|leander|evander|iskander|lander|christer|wouter|dexter|lester|chester|hunter|porter|carter|skylar|taylor|tyler|spencer|homer|ömer|omer|elmer|palmer|asher|fisher|archer|luther|arthur|günder|heiner|steiner|meiner|abner|sumner|turner|conner|connor|tanner|warner|wagner|garner|parker|becker|baker|walker|maker|rutger|ruediger|edgar|kaspar|jasper|kasper|casper|cooper|harper|piper|jupp|constant|clement|kent|brent|trent|grant|vicente|valente|ulrike|friederike|elfriede'.split(
    '|',
  ),
);

/** "Historiker", "Essener AfD-Vorsitzende": whether a word tells what somebody is. */
export function isTrade(word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  return last.length >= 4 && ENDING.test(last.toLowerCase()) && !FIRST_NAMES.has(last.toLowerCase());
}

/** Words of English for what somebody is, as they open a sentence: "Resident Mark Ellis said". Few of them are first names. */
const ENGLISH =
  /^(?:residents?|neighbou?r|activist|campaigner|lawyer|attorney|farmer|fisherman|teacher|nurse|doctor|student|researcher|scientist|biologist|ecologist|geologist|physicist|chemist|engineer|driver|shopkeeper|owner|manager|pastor|priest|lawmaker|legislator|author|writer|journalist|reporter|photographer|artist|musician|actor|actress|singer|player|striker|goalkeeper|pilot|sailor|skipper|retiree|pensioner|volunteer|witness|survivor|veteran|founder|co-founder|organi[sz]er|diplomat|planner|architect|physician|surgeon|pediatrician|scholar|sociologist|psychologist|economist|historian|epidemiologist|virologist|meteorologist|climatologist|spokesperson|entrepreneur|developer|designer|executive|landlord|tenant|commuter|passenger|protester|demonstrator|supervisor|ranger|advocate|coordinator|investigator|paramedic|firefighter|counsel|counselor|curator|librarian|producer|screenwriter|filmmaker|comedian|columnist)$/iu;

export function isTradeOfEnglish(word: string): boolean {
  return ENGLISH.test(word);
}
