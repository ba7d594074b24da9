/** DRAFT → IN_REVIEW → SCHEDULED or PUBLISHED → RETRACTED or ARCHIVED. */
export const BRIEFING_STATUSES = [
  'DRAFT',
  'IN_REVIEW',
  'SCHEDULED',
  'PUBLISHED',
  'RETRACTED',
  'ARCHIVED',
] as const;
export type BriefingStatus = (typeof BRIEFING_STATUSES)[number];

/** What a reader who asks for a briefing is told. */
export const BRIEFING_AVAILABILITIES = ['READY', 'COMPOSING', 'WITHDRAWN'] as const;
export type BriefingAvailability = (typeof BRIEFING_AVAILABILITIES)[number];

export function availabilityOf(status: BriefingStatus): BriefingAvailability {
  switch (status) {
    case 'PUBLISHED':
      return 'READY';
    case 'RETRACTED':
    case 'ARCHIVED':
      return 'WITHDRAWN';
    case 'DRAFT':
    case 'IN_REVIEW':
    case 'SCHEDULED':
      return 'COMPOSING';
  }
}
