/** What a paper prints above a headline: the kind of text, and not what it says. */
import { findDates } from '../events/find-dates.ts';

const KICKERS: ReadonlySet<string> = new Set(
  [
    'opinion|opinions|op-ed|editorial|commentary|comment|analysis|news analysis|explainer|interview|exclusive|breaking|breaking news|live|live blog|live updates|feature|long read|the long read|review|obituary|perspective|guest post|guest essay|column|special report|investigation|news|latest news|press release|news release|media release|policy brief|white paper|briefing paper|working paper',
    'kommentar|analyse|meinung|gastbeitrag|gastkommentar|leitartikel|glosse|kolumne|reportage|exklusiv|eilmeldung|liveticker|liveblog|nachrichten|faktencheck|pressemitteilung|medienmitteilung|presseinformation',
    'tribune|éditorial|édito|entretien|enquête|chronique|décryptage|exclusif|en direct|billet|actualités|communiqué de presse',
    'opinión|entrevista|análisis|tribuna|reportaje|crónica|columna|última hora|exclusiva|en directo|en vivo|noticias|actualidad|nota de prensa|comunicado de prensa|intervista|editoriale|analisi|entrevista exclusiva|análise|notícias',
    'новости|мнение|интервью|аналитика|колонка|репортаж|эксклюзив|срочно|молния|лента новостей|пресс-релиз|новини|думка|інтерв’ю',
    '评论|社论|观点|专访|独家|快讯|突发|新闻|要闻|时事|评论文章|新闻稿',
  ].flatMap((words) => words.split('|')),
);
// "Pressemitteilung Nr. 17/2025", "Press Release No. 4"
const NUMBERED =
  /^(?:press release|news release|pressemitteilung|medienmitteilung|presseinformation|communiqué de presse|nota de prensa|comunicado de prensa|пресс-релиз|policy brief|working paper)\s*(?:nr\.?|no\.?|n[°º]\.?|№|#)?\s*\d[\d/.-]{0,12}$/u;
const MAX_KICKER = 60;
const MONTH_AND_YEAR = /^[^\s\d]{3,12} \d{4}$/u;

/** "Opinion", "PRESS RELEASE", "POLICY BRIEF | MARCH 2025". */
export function isKicker(line: string): boolean {
  if (line.length > MAX_KICKER) return false;
  const [kind = '', ...others] = line
    .toLowerCase()
    .replace(/\s*[:：]$/, '')
    .split(/\s+[|·•–—/]\s+/);
  if (!KICKERS.has(kind) && !NUMBERED.test(kind)) return false;
  return others.every((part) => MONTH_AND_YEAR.test(part) && findDates(part).length === 1);
}
