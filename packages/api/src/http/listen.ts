import type { Server } from 'node:http';

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

// Longer than any request here takes; a client that reads slowly does not hold the program.
const LONGEST_GOODBYE_MS = 5_000;
const SWEEP_MS = 50;

/** Accepts no more requests and lets those under way finish. */
export async function close(server: Server): Promise<void> {
  const goodbye = setTimeout(() => server.closeAllConnections(), LONGEST_GOODBYE_MS);
  // A connection that is kept alive is idle only after its answer: Node closes those that are idle at the start.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
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
