/** POST /import: the one address beside GraphQL that takes something in. */
import { IncomingMessage } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { receiveImport, type ImportReceiver } from '../articles/receive-import.ts';
import type { CreateContext } from '../graphql/create-contexts.ts';

export interface ImportsOptions extends Omit<ImportReceiver, 'identify'> {
  createContext: CreateContext;
  requestIdOf: (request: Request) => string;
}

/**
 * A token is needed, and tokens stand in a header that no page of another origin can send without being asked: nothing is done on a cookie's or
 * an address's word.
 */
export function useImports({ createContext, requestIdOf, ...receiver }: ImportsOptions): Plugin {
  return {
    async onRequest(hook) {
      const { request, url, serverContext, fetchAPI } = hook;
      if (url.pathname !== '/import' || request.method === 'OPTIONS') return;
      const identify = async () =>
        createContext({
          headers: request.headers,
          socket: socketOf(serverContext),
          requestId: requestIdOf(request),
        });
      const { status, headers, body } = await receiveImport(request, { ...receiver, identify });
      hook.endResponse(
        new fetchAPI.Response(JSON.stringify(body), {
          status,
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'Cache-Control': 'no-store',
            ...headers,
          },
        }),
      );
    },
  };
}

/** A caller in this process has none. */
function socketOf(serverContext: object): { remoteAddress?: string | undefined } | undefined {
  const request = 'req' in serverContext ? serverContext.req : undefined;
  return request instanceof IncomingMessage ? request.socket : undefined;
}
