/** How likely a text calls a scenario: only in its own words. */
import { compilePattern } from '../text/compile-pattern.ts';

// "is also plausible", "60 % likely"
const SAID =
  /\b(?:is|are|seems?|remains?|appears?|considered|deemed|judged|(?:seen|regarded|viewed) as)\s+(?:also\s+)?((?:very|highly|less|more|most|quite|rather|un)?\s*(?:plausible|likely|unlikely|probable|improbable|possible|remote))\b|\b(\d{1,3}\s?(?:%|per ?cent)(?:\s+(?:likely|chance|probability))?)/i;
const SAID_ELSEWHERE = compilePattern(
  /(?<!\p{L})(?:ist|sind|gilt als|gelten als|bleibt|scheint|erscheint)\s+((?:sehr |eher |höchst |wenig )?(?:un)?(?:wahrscheinlich|möglich|plausibel|denkbar))|(?<!\p{L})(?:est|semble|reste|paraît|(?:est )?jugée?)\s+((?:très |peu |plus |assez )?(?:im)?(?:probable|plausible|possible|vraisemblable))|(?<!\p{L})(?:es|parece|sigue siendo|se considera)\s+((?:muy |poco |más |bastante )?(?:im)?(?:probable|plausible|posible))|(?<!\p{L})((?:весьма |наиболее |мало|очень )?(?:вероят[а-я]{2,6}|возмож[а-я]{2,6}))(?!\p{L})/iu,
);
// "Likelihood: high", "Вероятность: 30 %"
const NAMED = compilePattern(
  /(?<!\p{L})(?:likelihood|probability|chances?|wahrscheinlichkeit|probabilité|probabilidad|вероятность)\s*[:：]\s*(\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:%|percent|per cent|prozent)|\p{L}{2,20}(?:[ -]\p{L}{2,20})?)/iu,
);
const IN_BRACKETS = /\s*[(（[]([^()（）[\]]{2,60})[)）\]]$/u;
const LIKELY = compilePattern(
  /^(?:(?:the )?(?:very|highly|less|more|most|least|quite|rather|fairly|sehr|eher|höchst|wenig|très|peu|plus|le plus|muy|poco|más|весьма|наиболее|очень)\s+)?(?:likely|unlikely|plausible|implausible|probable|improbable|possible|remote|(?:un)?wahrscheinlich|möglich|plausibel|vraisemblable|invraisemblable|posible|(?:мало)?вероят[а-я]{2,6}|возмож[а-я]{2,6}|(?:low|medium|high|moderate) (?:likelihood|probability)|(?:geringe|mittlere|hohe) wahrscheinlichkeit|probabilité (?:faible|moyenne|élevée)|probabilidad (?:baja|media|alta)|可能|很可能|不太可能)$/iu,
);
const SHARE = compilePattern(
  /^(?:(?:about|roughly|ca\.|etwa|environ|около)\s+)?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:%|per ?cent|prozent)(?:\s+\p{L}{3,15})?$/iu,
);

const MAX_TEXT = 5_000;
// Without which the patterns, which take milliseconds to compile, find nothing.
const NAMED_SIGN = /(?:hood|lity|ce|ces|keit|lité|idad|ость)\s*[:：]/i;
const ELSEWHERE_SIGN =
  /wahrscheinlich|möglich|plausib|denkbar|probable|possible|posible|vraisembl|вероят|возмож/i;

/** The likelihood that a text states, or null. */
export function readLikelihood(text: string): string | null {
  const part = text.slice(0, MAX_TEXT);
  const match =
    (NAMED_SIGN.test(part) ? NAMED.exec(part) : null) ??
    SAID.exec(part) ??
    (ELSEWHERE_SIGN.test(part) ? SAID_ELSEWHERE.exec(part) : null);
  return (
    match
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.trim() ?? null
  );
}

/** "Agreement (likely)": the name, and how likely it is. */
export function splitLikelihood(title: string): { name: string; likelihood: string | null } {
  const match = IN_BRACKETS.exec(title.slice(-70));
  const said = match?.[1]?.trim() ?? '';
  if (match === null || !(LIKELY.test(said) || SHARE.test(said) || NAMED.test(said)))
    return { name: title, likelihood: null };
  const name = title.slice(0, title.length - match[0].length).trim();
  return name === ''
    ? { name: title, likelihood: null }
    : { name, likelihood: NAMED.exec(said)?.[1] ?? said };
}
