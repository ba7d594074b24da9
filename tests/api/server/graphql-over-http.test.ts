/** GraphQL over HTTP: every audit of the suite that the working group's reference server passes. */
import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi } from '../../support/api.ts';

const url = 'http://localhost/graphql';
// Without a server: what each is called.
const audits = serverAudits({ url });

test('there are at least sixty audits', () => expect(audits.length).toBeGreaterThanOrEqual(60));

test.each(audits.map(({ id, name }) => [id, name]))('%s: %s', (id) =>
  withApi(async (api) => {
    const server = createApi({ ...api, logger: createSilentLogger() });
    const fetchFn = async (input: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      // What the server asks of GET requests, against forgery from other sites.
      headers.set('x-graphql-yoga-csrf', '1');
      return server.fetch(new Request(input, { ...init, headers }));
    };
    const audit = serverAudits({ url, fetchFn }).find((candidate) => candidate.id === id);
    const result = await audit?.fn();
    expect(result).toMatchObject({ status: 'ok' });
  }),
);
