import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { EnvironmentError } from '@communique/shared/environment';

export interface Secrets {
  /** What the bot shows the API. */
  botApiToken: string;
  /** What the bot shows the sandbox: shaped like a Discord token. */
  sandboxBotToken: string;
  /** Seals the secrets of webhooks in the database. */
  webhookKey: string;
}

/** Made once, kept in the data folder, readable by its owner only. */
export function openSecrets(dataDirectory: string): Secrets {
  const path = `${dataDirectory}/secrets.json`;
  const secrets: Secrets = {
    botApiToken: randomText(),
    sandboxBotToken: `${randomText(18)}.sandbox.${randomText()}`,
    webhookKey: randomText(),
  };
  try {
    // "wx": the first of two programs started at once wins, the other reads what it wrote.
    writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return secrets;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    return readSecrets(path);
  }
}

function readSecrets(path: string): Secrets {
  try {
    const { botApiToken, sandboxBotToken, webhookKey }: Record<string, unknown> = JSON.parse(
      readFileSync(path, 'utf8'),
    );
    if (typeof botApiToken === 'string' && typeof sandboxBotToken === 'string') {
      if (typeof webhookKey === 'string') return { botApiToken, sandboxBotToken, webhookKey };
      // Made by a version that had no webhooks.
      const secrets = { botApiToken, sandboxBotToken, webhookKey: randomText() };
      writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
      return secrets;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new EnvironmentError([`${path} is damaged: delete it, a new one is made at the next start`]);
}

function randomText(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
