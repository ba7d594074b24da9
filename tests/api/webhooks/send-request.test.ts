import { expect, test } from 'vitest';
import { composeTest } from '@communique/api/webhooks/compose-request';
import { isPublicAddress } from '@communique/api/web/is-public-address';
import { createRequestSender } from '@communique/api/webhooks/send-request';
import { createSecretSeal } from '@communique/api/webhooks/seal-secret';
import { startReceiver } from '../../support/receiver.ts';
import { createSender } from '../../support/webhook-world.ts';

const requestTo = (url: string) => composeTest(url, 'an id', { secret: 's', sentAt: new Date(0) });

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['ff02::1', false],
  ['not an address', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data',
])('%s is not sent to', async (url) => {
  const { send } = createSender({ allowPrivateAddresses: false });
  expect(await send(requestTo(url))).toMatchObject({
    answered: false,
    reason: expect.stringContaining('private'),
  });
});

test('a name is refused when any of its addresses is private', async () => {
  const { send } = createSender({
    allowPrivateAddresses: false,
    resolve: async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ],
  });
  expect(await send(requestTo('http://two-faced.example/'))).toMatchObject({ answered: false });
});

test('the connection goes to the address that was checked, whatever the name means a moment later', async () => {
  const receiver = await startReceiver();
  let lookups = 0;
  const send = createRequestSender({
    resolve: async () => {
      lookups += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    },
    allowPrivateAddresses: true,
    timeout: () => new AbortController().signal,
  });
  // No resolver knows this name: only the pinned address leads anywhere.
  const outcome = await send(requestTo(`http://receiver.invalid:${receiver.port}/hook`));
  expect(outcome).toEqual({ answered: true, status: 204, body: '' });
  expect(receiver.received[0]?.headers.host).toBe(`receiver.invalid:${receiver.port}`);
  expect(lookups).toBe(1);
});

test('what is unknown, or does not speak TLS, is a reason without addresses in it', async () => {
  const { send } = createSender();
  expect(await send(requestTo('http://unknown.example/'))).toEqual({
    answered: false,
    reason: 'the name of the receiver is not known',
  });
  const receiver = await startReceiver();
  const outcome = await send(requestTo(`https://127.0.0.1:${receiver.port}/`));
  expect(outcome.answered).toBe(false);
  expect(JSON.stringify(outcome)).not.toContain('127.0.0.1');
});

test('a sealed secret opens for its webhook and its key only', () => {
  const seal = createSecretSeal('a key of at least thirty-two characters');
  const sealed = seal.seal('whsec_x', 'one');
  expect(sealed).not.toContain('whsec');
  expect(seal.open(sealed, 'one')).toBe('whsec_x');
  expect(seal.open(sealed, 'other')).toBeNull();
  expect(createSecretSeal('another key of at least 32 characters').open(sealed, 'one')).toBeNull();
  for (const broken of ['', 'x', `${sealed.slice(0, -4)}AAAA`]) expect(seal.open(broken, 'one')).toBeNull();
  expect(seal.seal('whsec_x', 'one')).not.toBe(sealed);
});
