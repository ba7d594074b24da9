/** What happens, as it happens: GraphQL subscriptions over server-sent events. */
import { isTokenValid } from '../access/is-token-valid.ts';
import { communityOf } from '../access/viewer.ts';
import { CHANGE_CURSOR } from '../changes/cursor-graphql.ts';
import type { ChangeKind } from '../changes/table.ts';
import { builder } from '../graphql/builder.ts';
import { readCursor, writeCursor } from '../graphql/connections.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { watchChanges, type ChangeEvent } from './watch-changes.ts';
import { MAX_CURSOR_LENGTH, textOptions } from '../graphql/text-limits.ts';

const ChangeEventType = builder.objectRef<ChangeEvent>('ChangeEvent').implement({
  description: 'One event of a stream of changes.',
  fields: (t) => ({
    cursor: t.string({
      description:
        'Where the stream stands: keep it, and after a break pass it as `after` here or to `changeFeed`.',
      resolve: ({ cursor }) => writeCursor(CHANGE_CURSOR, cursor),
    }),
    change: t.expose('change', {
      type: 'Change',
      nullable: true,
      description: 'What changed; null in the first event of a stream, which says where it begins.',
    }),
  }),
});

builder.subscriptionType({
  description:
    'What happens, as it happens: server-sent events in the protocol of graphql-sse, one stream each.',
  fields: (t) => {
    const streamOf = (description: string, kinds: readonly ChangeKind[]) =>
      t.field({
        type: ChangeEventType,
        description: `${description} The first event has no change and says where the stream begins.`,
        args: {
          after: t.arg.string(
            textOptions(
              MAX_CURSOR_LENGTH,
              'A cursor of a stream or of `changeFeed`: what came after it is told first. Null: only what comes from now on.',
            ),
          ),
        },
        subscribe: (_root, { after }, context) => watch(context, after ?? null, kinds),
        resolve: (event: ChangeEvent) => event,
      });
    return {
      briefingPublished: streamOf('Briefings that can be read for the first time.', ['BRIEFING_PUBLISHED']),
      correctionIssued: streamOf('Briefings that were corrected.', ['BRIEFING_CORRECTED']),
      contentChanged: streamOf('Everything that changes for this viewer.', []),
    };
  },
});

function watch(
  { db, clock, viewer, changeHub }: GraphQLContext,
  after: string | null,
  kinds: readonly ChangeKind[],
): AsyncIterable<ChangeEvent> {
  const place = after === null ? null : readCursor(after, CHANGE_CURSOR);
  return watchChanges(db, changeHub, {
    communityId: communityOf(viewer),
    kinds,
    after: place,
    mayListen: async () => isTokenValid(db, viewer, clock.deadline()),
  });
}
