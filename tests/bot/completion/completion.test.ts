import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asSlug } from '@communique/bot/completion/as-slug';
import { completeList, matches, toChoices } from '@communique/bot/completion/choices';
import { closest } from '@communique/bot/completion/closest';
import { parseTimeOfDay } from '@communique/bot/completion/parse-time-of-day';
import { suggestTimeZones } from '@communique/bot/completion/time-zones';
import { parseWeekdays, suggestWeekdays } from '@communique/bot/completion/weekdays';

test('choices are at most 25, each once, none longer than 100', () => {
  const suggestion = fc.record({ name: fc.string({ maxLength: 300 }), value: fc.string({ maxLength: 150 }) });
  fc.assert(
    fc.property(fc.array(suggestion, { maxLength: 60 }), (suggestions) => {
      const choices = toChoices(suggestions);
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
      for (const { name, value } of choices) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test('case and accents do not count', () => {
  expect(matches('Über uns', 'uber')).toBe(true);
  expect(matches('Talks', 'walks')).toBe(false);
});

test('a list is completed at its end', () => {
  const days = ['mon', 'tue'].map((day) => ({ name: day, value: day }));
  expect(completeList('mon, ', () => days)).toEqual([{ name: 'mon, tue', value: 'mon,tue' }]);
});

describe('weekdays', () => {
  test.each([
    ['every day', 7],
    ['Weekdays', 5],
    ['weekends', 2],
    ['mon,wed , fri', 3],
    ['monday and sunday', 2],
    ['mo', 1],
  ])('%j are %i', (text, count) => {
    expect(parseWeekdays(text)).toHaveLength(count);
  });

  test.each(['', 'm', 'mon,xyz', ','])('%j are none', (text) => {
    expect(parseWeekdays(text)).toBeNull();
  });

  test('every suggestion is understood', () => {
    for (const typed of ['', 'w', 'mon,', 'mon,tue,w'])
      for (const { value } of suggestWeekdays(typed)) expect(parseWeekdays(value)).not.toBeNull();
  });
});

test.each([
  ['9:05', '09:05'],
  ['12 am', '00:00'],
  ['12pm', '12:00'],
  ['11.30 PM', '23:30'],
  ['25:99', '25:99'],
  ['13 pm', '13 pm'],
  ['noon', 'noon'],
  ['9', '9'],
])('%j is the time %j', (text, time) => {
  expect(parseTimeOfDay(text)).toBe(time);
});

test('zones whose city starts with the text come first', () => {
  const zones = suggestTimeZones('berl', { first: [], now: new Date('2025-03-18T07:30:00Z') });
  expect(zones[0]?.name).toBe('Europe/Berlin (now 08:30)');
});

test('with nothing typed the server’s zone comes first, then UTC and cities over all the world', () => {
  const now = new Date('2025-03-18T07:30:00Z');
  const zones = suggestTimeZones('', { first: ['Europe/Berlin'], now }).map(({ value }) => value);
  expect(zones.slice(0, 2)).toEqual(['Europe/Berlin', 'UTC']);
  expect(zones.filter((zone) => zone === 'Europe/Berlin')).toHaveLength(1);
  for (const part of ['America/', 'Africa/', 'Asia/', 'Europe/', 'Australia/'])
    expect(zones.some((zone) => zone.startsWith(part))).toBe(true);
});

test.each([
  ['malasia', ['Rubio and Lavrov meet in Malaysia']],
  ['Rubbio and Lavrof', ['Rubio and Lavrov meet in Malaysia']],
  ['aid ukrane', ['Aid for Ukraine', 'What Ukraine wants']],
  ['kangaroo', []],
  ['the', []],
  ['', []],
])('%j is close to %j', (typed, close) => {
  const titles = ['Aid for Ukraine', 'Rubio and Lavrov meet in Malaysia', 'What Ukraine wants'];
  expect(closest(typed, titles, (title) => title)).toEqual(close);
});

test.each([
  ['what-is-new-start', 'what-is-new-start'],
  ['What is New START?', 'what-is-new-start'],
  ['переговоры', 'переговоры'],
  ['???', ''],
])('%j is the slug %j', (text, slug) => {
  expect(asSlug(text)).toBe(slug);
});
