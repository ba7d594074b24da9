/** Suggestions while somebody types, cut to what Discord takes. */
import { truncate } from '@communique/shared/text';
import { CHOICES, CHOICE_TEXT } from '../discord/limits.ts';
import type { Choice } from '../commands/command.ts';

/** At most 25, each value once; what is too long to be a value is left out. */
export function toChoices(suggestions: readonly { name: string; value: string }[]): Choice[] {
  const unique = new Map(suggestions.map(({ name, value }) => [value, name]));
  return [...unique]
    .filter(([value]) => value.length > 0 && value.length <= CHOICE_TEXT)
    .slice(0, CHOICES)
    .map(([value, name]) => ({ name: truncate(name.trim() === '' ? value : name, CHOICE_TEXT), value }));
}

/** Case and accents do not count: "uber" finds "Über". */
export function matches(text: string, typed: string): boolean {
  return fold(text).includes(fold(typed));
}

/** For comparing: without case and accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}

/** Suggestions for the last item of a comma-separated list; the items before it stay as they were typed. */
export function completeList(
  typed: string,
  suggest: (item: string, chosen: readonly string[]) => readonly { name: string; value: string }[],
): { name: string; value: string }[] {
  const items = typed.split(',').map((item) => item.trim());
  const last = items.pop() ?? '';
  const chosen = items.filter((item) => item !== '');
  return suggest(last, chosen)
    .filter(({ value }) => !chosen.includes(value))
    .map(({ name, value }) => ({
      name: [...chosen, name].join(', '),
      value: [...chosen, value].join(','),
    }));
}
