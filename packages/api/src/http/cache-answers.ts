/** ETag, Cache-Control and Vary on answers to GET, and 304 before anything runs where the content versions say enough. */
import type { Plugin } from 'graphql-yoga';
import type { Clock } from '@communique/shared/clock';
import { communityOf, type Viewer } from '../access/viewer.ts';
import { findContentState, type ContentState } from '../changes/find-content-state.ts';
import type { Database } from '../database/client.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { readsContentOnly } from '../graphql/from-content.ts';
import { isTagIn, strongTag, weakTag } from './entity-tag.ts';

export interface CacheOptions {
  db: Database;
  clock: Clock;
  /** Names the code that answers: another release may answer otherwise from the same content. */
  release: string;
}

/** An answer that follows from content alone, known before it is made. */
interface Expectation {
  tag: string;
  state: ContentState;
  communityId: string | null;
  isPublic: boolean;
  /** The client has it already: nothing was executed. */
  isKnown: boolean;
}

interface Caching {
  cacheControl: string;
  /** Null: it is not to be kept. */
  tag: string | null;
}

/** How long anybody may go without asking again. Short: a correction must not wait for caches. */
const MAX_AGE_SECONDS = 30;
/** `Origin`, because the headers of CORS are for one origin: with every answer, whoever asked for the one that is kept. */
const VARY = 'Accept, Authorization, Communique-Actor, Origin';
const NOT_TO_BE_KEPT: Caching = { cacheControl: 'no-store', tag: null };

export function useCacheHeaders({ db, clock, release }: CacheOptions): Plugin<GraphQLContext> {
  const expectations = new WeakMap<Request, Expectation>();
  const succeeded = new WeakSet<Request>();
  return {
    async onExecute(hook) {
      const { args } = hook;
      const { request, params, viewer } = args.contextValue;
      if (request.method !== 'GET') return;
      if (isReader(viewer) && readsContentOnly(args.schema, args.document)) {
        const communityId = communityOf(viewer);
        const state = await findContentState(db, communityId, clock.now());
        const asked = JSON.stringify([viewer.kind, communityId, request.headers.get('accept'), params]);
        const tag = weakTag(release, state.stamp, asked);
        const isKnown = isTagIn(request.headers.get('if-none-match'), tag);
        expectations.set(request, {
          tag,
          state,
          communityId,
          isPublic: viewer.kind === 'anonymous',
          isKnown,
        });
        if (isKnown) {
          succeeded.add(request);
          hook.setResultAndStopExecution({ data: null });
          return;
        }
      }
      return {
        onExecuteDone({ result }) {
          // Errors are of the moment, and some carry a request id.
          if ('data' in result && result.errors === undefined) succeeded.add(request);
        },
      };
    },
    async onResponse(hook) {
      const { request, response, fetchAPI } = hook;
      if (request.method !== 'GET' || !isJson(response)) return;
      const headers = copyHeaders(response.headers, new fetchAPI.Headers());
      const body = await response.text();
      const caching = succeeded.has(request) ? await decide(expectations.get(request), body) : NOT_TO_BE_KEPT;
      headers.set('Vary', VARY);
      headers.set('Cache-Control', caching.cacheControl);
      if (caching.tag !== null) headers.set('ETag', caching.tag);
      const isKnown = caching.tag !== null && isTagIn(request.headers.get('if-none-match'), caching.tag);
      if (isKnown) for (const name of ['content-type', 'content-length']) headers.delete(name);
      hook.setResponse(
        isKnown
          ? new fetchAPI.Response(null, { status: 304, headers })
          : new fetchAPI.Response(body, { status: response.status, headers }),
      );
    },
  };

  async function decide(expected: Expectation | undefined, body: string): Promise<Caching> {
    if (expected === undefined) return { cacheControl: 'private, no-cache', tag: strongTag(body) };
    const { state, communityId, isPublic, isKnown, tag } = expected;
    const now = clock.now();
    // Somebody published while the answer was made: which of the two it shows cannot be told.
    if (!isKnown && (await findContentState(db, communityId, now)).stamp !== state.stamp)
      return NOT_TO_BE_KEPT;
    return { cacheControl: `${isPublic ? 'public' : 'private'}, max-age=${maxAge(state, now)}`, tag };
  }
}

/** One by one: given whole, they keep the case they were written in, and are then found by their names in lower case no more. */
function copyHeaders(from: Headers, to: Headers): Headers {
  for (const [name, value] of from) to.set(name, value);
  return to;
}

/** Those who see nothing but what is published. */
function isReader({ kind }: Viewer): boolean {
  return kind === 'anonymous' || kind === 'member';
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') === true;
}

/** An answer is over when something changes by time alone. */
function maxAge({ nextTimedChange }: ContentState, now: Date): number {
  if (nextTimedChange === null) return MAX_AGE_SECONDS;
  const seconds = Math.floor((nextTimedChange.getTime() - now.getTime()) / 1_000);
  return Math.max(0, Math.min(MAX_AGE_SECONDS, seconds));
}
