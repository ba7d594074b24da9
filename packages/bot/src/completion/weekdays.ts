/** "every day", "weekdays", "weekends" or a list such as "mon,wed,fri". */
import { WEEKDAYS, type Weekday } from '@communique/shared/local-time';
import { completeList, toChoices } from './choices.ts';

const WORDS: Readonly<Record<string, readonly Weekday[]>> = {
  'every day': WEEKDAYS,
  daily: WEEKDAYS,
  weekdays: WEEKDAYS.slice(0, 5),
  weekends: WEEKDAYS.slice(5),
};

/** Null when a word is no weekday; names may be shortened to two letters. */
export function parseWeekdays(text: string): Weekday[] | null {
  const days = new Set<Weekday>();
  const words = text
    .toLowerCase()
    .split(/[,;]| and /)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  for (const word of words) {
    const found = WORDS[word] ?? [dayOf(word)];
    for (const day of found) {
      if (day === undefined) return null;
      days.add(day);
    }
  }
  return days.size === 0 ? null : WEEKDAYS.filter((day) => days.has(day));
}

function dayOf(word: string): Weekday | undefined {
  return word.length < 2 ? undefined : WEEKDAYS.find((day) => day.startsWith(word.toUpperCase()));
}

export function suggestWeekdays(typed: string): { name: string; value: string }[] {
  const wholeWords = Object.keys(WORDS)
    .filter((word) => word !== 'daily' && word.startsWith(typed.trim().toLowerCase()))
    .map((word) => ({ name: word, value: word }));
  const lists = completeList(typed, (item) =>
    WEEKDAYS.map(shortDay)
      .filter((day) => day.startsWith(item.toLowerCase().slice(0, 3)))
      .map((day) => ({ name: day, value: day })),
  );
  return toChoices([...wholeWords, ...lists]);
}

function shortDay(day: Weekday): string {
  return day.slice(0, 3).toLowerCase();
}
