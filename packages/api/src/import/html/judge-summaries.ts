import { endsInQuestionMark, isQuestionHeading } from '../faq/faq-headings.ts';

/** What the one line is that a reader sees of something folded: a question, the name of a part, or a mere switch. */
export type SummaryKind = 'QUESTION' | 'NAME' | 'SWITCH';

/** `isFaqPage`: a heading announces questions. All that is folded on a page is judged together. */
export function judgeSummaries(summaries: readonly string[], isFaqPage: boolean): SummaryKind[] {
  const isAsking = summaries.map(asks);
  const asking = isAsking.filter(Boolean).length;
  const named = summaries.filter((text, at) => isAsking[at] === true || !isPartOfPage(text)).length;
  const isFaq = isFaqPage || (asking > 1 && asking * 2 >= named);
  return summaries.map((text, at) => {
    if (SWITCH.test(text)) return 'SWITCH';
    if (isAsking[at] === true) return 'QUESTION';
    return isFaq && text.length <= MAX_QUESTION && !isPartOfPage(text) ? 'QUESTION' : 'NAME';
  });
}

const MAX_QUESTION = 300;

function asks(text: string): boolean {
  if (text.length > MAX_QUESTION || !endsInQuestionMark(text) || OFFER.test(text)) return false;
  // "Full log?" asks no more than "Full log".
  return isQuestionHeading(text) || !isPartOfPage(text.replace(/\s*[?？]+$/u, ''));
}

/** "Show more", "Click to expand": nothing that anybody would call this part. */
const SWITCH =
  /^[\s▶►▸▼▾+…-]*(?:(?:click|tap|press)(?: here)?(?: to \S+(?: \S+){0,5})?|(?:show|see|view|read|load|display)(?: the)?(?: more| all| less| full| details?| rest| everything)+|(?:more|less|details?|spoiler|expand|collapse|open|close|toggle|unfold|hide)(?: me| all| this| details?| more)?|mehr(?: anzeigen| lesen)?|(?:alles |weniger )?anzeigen|weiterlesen|aufklappen|voir (?:plus|tout)|lire la suite|afficher(?: plus)?|en savoir plus|ver más|leer más|mostrar(?: más)?|mostra(?: altro)?|leggi di più|показать(?: ещё| еще| всё| все)?|подробнее|развернуть|читать далее|展开|展開|显示更多|もっと見る|続きを読む|더 보기)[\s.…:!?»>▼▾]*$/i;

/** Parts of pages and of documents, which are no question even among questions. */
const PART =
  /^\W*(?:(?:(?:table of )?contents|toc|index|on this page|menu|navigation|change ?log|changes|(?:version |revision )?history|release notes|what['’]s (?:new|changed)|transcript|screen ?shots?|demo|preview|(?:source )?code|examples?|outputs?|(?:full |error |build |debug )?(?:logs?|stack ?trace|traceback|outputs?)|license|licence|credits|acknowledge?ments|references|sources|footnotes|notes|bibliography|further reading|see also|related(?: \S+)?|contributors?|sponsors?|about(?: the author)?|contact(?: us)?|share|tags|comments?(?: \(\d+\))?|settings|options|advanced(?: \S+)?|prerequisites|requirements|installation|usage|inhalt(?:sverzeichnis)?|änderungen|quellen|beispiele?|sommaire|table des matières|sources|exemples?|índice|contenido|ejemplos?|indice|содержание|оглавление|изменения|источники|примеры?|目录|目次))(?:\s+(?:\S+\s?){0,2})?$/i;

function isPartOfPage(text: string): boolean {
  return SWITCH.test(text) || (text.length <= 60 && PART.test(text));
}

/** What pages ask their readers for their own sake. */
const OFFER =
  /^(?:(?:still )?(?:have|got) (?:a |any |more )?questions?|need (?:more )?help|was this (?:\S+ )?helpful|want (?:to (?:see|know|learn|read) )?more|ready to \S+(?: \S+){0,3}|interested)\s*\?$/i;
