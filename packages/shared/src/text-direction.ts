export const TEXT_DIRECTIONS = ['LTR', 'RTL'] as const;
export type TextDirection = (typeof TEXT_DIRECTIONS)[number];

/** Which way a language (BCP 47) is written: by its script where the tag names one, else by the one it is usually written in. */
export function textDirection(language: string): TextDirection {
  try {
    return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'RTL' : 'LTR';
  } catch {
    // No language tag at all.
    return 'LTR';
  }
}
