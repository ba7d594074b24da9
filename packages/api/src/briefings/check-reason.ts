import { InvalidInputError } from '../domain-errors.ts';

/** A sentence of somebody for those who come after. */
export function checkReason(reason: string, name = 'reason', maxLength = 1_000): string {
  const trimmed = reason.trim();
  if (trimmed === '' || trimmed.length > maxLength || !trimmed.isWellFormed() || trimmed.includes('\0')) {
    throw new InvalidInputError(`"${name}" must have 1 to ${maxLength} characters`, [name]);
  }
  return trimmed;
}
