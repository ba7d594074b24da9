import type { Problem } from './problem.ts';

/** Mistakes by where they are: `{ embeds: { 0: { title: { _errors: […] } } } }`. */
export interface ErrorTree {
  [name: string]: ErrorTree | { code: string; message: string }[];
}

/** The `errors` of Discord's "Invalid Form Body"; https://docs.discord.com/developers/reference#error-messages */
export function toErrorTree(problems: readonly Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const part of path) {
      const next = node[String(part)];
      if (next === undefined || Array.isArray(next)) {
        const created: ErrorTree = {};
        node[String(part)] = created;
        node = created;
      } else node = next;
    }
    const errors = node['_errors'];
    if (Array.isArray(errors)) errors.push({ code, message });
    else node['_errors'] = [{ code, message }];
  }
  return root;
}
