/** The whole schema: one import line per feature. */
import './errors.ts';
import './scalars.ts';
import '../audit/graphql.ts';
import '../briefings/graphql.ts';
import '../briefings/editorial-graphql.ts';
import '../briefings/mutations-graphql.ts';
import '../briefings/outlook-graphql.ts';
import '../briefings/provenance-graphql.ts';
import '../briefings/section-graphql.ts';
import '../changes/graphql.ts';
import '../claims/graphql.ts';
import '../communities/graphql.ts';
import '../corrections/graphql.ts';
import '../digests/graphql.ts';
import '../faq/graphql.ts';
import '../faq/editorial-graphql.ts';
import '../faq/entry-graphql.ts';
import '../faq/mutations-graphql.ts';
import '../faq/upkeep-graphql.ts';
import '../faq/vote-graphql.ts';
import '../search/graphql.ts';
import '../subscriptions/graphql.ts';
import '../topics/graphql.ts';
import '../webhooks/graphql.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
