/** Who is told what somebody says, as long as it publishes news: "a Reuters", "à l’AFP", "der „Zeit“", "агентству «Интерфакс»". */
import { findOutlets } from '../reporting/find-outlets.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const KINDS =
  'agencia|agence(?:\\s+de\\s+presse)?|diario|periódico|cadena|emisora|revista|radio|journal|quotidien|chaîne|site|magazine|hebdomadaire|Nachrichtenagentur|Agentur|Zeitung|Tageszeitung|Sender|Magazin|агентству|информагентству|газете|изданию|телеканалу|порталу|журналу|радиостанции';
const PREPOSITION = `(?:(?:a|à|al|au)\\s+|(?:der|dem|den|gegenüber)\\s+|to\\s+)(?:(?:la|le|el|los|las|der|dem|the)\\s+|l['’])?(?:(?:${KINDS})\\s+)?|(?:агентству|информагентству|газете|изданию|телеканалу|порталу|журналу|радиостанции)\\s+`;
const MARK = '["“„«»‚]?\\s?';
const TO_WHOM_FIRST = compilePattern(`^\\s*(?:${PREPOSITION})${MARK}$`, 'iu');
const TO_WHOM_LAST = compilePattern(`,?\\s+(?:${PREPOSITION})${MARK}$`, 'iu');
const SIGN_FIRST =
  /^\s*(?:a|à|al|au|der|dem|den|gegenüber|to|(?:инфо)?агентству|газете|изданию|телеканалу|порталу|журналу|радио)/iu;
const SIGN_LAST =
  /\s(?:a|à|al|au|der|dem|den|gegenüber|to|агентству|газете|изданию|телеканалу|порталу|журналу)\s|[А-Я]{3}/u;

/** How much of the beginning of a text says to whom. */
export function listenerLength(text: string): number {
  if (!SIGN_FIRST.test(text)) return 0;
  const [first] = findOutlets(text);
  if (first === undefined || !TO_WHOM_FIRST.test(leadTo(text, first))) return 0;
  return first.end + (/^["”“»«’]?(?:\s*\([^)]{2,12}\))?,?\s*/u.exec(text.slice(first.end))?.[0].length ?? 0);
}

/** Without whom it was told to at its end. */
export function withoutListener(text: string): string {
  if (!SIGN_LAST.test(text)) return text;
  const plain = text.replace(/\s*\([^)]{2,12}\)$/u, '');
  const last = findOutlets(plain).at(-1);
  if (last === undefined || /[\p{L}\p{N}]/u.test(plain.slice(last.end))) return text;
  const lead = leadTo(plain, last);
  const toWhom = TO_WHOM_LAST.exec(lead);
  if (toWhom !== null) return lead.slice(0, toWhom.index);
  // "сказал Иван Петров РИА Новости": the case says it.
  return /^[А-Я]/u.test(plain.slice(last.start)) && /\p{Ll}\s$/u.test(lead) ? lead.trimEnd() : text;
}

/** What an outlet is belongs to what it is called: "diario El País". */
function leadTo(text: string, { start }: { start: number }): string {
  const kind = START_WITH_KIND.exec(text.slice(start))?.[0].length ?? 0;
  return text.slice(0, start + kind);
}

const START_WITH_KIND = compilePattern(`^(?:(?:${KINDS})\\s+)`, 'iu');

const SIGN_WITHIN = compilePattern(
  /\s(?:a|à|al|au|der|dem|den|gegenüber)\s(?:(?:la|le|el|los|der|dem)\s)?(?:\p{Ll}{4,}\s)?(?:l['’])?["„«»]?\p{Lu}/u,
);

/** Up to where it says to whom: "Holm der Frankfurter Rundschau" → "Holm". */
export function cutListener(text: string): string {
  const near = text.slice(0, 120);
  if (!SIGN_WITHIN.test(near)) return text;
  for (const outlet of findOutlets(near)) {
    const lead = leadTo(near, outlet);
    const toWhom = TO_WHOM_LAST.exec(lead);
    if (toWhom !== null) return lead.slice(0, toWhom.index);
  }
  return text;
}
