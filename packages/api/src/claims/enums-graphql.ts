/** The words in which claims and sources are judged. */
import type { DATE_PRECISIONS } from '../briefings/dated.ts';
import type { CLAIM_STATUSES, OWNER_KINDS, RELIABILITIES } from '../briefings/document.ts';
import { builder } from '../graphql/builder.ts';

type Described<Value extends string> = Record<Value, { description: string }>;

export const ClaimStatus = builder.enumType('ClaimStatus', {
  description: 'What is known of the truth of a claim.',
  values: {
    UNVERIFIED: { description: 'Nobody but its source has confirmed it.' },
    CORROBORATED: { description: 'Another source says the same; not yet certain.' },
    VERIFIED: { description: 'Confirmed by independent sources.' },
    DISPUTED: { description: 'Sources contradict each other.' },
    FALSE: { description: 'Shown to be wrong.' },
    RETRACTED: { description: 'Taken back by whoever said or reported it.' },
  } satisfies Described<(typeof CLAIM_STATUSES)[number]>,
});

export const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How exactly a date is known.',
  values: {
    DAY: { description: 'To the day: "2025-02-18".' },
    MONTH: { description: 'To the month: "2025-02".' },
    YEAR: { description: 'To the year: "2025".' },
  } satisfies Described<(typeof DATE_PRECISIONS)[number]>,
});

export const OwnerKind = builder.enumType('OwnerKind', {
  description: 'Who a publisher belongs to.',
  values: {
    PRIVATE: { description: 'Private owners or shareholders.' },
    PUBLIC: { description: 'A public broadcaster or trust that is independent of the government.' },
    STATE: { description: 'A state or its government.' },
  } satisfies Described<(typeof OWNER_KINDS)[number]>,
});

export const Reliability = builder.enumType('Reliability', {
  description: 'How reliable a source is, on the Admiralty scale.',
  values: {
    A: { description: 'Completely reliable.' },
    B: { description: 'Usually reliable.' },
    C: { description: 'Fairly reliable.' },
    D: { description: 'Not usually reliable.' },
    E: { description: 'Unreliable.' },
    F: { description: 'Its reliability cannot be judged.' },
  } satisfies Described<(typeof RELIABILITIES)[number]>,
});
