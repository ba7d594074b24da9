/** What the argument `communityId` means wherever there are feeds. */
export const WHOSE_FEEDS =
  'The Discord guild, or "library"; null: the own server for moderators, else the library. Others are refused.';
