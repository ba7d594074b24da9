/** Dates in a sentence on which nothing happened: of a law, a photograph, a footnote, a comparison, a birth, or of the text itself. */
import { compilePattern } from '../text/compile-pattern.ts';
import type { FoundTime } from './find-rough-dates.ts';

// "Archived from the original on 3 May 2020", "abrufbar unter https://…"
const CITATION =
  /https?:|\bwww\.|\b(?:archived from|retrieved|accessed on|originally published|ISBN|doi:|pp?\. ?\d)|abgerufen|abrufbar|zuletzt geprüft|consulté le|consultado el|дата обращения/i;
const CAPTION =
  /\b(?:pictures?|photos?|photographs?|illustration|image|screengrab)\b.{0,40}\b(?:taken|shows?)\b|\b(?:is|are) (?:seen|pictured|shown)\b|\b(?:walks?|walking) past\b|\b(?:poses?|posts up|looks on)\b|(?:^|\s)(?:foto|bild|photo|credit|symbolbild)s?: /iu;
const OF_THE_TEXT =
  /^\W*(?:(?:first |originally |last )?(?:posted|published|updated|modified)|veröffentlicht|erstellt|aktualisiert|publié|mis à jour|publicado|actualizado|опубликовано|press ?release|pressemitteilung|meldung)(?!\p{L})[^.]{0,40}$/iu;
// "the Act of 3 May 2020", "Gesetz vom 3. Mai 2020": which one it is, and not when.
const OF_A_PAPER = compilePattern(
  /(?<!\p{L})(?:Act|Law|Regulation|Directive|Decree|Ordinance|letter|press release|article|edition|issue|\p{L}{0,20}gesetz(?:es|e|buchs?)?|\p{L}{0,20}verordnung|\p{L}{0,20}richtlinie|Fassung|Pressemitteilung|Mitteilung|Schreiben|Artikel|Stand|Version|loi|décret|arrêté|directive|règlement|ley|decreto|закон\p{L}{0,2}|указ\p{L}{0,2}|постановлени\p{L}|приказ\p{L}{0,2})\s+(?:n[°o]\.?\s?\S+\s+|№\s?\S+\s+|\d\S*\s+)?(?:of|dated|from|vom|du|de|del|от)\s+(?:the\s+)?$/iu,
);
// "compared to 3.9 percent in June 2007", "more than in May 2020"
const COMPARED =
  /\b(?:compared (?:to|with)|versus|vs\.?|than|gegenüber|verglichen mit|par rapport à|frente a)\b[^,;]{0,50}$|(?<!\p{L})(?:per ?cent|percent|%|prozent)\s+(?:on|gegenüber)\s+$/iu;
const SINCE =
  /(?<!\p{L})(?:since|before|after|through|seit|vor|nach|depuis|avant|après|desde|antes del?|после)\s+(?:at least\s+)?(?:the\s+|dem\s+|den\s+|le\s+|el\s+|l[’'])?$/iu;
const BORN =
  /\((?:born|b\.|geb(?:oren)?\.?|née?|nacid[oa]|род\.|р\.)[^)]{0,20}$|\*\s?$|(?<!\p{L})(?:geboren am|born on)\s+$/iu;
const QUARTER_OF_A_STATISTIC = /^['’]?s?\s+(?:quarter|edition|issue|version)\b/i;
// "in Jakarta December 29, 2014.": a line below a photograph says the day without "on".
const MONTH_FIRST = /^\p{L}{3,9}\.? \d/u;
const WORD_BEFORE = /(?<word>[\p{L}]+)\s$/u;
const LEADS_TO_DATE =
  /^(?:on|in|of|by|until|till|from|to|dated|the|for|around|about|and|or|starting|ending|beginning|late|early|mid|this|effective|due|between|is|was)$/i;
const DATELINE = compilePattern(/^\s*(?:--|–|—|\|)|^\s+\p{Lu}\p{Ll}/u);

/** Whether the time that was found dates something else than an event. */
export function isMereDate(text: string, found: FoundTime): boolean {
  const before = text.slice(Math.max(0, found.start - 90), found.start);
  const after = text.slice(found.end);
  if (CITATION.test(text) || CAPTION.test(text)) return true;
  if (OF_THE_TEXT.test(before) || OF_A_PAPER.test(before)) return true;
  if (COMPARED.test(before) || SINCE.test(before) || BORN.test(before)) return true;
  if (QUARTER_OF_A_STATISTIC.test(after)) return true;
  return isLineOfPage(found, before, after, text.slice(found.start, found.end));
}

/** "Feb. 23, 2015 -- Peanut allergies …", "… in Jakarta December 29, 2014." */
function isLineOfPage({ start, dated }: FoundTime, before: string, after: string, date: string): boolean {
  if (dated?.precision !== 'DAY') return false;
  if (start === 0) return DATELINE.test(after);
  const word = WORD_BEFORE.exec(before)?.groups?.['word'];
  return after.length <= 2 && MONTH_FIRST.test(date) && word !== undefined && !LEADS_TO_DATE.test(word);
}
