import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { desc } from 'drizzle-orm';
import { createToken } from '../access/create-token.ts';
import { revokeToken } from '../access/revoke-token.ts';
import { accessTokens, TOKEN_ROLES, type TokenRole } from '../access/table.ts';
import { operator } from '../audit/actor.ts';
import { InvalidInputError } from '../domain-errors.ts';
import type { CommandContext } from './command-context.ts';
import { PLAIN_TABLE } from './plain-table.ts';

interface CreateOptions {
  role: string;
  community?: string;
  expires?: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function addTokenCommand(program: Command, context: CommandContext): void {
  const token = program.command('token').description('keys for clients of the API');
  token
    .command('create')
    .description('make a token; it is shown once and kept nowhere')
    .argument('<name>', 'who or what will hold it: its acts are signed so')
    .addOption(
      new Option('--role <role>', 'what it may do')
        .choices(TOKEN_ROLES.map((role) => role.toLowerCase()))
        .makeOptionMandatory(),
    )
    .option('--community <id>', 'the one server whose content a reader reads or an editor edits')
    .option('--expires <days>', 'whole days until it opens nothing any more (default: never)')
    .action(async (name: string, options: CreateOptions) => {
      const now = context.clock.deadline();
      const { role, community: communityId = null } = options;
      const wish = { name, role: readRole(role), communityId, expiresAt: readExpiry(options.expires, now) };
      const created = await context.withDatabase((db) => createToken(db, wish, { now, actor: operator }));
      context.print(`${created.token}\n\nKeep it now: it is not shown again. Its id is ${created.id}.`);
    });
  token
    .command('list')
    .description('list the tokens, newest first, without what they are')
    .action(async () => {
      const rows = await context.withDatabase((db) =>
        db.orm
          .select()
          .from(accessTokens)
          .orderBy(desc(accessTokens.createdAt))
          .then((tokens) => tokens),
      );
      context.print(rows.length === 0 ? 'There are no tokens.' : asTable(rows, context.clock.deadline()));
    });
  token
    .command('revoke')
    .description('close a token for ever')
    .argument('<id>', 'its id, as "list" shows it')
    .action(async (id: string) => {
      const act = { now: context.clock.deadline(), actor: operator };
      const { name } = await context.withDatabase((db) => revokeToken(db, id, act));
      context.print(`Revoked the token of "${name}".`);
    });
}

function readRole(text: string): TokenRole {
  const role = TOKEN_ROLES.find((known) => known.toLowerCase() === text);
  if (role === undefined) throw new InvalidInputError(`There is no role "${text}"`, ['role']);
  return role;
}

function readExpiry(days: string | undefined, now: Date): Date | null {
  if (days === undefined) return null;
  if (/^[1-9]\d{0,3}$/.test(days)) return new Date(now.getTime() + Number(days) * DAY_MS);
  throw new InvalidInputError('--expires takes whole days, 1 to 9999', ['expires']);
}

function asTable(rows: readonly (typeof accessTokens.$inferSelect)[], now: Date): string {
  const table = new Table({ ...PLAIN_TABLE, head: ['Id', 'Name', 'Role', 'Community', 'State'] });
  for (const { id, name, role, communityId, expiresAt, revokedAt } of rows) {
    table.push([id, name, role.toLowerCase(), communityId ?? '–', stateOf(expiresAt, revokedAt, now)]);
  }
  return table.toString();
}

function stateOf(expiresAt: Date | null, revokedAt: Date | null, now: Date): string {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt === null) return 'valid';
  const day = expiresAt.toISOString().slice(0, 10);
  return expiresAt <= now ? `expired ${day}` : `valid until ${day}`;
}
