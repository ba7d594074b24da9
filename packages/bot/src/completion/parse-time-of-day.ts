/** "9:05", "09.05" and "9 pm" as "HH:MM"; anything else as it is: the API says what is wrong with it. */
export function parseTimeOfDay(text: string): string {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (match === null) return text.trim();
  const [, hourText = '', minutes, half] = match;
  const hour = Number(hourText);
  if (half === undefined)
    return minutes === undefined ? text.trim() : `${hourText.padStart(2, '0')}:${minutes}`;
  if (hour < 1 || hour > 12) return text.trim();
  const in24 = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${String(in24).padStart(2, '0')}:${minutes ?? '00'}`;
}
