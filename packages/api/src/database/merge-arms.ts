/** A list that is read along several indexes at once: of every arm no more than a page, in the order of the whole. */
import { sql, type SQL } from 'drizzle-orm';

export interface MergedList {
  /** Each selects the columns of the order as "k0", "k1", …, and what else it finds as "found"; sorted, and cut to a page. */
  arms: readonly SQL[];
  /** How many columns the order has. */
  keys: number;
  descending: boolean;
  limit: SQL;
}

/** Selects the keys and "found", what is in several arms once. */
export function mergeArms({ arms, keys, descending, limit }: MergedList): SQL {
  const names = [...keyNames(keys), 'found'];
  const columns = sql.raw(names.join(', '));
  const each = arms.map((arm) => sql`select * from (${arm})`);
  return sql`select ${columns} from (${sql.join(each, sql` union all `)}) group by ${columns}
    ${orderBy(names, descending)} limit ${limit}`;
}

export function keyNames(keys: number): string[] {
  return Array.from({ length: keys }, (_, at) => `k${at}`);
}

export function orderBy(columns: readonly string[], descending: boolean): SQL {
  const direction = descending ? 'desc' : 'asc';
  return sql.raw(`order by ${columns.map((column) => `${column} ${direction}`).join(', ')}`);
}

/** Behind the place that these values name in the order. */
export function beyond(columns: readonly string[], descending: boolean, values: readonly SQL[]): SQL {
  return sql`(${sql.raw(columns.join(', '))}) ${sql.raw(descending ? '<' : '>')} (${sql.join([...values], sql`, `)})`;
}
