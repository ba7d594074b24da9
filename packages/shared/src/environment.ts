/** Typed values out of an environment record; all mistakes are collected and reported at once. */

export type EnvironmentRecord = Readonly<Record<string, string | undefined>>;

export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The settings need attention:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
    this.mistakes = mistakes;
  }
}

export interface EnvironmentReader {
  text(name: string, fallback: string): string;
  optionalText(name: string): string | undefined;
  requiredText(name: string, hint: string): string;
  /** A TCP port, 0–65535; 0 lets the system choose. */
  port(name: string, fallback: number): number;
  integer(name: string, fallback: number, range: { min: number; max: number }): number;
  flag(name: string, fallback: boolean): boolean;
  choice<Choice extends string>(name: string, fallback: Choice, choices: readonly Choice[]): Choice;
  /** Adds a mistake that only shows when settings are seen together. */
  complain(mistake: string): void;
  /** Throws an `EnvironmentError` naming every mistake found so far. */
  finish(): void;
}

const TRUE_WORDS = new Set(['1', 'true', 'yes', 'on']);
const FALSE_WORDS = new Set(['0', 'false', 'no', 'off']);

export function readEnvironment(record: EnvironmentRecord): EnvironmentReader {
  const mistakes: string[] = [];
  const value = (name: string): string | undefined => record[name]?.trim() || undefined;

  function integer(name: string, fallback: number, range: { min: number; max: number }): number {
    const text = value(name);
    if (text === undefined) return fallback;
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= range.min && number <= range.max) return number;
    mistakes.push(`${name} must be a whole number from ${range.min} to ${range.max}, not "${text}"`);
    return fallback;
  }

  return {
    text: (name, fallback) => value(name) ?? fallback,
    optionalText: value,
    requiredText(name, hint) {
      const text = value(name);
      if (text === undefined) mistakes.push(`${name} is missing: ${hint}`);
      return text ?? '';
    },
    port: (name, fallback) => integer(name, fallback, { min: 0, max: 65_535 }),
    integer,
    flag(name, fallback) {
      const text = value(name)?.toLowerCase();
      if (text === undefined) return fallback;
      if (TRUE_WORDS.has(text)) return true;
      if (FALSE_WORDS.has(text)) return false;
      mistakes.push(`${name} must be true or false, not "${text}"`);
      return fallback;
    },
    choice(name, fallback, choices) {
      const text = value(name);
      const known = choices.find((choice) => choice === text);
      if (text !== undefined && known === undefined) {
        mistakes.push(`${name} must be one of ${choices.join(', ')}, not "${text}"`);
      }
      return known ?? fallback;
    },
    complain(mistake) {
      mistakes.push(mistake);
    },
    finish() {
      if (mistakes.length > 0) throw new EnvironmentError(mistakes);
    },
  };
}
