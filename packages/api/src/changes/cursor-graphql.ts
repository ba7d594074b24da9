import { z } from 'zod';
import type { ListOf } from '../graphql/connections.ts';
import type { ChangeKey } from './list-changes.ts';

/** One cursor for the feed, whatever kinds were asked for, and for subscriptions: what one gave can be passed to the other. */
export const CHANGE_CURSOR: ListOf<ChangeKey> = {
  list: 'changes',
  key: z.tuple([z.number().int().min(0)]),
};
