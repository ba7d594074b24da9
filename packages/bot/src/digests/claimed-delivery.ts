import type { ClaimDeliveriesMutation } from '../api/generated/graphql.ts';

type ClaimedDeliveries = Extract<
  ClaimDeliveriesMutation['claimDeliveries'],
  { __typename: 'ClaimedDeliveries' }
>;

/** A delivery this bot holds for about a minute, with everything it takes to post it. */
export type ClaimedDelivery = ClaimedDeliveries['deliveries'][number];
