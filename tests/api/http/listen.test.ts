import { Agent, createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { close, listen } from '@communique/api/http/listen';

/** A server, and a client that keeps its one connection. */
async function kept(listener: RequestListener) {
  const server = createServer(listener);
  const url = await listen(server, { host: '127.0.0.1', port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => {
    agent.destroy();
    server.closeAllConnections();
  });
  const ask = async () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { agent }, (answer) => answer.resume().once('end', () => resolve(answer)))
        .on('error', reject)
        .end();
    });
  return { server, url, ask };
}

test('who asks along an open connection while the server stops is answered, and told to take another one', async () => {
  const { server, url, ask } = await kept((_request, response) => response.end('ok'));
  expect((await ask()).headers.connection).toBe('keep-alive');
  const closed = close(server);
  const last = await ask();
  expect([last.statusCode, last.headers.connection]).toEqual([200, 'close']);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  await closed;
});

test('what is under way is answered, and the connection ends with it', async () => {
  const waiting: (() => void)[] = [];
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const { server, ask } = await kept((_request, response) => {
    waiting.push(() => response.end('ok'));
    resolve();
  });
  const answer = ask();
  await asked;
  const closed = close(server);
  for (const end of waiting) end();
  const { statusCode } = await answer;
  expect(statusCode).toBe(200);
  await closed;
});

test('a connection along which nobody asks does not hold it', async () => {
  const { server, url, ask } = await kept((_request, response) => response.end('ok'));
  await ask();
  await close(server);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});
