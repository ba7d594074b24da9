/** Tells the API of every server the bot is in: a community has to be known before anything can be set up for it. */
import type { Logger } from '@communique/shared/logger';
import type { ApiClient } from '../api/client.ts';
import { RegisterCommunityDocument } from '../api/generated/graphql.ts';
import { describeError } from '../describe-error.ts';

export interface Server {
  id: string;
  name: string;
  preferredLocale: string;
}

/** What Discord says of a server, to be told to the API under one key however often that takes. */
export interface Registration {
  server: Server;
  idempotencyKey: string;
}

/** One server that cannot be registered does not keep the next from it. Returns those that are left for another try. */
export async function registerCommunities(
  registrations: readonly Registration[],
  { api, logger }: { api: ApiClient; logger: Logger },
): Promise<Registration[]> {
  const left: Registration[] = [];
  for (const registration of registrations) {
    const { server, idempotencyKey } = registration;
    try {
      const { registerCommunity: result } = await api.request(RegisterCommunityDocument, {
        input: { guildId: server.id, name: server.name, locale: server.preferredLocale, idempotencyKey },
      });
      if (result.__typename !== 'RegisteredCommunity')
        logger.error(
          { guildId: server.id, code: result.code, message: result.message },
          'server not registered',
        );
    } catch (error) {
      logger.warn({ error: describeError(error), guildId: server.id }, 'server not registered yet');
      left.push(registration);
    }
  }
  return left;
}
