import { OFFICES_OF_LANGUAGES } from './languages-of-speech.ts';

const OFFICE = new RegExp(
  `^(?:president|premier|minister|chancellor|secretary|ambassador|senator|governor|mayor|general|admiral|colonel|spokes(?:man|woman|person)|director|commissioner|envoy|advis[eo]r|negotiator|professor|analyst|chair(?:man|woman)?|leader|chief|king|queen|pope|captain|investigator|detective|officer|deputy|sheriff|marshal|lieutenant|lt|sergeant|sgt|capt|cpl|col|gen|adm|maj|det|rev|sen|rep|gov|airman|judge|prosecutor|inspector|commander|representative|congress(?:man|woman)|council(?:man|woman)|councillor|bishop|archbishop|cardinal|superintendent|trooper|coach|rabbi|reverend|chairperson|economist|historian|c[efto]o|dr|prof|mr|mrs|ms)\\.?$|(?:minister|präsident|kanzler|meister|sprecher|direktor|senator|botschafter|leiter|rat|kommissar|landrat|chef|politiker|anwalt|rechtler|forscher|experte|wissenschaftler|ökonom|historiker|soziologe|analyst|geschäftsführer|trainer|bischof|professor)(?:in)?$|vorsitzende[rn]?$|^(?:(?:vice|ex|sub)-?)?(?:${OFFICES_OF_LANGUAGES})$`,
  'iu',
);

/** Whether a word is the name of an office, or of what somebody is to be called by: "Mayor", "Bürgermeisterin", "Mr.". */
export function isOffice(word: string): boolean {
  return OFFICE.test(word);
}
