/** Headings that ask, and headings that announce questions. */
import { compilePattern } from '../text/compile-pattern.ts';

const FAQ_HEADING = compilePattern(
  /^(?:.{0,60}(?<!\p{L}))?(?:faqs?|f\.a\.q\.?|frequently asked questions|common questions|questions (?:and|&) answers(?! with )|q ?& ?a(?! (?:with|mit|con|avec) )|häufig(?:e| gestellte) fragen|fragen und antworten|foire aux questions|questions fréquentes|preguntas (?:más )?frecuentes|perguntas frequentes|domande frequenti|veelgestelde vragen|vanliga frågor|ofte still(?:te|ede) spørgsmål|ofte stilte spørsmål|usein kysyt(?:yt|tyjä)|najczęściej zadawane pytania|często zadawane pytania|časté dotazy|často kladené (?:dotazy|otázky)|gyakori kérdések|gyakran ismételt kérdések|întrebări frecvente|sık(?:ça)? sorulan sorular|preguntes freqüents|pertanyaan (?:yang sering|umum)|câu hỏi thường gặp)(?!\p{L})|^(?:.{0,60}(?<!\p{L}))?(?:часто задаваемые вопросы|частые вопросы|вопросы и ответы|чзв|чаво|часті (?:за)?питання|поширені (?:за)?питання|συχνές ερωτήσεις|συχνές απορίες|שאלות נפוצות|الأسئلة (?:الشائعة|المتكررة)|أسئلة (?:شائعة|متكررة)|(?:سوالات|پرسش‌های) متداول|अक्सर पूछे जाने वाले|คำถามที่พบบ่อย)|^.{0,60}(?:常见问题|常見問題|常见问答|よくある(?:ご)?質問|자주 (?:묻는|하는) 질문)/iu,
);

/** Announces questions; "Where can I get the FAQ?" asks one. */
export function isFaqHeading(text: string): boolean {
  return text.length <= 200 && FAQ_HEADING.test(text) && !isQuestionHeading(text);
}

/** How questions begin: question words and auxiliary verbs. */
const QUESTION_BEGINNINGS = new Set(
  [
    'what who whom whose which when where why how can could will would shall should may might must do does did is are was were am has have had isnt arent wasnt dont doesnt didnt cant couldnt wont wouldnt shouldnt whats whos hows',
    'wer wen wem wessen was wann wo woher wohin warum wieso weshalb wozu wie wieviel welche welcher welches welchen kann können könnte wird werden ist sind war hat haben darf muss soll sollte gibt',
    'qui que quoi quand où pourquoi comment combien quel quelle quels quelles est-ce quest-ce peut-on peut faut-il',
    'quién quiénes qué cuándo dónde cómo cuál cuáles cuánto cuánta cuántos puede es son hay',
    'кто что когда где куда откуда почему зачем как какой какая какое какие каков сколько чей можно может будет есть ли',
    'chi che quando dove perché come quale quali quanto può',
    'quem quando onde porque qual quais quanto pode',
  ]
    .join(' ')
    .split(' '),
);
const UNSPACED_QUESTION =
  /^(?:什么|甚么|谁|誰|为什么|為什麼|为何|如何|怎么|怎麼|怎样|哪|何时|何時|多少|是否|能否|可以|なぜ|どう|何|いつ|誰|どこ)/u;

const FIRST_WORD = compilePattern(/^[¿"'“„«(\s]*([\p{L}'’-]+)/u);

/** Begins with a question word or an auxiliary verb and ends in "?"; "Conclusion: A new era?" is none. */
export function isQuestionHeading(text: string): boolean {
  if (text.length > 300 || !/[?？]["'”’»)]{0,2}$/u.test(text) || /[:：]\s/.test(text)) return false;
  const first = FIRST_WORD.exec(text)?.[1] ?? '';
  const word = first.toLowerCase().replace(/['’]/g, '');
  return QUESTION_BEGINNINGS.has(word) || UNSPACED_QUESTION.test(text) || word === 'por' || word === 'porqué';
}

export function endsInQuestionMark(text: string): boolean {
  return /[?？]["'”’»)]{0,2}$/u.test(text.slice(-6));
}

/** Asks, with or without its question mark, and does not only announce questions. */
export function asks(heading: string): boolean {
  return !isFaqHeading(heading) && (endsInQuestionMark(heading) || isQuestionHeading(`${heading}?`));
}
