/** Who wrote an article, as the lines below its title say. */
import { isChineseName } from '../speech/chinese-names.ts';
import { isKnownPublisher } from '../reporting/known-publishers.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { areBareNames, countNames, isBareName, isNameList } from './author-names.ts';

const AUTHOR_MARK =
  /^(?:(?:written |reported |posted |story |text |words |(?:news )?analysis |opinion |comment(?:ary)? |review |essay |column |report |interview(?:ed)? (?:conducted )?)?by|das (?:interview|gespräch) führten?|(?:ein |eine )?(?:kommentar|analyse|gastbeitrag|gastkommentar|kolumne|essay|reportage|bericht|glosse|interview) von|(?:entretien réalisé|propos recueillis|une? (?:tribune|analyse|chronique|enquête|récit|reportage)) par|(?:entrevista|análisis|crónica|reportaje) (?:realizada )?por|беседовал[аи]?|подготовил[аи]?|author|von|par|por|text|текст|автор|作者|记者)\s*[:：]?\s+(?=\S)|^(?:作者|记者|текст|автор)[:：]/i;
// Without which a line has no such mark: the pattern takes milliseconds to compile.
const AUTHOR_SIGN =
  /^(?:wr|re|st|te|by|in|da|en|pr|au|vo|pa|po|an|op|co|es|ei|ka|ko|ga|gl|be|un|cr|wo|ne|ав|бе|по|те|作|记)/i;
const IN_BRACKETS = /\s*\([^()]{1,80}\)\s*/g;
// "Par Jeanne Dupont avec AFP", "By Ann Lee in Port Vale"
const WITH_AGENCY =
  /\s+(?:avec|with|mit|con|и)\s+(?:(?:agencies|agences|agenturen|agencias)|(\S[^,]{1,30}))$/iu;
const IN_PLACE = compilePattern(
  /,?\s+(?:in|à|en|aus|from|reporting from)\s+\p{Lu}[\p{L}'’.-]{1,20}(?:,? \p{Lu}[\p{L}'’.-]{1,20}){0,2}$/u,
);
// "记者 王小明 北京报道", "新华社记者王小明", "作者：王小明 编辑：李华"
const CHINESE_MARK =
  /^(?:\p{Script=Han}{0,6}记者|作者|撰文|文\s?\/)(\s*[:：]?\s*)(\p{Script=Han}[\p{Script=Han}·]{1,5})(?:\s+\p{Script=Han}{2,6}(?:报道|报导|专电|电))?(?:\s+(?:责任)?编辑\s*[:：]?\s*\p{Script=Han}{2,4})?$/u;

/** "By Emily Carter", "Author: Emily Carter and Li Wei": the names; null when the line is something else. */
export function readMarkedByline(line: string): string | null {
  if (line.length > 160) return null;
  if (/^[\p{Script=Han}]/u.test(line)) {
    const [, gap = '', name = ''] = CHINESE_MARK.exec(line) ?? [];
    // "记者手记" is a word.
    if (name !== '' && (gap !== '' || isChineseName(name, false))) return name;
  }
  const mark = AUTHOR_SIGN.test(line) ? AUTHOR_MARK.exec(line) : null;
  if (mark === null) return null;
  const names = withoutTail(namesOf(line.slice(mark[0].length)));
  // "Anna Bell (with Tom Holm)"
  return isNameList(names.replace(IN_BRACKETS, ' ')) || STAFF.test(names.trim()) ? names.trim() : null;
}

/** "By Emily Carter, Senior Correspondent | 18 February 2025": what stands before the job; of several authors all. */
function namesOf(text: string): string {
  const [who = ''] = text.split(/\s*[|·•–—]\s*/);
  const parts = who.split(/,\s+/);
  return parts.slice(0, Math.max(countNames(parts), 1)).join(', ');
}

function withoutTail(names: string): string {
  const agency = WITH_AGENCY.exec(names);
  const isAgency = agency !== null && (agency[1] === undefined || isKnownPublisher(agency[1].trim()));
  const writers = isAgency ? names.slice(0, agency.index) : names;
  return writers.replace(IN_PLACE, '');
}

// "Harbour News staff", "the editors", "la rédaction": several people, or nobody who wants to be named.
const STAFF = compilePattern(
  /^(?:the |la |der |die )?(?:\p{Lu}[\p{L}'’-]{0,30} ){0,5}(?:[Ss]taff|[Tt]eam|[Dd]esk|[Nn]ewsroom|[Ee]ditors|[Ee]ditorial (?:board|team|staff)|(?:[Ss]taff )?(?:writers?|reporters?|correspondents?)|[Rr]édaction|Redaktion|[Rr]edacción|[Rr]edazione)$/u,
);

/** "Emily Carter" alone on a line. */
export function readBareByline(line: string): string | null {
  return isBareName(line) ? line : null;
}

/** Beside a date or a job also "Jane Doe and John Smith in Springfield". */
export function readBareBylines(line: string): string | null {
  if (line.length > 100) return null;
  const names = line.replace(IN_PLACE, '');
  if (isBareName(names) || areBareNames(names)) return names;
  return line.length <= 7 && isChineseName(line, false) ? line : null;
}
