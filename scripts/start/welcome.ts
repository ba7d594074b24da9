import type { StartSettings } from './settings.ts';

/** What a person reads when everything is up. */
export function welcome(settings: StartSettings): string {
  const lines = ['', 'Communiqué is running.', ''];
  lines.push(`  GraphQL + GraphiQL   http://localhost:${settings.apiPort}/graphql`);
  if (settings.discordToken === undefined) {
    lines.push(`  Sandbox chat         http://localhost:${settings.sandboxPort}`);
    lines.push('', 'Open the chat and type /briefing latest. Nothing leaves this machine.');
  } else {
    lines.push('  Discord              connected; type /briefing latest in a server the bot is in');
  }
  lines.push(`Data and logs are in ${settings.dataDirectory}/. Ctrl-C stops everything.`, '');
  return lines.join('\n');
}
