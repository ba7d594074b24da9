import { compilePattern } from '../text/compile-pattern.ts';

// "Best case", "Worst-case scenario", "Im schlimmsten Fall"
const CASE = compilePattern(
  /^(?:the\s+)?(?:best|worst|base|middle|most[\s-]likely|likely|optimistic|pessimistic|positive|negative)(?:[\s-]case)?\s+scenario(?![\p{L}\p{N}])|^(?:the\s+)?(?:best|worst|base|middle|most[\s-]likely)[\s-]case$|^(?:im\s+|der\s+)?(?:beste|schlimmste|schlechteste|günstigste|ungünstigste|mittlere|wahrscheinlichste)[nr]?\s+fall$|^(?:das\s+)?(?:beste|schlimmste|schlechteste|optimistische|pessimistische|mittlere|wahrscheinlichste)[ns]?\s+szenario$|^(?:(?:dans )?le\s+(?:meilleur|pire)\s+des\s+cas|(?:le\s+)?(?:meilleur|pire)\s+(?:cas|scénario)|(?:le\s+)?scénario\s+(?:optimiste|pessimiste|central|médian|de base|du pire|le plus probable))$|^(?:en\s+)?(?:el\s+)?(?:mejor|peor)\s+(?:de\s+los\s+casos|caso|escenario)$|^(?:el\s+)?(?:escenario|caso)\s+(?:optimista|pesimista|base|central|intermedio|más probable)$|^(?:в\s+)?(?:лучш|худш|базов|оптимистичн|пессимистичн|средн|наиболее вероятн)[а-я]{2,4}\s+(?:случа[а-я]|сценари[а-я]|вариант[а-я]?)$|^(?:最好|最坏|最壞|基准|最可能|乐观|悲观)的?(?:情况|情形|情景|結果|结果)$/iu,
);
const MAX_NAME = 60;
// Without which nothing names a case or a scenario: the patterns take milliseconds to compile.
const SIGN = /case|scen|szen|scén|fall|cas|сценар|случа|вариант|情|结果/i;

export function mayNameCase(text: string): boolean {
  return SIGN.test(text.slice(0, MAX_NAME));
}

/** One of the cases that forecasts are made of: the best, the base, the worst. */
export function namesCase(name: string): boolean {
  return name.length <= MAX_NAME && mayNameCase(name) && CASE.test(name.trim());
}

const LABEL = compilePattern(/^(?<label>[^:：.!?]{4,60})[:：]\s*(?=\S)/u);
/** Beside such cases one of them, alone no more than two words. */
const MOST_LIKELY =
  /^(?:the\s+)?(?:most\s+likely|likeliest|most\s+probable|in\s+between|somewhere\s+in\s+between|am\s+wahrscheinlichsten|le\s+plus\s+probable|lo\s+más\s+probable|вероятнее\s+всего|наиболее\s+вероятно|最可能)$/iu;

/** "Best case: …", "Most likely: …" */
export function isLabelledCase(text: string): boolean {
  const label = LABEL.exec(text.slice(0, MAX_NAME + 10))?.groups?.['label']?.trim() ?? '';
  return label !== '' && (MOST_LIKELY.test(label) || namesCase(label));
}
