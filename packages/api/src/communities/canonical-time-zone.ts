import { isTimeZone } from '@communique/shared/local-time';
import { quoted } from '@communique/shared/text';
import { InvalidInputError } from '../domain-errors.ts';
import { suggestTimeZones } from './suggest-time-zones.ts';

/** The zone's name as the IANA database writes it. `path` names the input it was typed into. */
export function canonicalTimeZone(typed: string, path: readonly string[]): string {
  const name = typed.trim();
  if (isTimeZone(name)) return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  const suggestions = suggestTimeZones(name);
  throw new InvalidInputError(
    `"${path.at(-1)}" must be a name of the IANA time zone database, not ${quoted(name)}: ` +
      (suggestions.length > 0
        ? `perhaps ${suggestions.join(' or ')}`
        : 'write one such as Europe/Berlin or America/New_York'),
    path,
  );
}
