import { readPerson } from '../speech/read-person.ts';
import { extractPeople } from '../speech/extract-people.ts';
import { isInstitution } from '../reporting/capitalized-name.ts';
import { isPublisherName } from '../page/extract-publisher.ts';
import { compilePattern } from '../text/compile-pattern.ts';

// "Q&A with Lena Ott", "Interview: Lena Ott", „Im Gespräch mit Lena Ott“, "Trois questions à Lena Ott"
const BEFORE_GUEST = compilePattern(
  /(?<!\p{L})(?:interview (?:with|mit|avec|de)|conversation with|q ?& ?a (?:with|mit|avec|con)|questions (?:for|to|with|à)|gespräch mit|fragen an|entretien avec|entrevista (?:a|al|con)|intervista (?:a|con)|(?:interview|gespräch|entretien|entrevista|intervista|q ?& ?a)\s?:)\s+/iu,
);
// "… about the bridge", "… on prices": what they spoke about, or whose guest it is.
const AFTER_GUEST =
  /[:;|()“”„"]|\s[–—-]\s|\s(?:on|about|of|from|at|after|for|in|und|über|zum|zur|aus|sur|au|sobre|acerca|en|su|sul|sulla)\s/i;
const MAX_GUEST = 80;

/** Who was asked, as the title says: a name, after which it ends or goes on to the matter. Null: it names nobody, or not surely. */
export function readGuest(title: string, language: string): string | null {
  const mark = BEFORE_GUEST.exec(title.slice(0, 200));
  if (mark === null) return null;
  const words = title.slice(mark.index + mark[0].length);
  const end = AFTER_GUEST.exec(words)?.index ?? words.length;
  const who = words.slice(0, end).trim().replace(/[.,]$/, '');
  if (end > MAX_GUEST || isInstitution(who) || isPublisherName(who)) return null;
  return readPerson(who, extractPeople(''), language)?.name ?? null;
}
