import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/** The address cannot be listened on. Thrown when a program starts; the message says what to do. */
export class AddressUnavailableError extends Error {
  override name = 'AddressUnavailableError';
}

export interface Address {
  host: string;
  /** 0: the system chooses. */
  port: number;
}

/** The address of the GraphQL endpoint, once the server listens. */
export async function listen(server: Server, { host, port }: Address): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(unavailable(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}/graphql`;
}

// Longer than any request takes but for a page that is slow to come; a client that reads slowly does not hold the program.
const LONGEST_GOODBYE_MS = 5_000;
/** A client that uses its connection all the time asks again within it, and is told with the answer that this one ends. */
const LAST_QUESTIONS_MS = 100;
const SWEEP_MS = 50;

/** Takes on no new connection, and lets what is under way along the others finish. A question along a connection that was just closed would be lost. */
export async function close(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  const closed = new Promise<void>((resolve) => {
    // The one of `Server` itself would close idle connections at once.
    NetServer.prototype.close.call(server, () => resolve());
  });
  const goodbye = setTimeout(() => server.closeAllConnections(), LONGEST_GOODBYE_MS);
  let sweep: NodeJS.Timeout | undefined;
  const lastQuestions = setTimeout(() => {
    // A connection that is kept alive is idle only after its answer.
    sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  }, LAST_QUESTIONS_MS);
  await closed;
  clearTimeout(lastQuestions);
  clearInterval(sweep);
  clearTimeout(goodbye);
}

function unavailable(error: Error, { host, port }: Address): Error {
  const code = 'code' in error ? error.code : undefined;
  const say = (message: string) => new AddressUnavailableError(message, { cause: error });
  if (code === 'EADDRINUSE')
    return say(`Port ${port} is in use: stop the other program, or set PORT to another one.`);
  if (code === 'EACCES')
    return say(`Port ${port} may not be used by this account: set PORT to one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return say(`HOST "${host}" is no address of this machine: leave it out for 127.0.0.1.`);
  }
  return error;
}
