import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fetchPage } from '@communique/api/web/fetch-page';
import type { WebOptions } from '@communique/api/web/get-resource';
import { allowAddresses, isPublicAddress } from '@communique/api/web/is-public-address';
import { readWebSource } from '@communique/api/web/read-web-source';
import { communiqueWith } from '../../support/communique-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const LOCAL: WebOptions = { isAllowed: (address) => address === '127.0.0.1' };
const PUBLIC: WebOptions = { isAllowed: isPublicAddress };
const PAGE =
  '<!doctype html><html lang="en"><head><title>The quay</title></head><body><h1>The quay</h1><p>It stands since the war, and it will stand.</p></body></html>';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const html: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
};

test('a page is read with what its server says of it', async () => {
  const url = await serve(html);
  const page = await readWebSource(`${url}/news/quay?x=1`, LOCAL);
  const content = { bytes: Buffer.from(PAGE), charset: 'utf-8' };
  expect(page).toMatchObject({ fileName: 'quay.html', content, url: `${url}/news/quay?x=1` });
});

describe('addresses of private networks', () => {
  test('are refused before anything is asked', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.end('secret');
    });
    await expect(fetchPage(url, PUBLIC)).rejects.toThrow('private network');
    // One address of the name would do, the other one would not.
    const byName = { ...LOCAL, resolveHost: async () => ['127.0.0.1', '127.0.0.2'] };
    await expect(fetchPage(url.replace('127.0.0.1', 'strait.example'), byName)).rejects.toThrow(
      'private network',
    );
    expect(asked).toBe(0);
  });

  test.each(
    '127.0.0.1 10.1.2.3 172.31.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1 ::1 :: fe80::1 fd00::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 2001:db8::1 2002:7f00:1::'.split(
      ' ',
    ),
  )('%s is none of the public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test('of this machine alone are asked where a setting for development says so', () => {
    const isAllowed = allowAddresses({ loopback: true });
    expect(['127.0.0.1', '127.3.2.1', '::1', '8.8.8.8'].map(isAllowed)).toEqual([true, true, true, true]);
    const refused = [
      '10.0.0.1',
      '192.168.0.1',
      '169.254.169.254',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      'fe80::1',
    ];
    expect(refused.filter(isAllowed)).toEqual([]);
    expect(['127.0.0.1', '::1'].filter(allowAddresses({ loopback: false }))).toEqual([]);
  });

  test.each(['http://2130706433/', 'http://0x7f.1/', 'http://[::ffff:127.0.0.1]/', 'http://127.1/'])(
    '%s is loopback, however it is written',
    async (address) => {
      await expect(fetchPage(address, PUBLIC)).rejects.toThrow('private network');
    },
  );

  test('are refused after a redirect', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: `http://127.0.0.2:${new URL(url).port}/admin` }).end();
    });
    await expect(fetchPage(url, LOCAL)).rejects.toThrow(/^127\.0\.0\.2:\d+: .*private network/);
    expect(asked).toBe(1);
  });

  test('cannot be reached by a name that changes its mind: it is asked once', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const url = await serve(html);
    const options = { ...LOCAL, resolveHost: async () => answers.shift() ?? [] };
    await fetchPage(url.replace('127.0.0.1', 'strait.example'), options);
    expect(answers).toEqual([['127.0.0.2']]);
  });
});

describe('what is no page', () => {
  test.each(['file:///etc/passwd', 'ftp://a.example/', 'http://user:pass@a.example/', 'gopher://a.example'])(
    '%s is refused',
    async (address) => {
      await expect(fetchPage(address, LOCAL)).rejects.toThrow('only pages at http:// and https://');
    },
  );

  test('a redirect to a file is refused', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(301, { location: 'file:///etc/passwd' }).end();
    });
    await expect(fetchPage(url, LOCAL)).rejects.toThrow('only pages at http:// and https://');
  });

  test('five redirects are followed, six are not', async () => {
    const url = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return html(request, response);
      response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    expect((await fetchPage(`${url}/5`, LOCAL)).url).toBe(`${url}/0`);
    await expect(fetchPage(`${url}/6`, LOCAL)).rejects.toThrow('more than 5 times');
  });

  test('a picture is refused by its type, before it is read', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).write('never ended');
    });
    await expect(fetchPage(url, LOCAL)).rejects.toThrow('it sent "image/png", which is no text');
    const json = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"The quay"}');
    });
    await expect(fetchPage(json, LOCAL)).rejects.toThrow('it sent "application/json", which is no text');
  });

  test('a connection that breaks off in the middle is an error of the page', async () => {
    for (const headers of [{}, { 'content-encoding': 'gzip' }]) {
      const url = await serve((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': 40_000, ...headers });
        response.write(gzipSync(Buffer.alloc(1_000_000, 'a')), () => response.destroy());
      });
      await expect(fetchPage(url, LOCAL)).rejects.toThrow(/the connection failed|did not answer/);
    }
  });

  test('a status that is not 200 is named', async () => {
    const url = await serve((_request, response) => void response.writeHead(404).end());
    await expect(fetchPage(`${url}/?token=secret`, LOCAL)).rejects.toThrow(
      /^127\.0\.0\.1:\d+: it answered with status 404/,
    );
  });

  test('a page that grows when it is unpacked is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000, 'a'));
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(fetchPage(url, LOCAL)).rejects.toThrow('more than 5 MB');
  });

  test('a page without an end is cut off', async () => {
    const url = await serve((_request, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
      };
      response.on('drain', write);
      write();
    });
    await expect(fetchPage(url, { ...LOCAL, maxBytes: 1_048_576 })).rejects.toThrow('more than 1 MB');
  });

  test('a server that does not answer is left', async () => {
    const url = await serve(() => undefined);
    await expect(fetchPage(url, { ...LOCAL, timeoutMs: 100 })).rejects.toThrow('did not answer in time');
  });

  test('a body that stops half-way is left', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<h1>');
    });
    await expect(fetchPage(url, { ...LOCAL, timeoutMs: 100 })).rejects.toThrow('did not answer in time');
  });

  test('broken compression is an error of the page', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all');
    });
    await expect(fetchPage(url, LOCAL)).rejects.toThrow('the connection failed');
  });
});

describe('communique import', { timeout: 60_000 }, () => {
  test('takes a web address where the setting allows it, and standard input', async () => {
    const databaseUrl = `file:${join(temporaryFolder(), 'cli.db')}`;
    const url = await serve(html);
    const refused = await communiqueWith({ databaseUrl }, 'import', url);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('private network') });
    const environment = { ALLOW_LOOPBACK_ADDRESSES: 'true' };
    const production = { ...environment, NODE_ENV: 'production' };
    expect(await communiqueWith({ databaseUrl, environment: production }, 'import', url)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('ALLOW_LOOPBACK_ADDRESSES reaches the programs on your machine'),
    });
    const page = await communiqueWith({ databaseUrl, environment }, 'import', '--json', `${url}/quay`);
    expect(JSON.parse(page.stdout)).toMatchObject([
      { title: 'The quay', draft: { article: { url: `${url}/quay` } } },
    ]);
    const piped = await communiqueWith(
      { databaseUrl, input: '# A title\n\nIts words.\n' },
      'import',
      '--json',
      '-',
    );
    expect(JSON.parse(piped.stdout)).toMatchObject([
      { path: '-', title: 'A title', draft: { outcome: 'DRAFTED' } },
    ]);
  });
});
