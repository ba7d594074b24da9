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

/** Where the head revision is on its way to readers, also while an earlier one is published. */
export const HEAD_STATES = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'PUBLISHED'] as const;
export type HeadState = (typeof HEAD_STATES)[number];

/** The status of a briefing whose head has come to this: what is published or withdrawn stays so. */
export function statusAfter(status: BriefingStatus, head: Exclude<HeadState, 'PUBLISHED'>): BriefingStatus {
  if (availabilityOf(status) !== 'COMPOSING') return status;
  return head === 'APPROVED' ? 'IN_REVIEW' : head;
}

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
