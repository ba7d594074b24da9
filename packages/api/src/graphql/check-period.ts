import { InvalidInputError } from '../domain-errors.ts';

interface Period {
  publishedSince?: Date | null | undefined;
  publishedBefore?: Date | null | undefined;
}

/** Two ends of a time that are the wrong way round are a mistake, and not a list that is empty. */
export function checkPeriod({ publishedSince, publishedBefore }: Period): void {
  if (!publishedSince || !publishedBefore || publishedSince <= publishedBefore) return;
  throw new InvalidInputError(
    `"publishedSince" must not be later than "publishedBefore": ${publishedSince.toISOString()} is after ${publishedBefore.toISOString()}`,
    ['publishedSince'],
  );
}
