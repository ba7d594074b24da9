/** The two types that point at each other, named before they are described. */
import { builder } from '../graphql/builder.ts';
import type { Delivery } from './find-deliveries.ts';
import type { DigestSchedule } from './find-schedules.ts';

export const DigestScheduleRef = builder.objectRef<DigestSchedule>('DigestSchedule');
export const DeliveryRef = builder.objectRef<Delivery>('Delivery');
