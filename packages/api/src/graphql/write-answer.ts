/** Writes what a compiled query read as JSON. Whatever holds no text that is kept is left to `JSON.stringify`, which is faster. */

export type Data = Record<string, unknown>;

/** JSON of a completed value. */
export type Write = (completed: unknown) => string;

/** A value of an abstract type, which is written as its own type is. */
export interface Member {
  completed: unknown;
  write: Write;
}

export function writePlain(completed: unknown): string {
  return JSON.stringify(completed);
}

export function writeObject(fields: readonly { key: string; write: Write }[]): Write {
  if (fields.every(({ write }) => write === writePlain)) return writePlain;
  const parts = fields.map(({ key, write }, at) => ({
    key,
    write,
    opening: `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`,
  }));
  return (completed) => {
    if (!isData(completed)) return 'null';
    let text = '';
    for (const { key, write, opening } of parts) text += opening + write(completed[key]);
    return `${text}}`;
  };
}

export function writeList(write: Write): Write {
  if (write === writePlain) return writePlain;
  return (completed) => {
    if (!Array.isArray(completed)) return 'null';
    let text = '[';
    for (let at = 0; at < completed.length; at += 1) text += (at === 0 ? '' : ',') + write(completed[at]);
    return `${text}]`;
  };
}

export function writeMember(member: unknown): string {
  return isMember(member) ? member.write(member.completed) : 'null';
}

function isData(completed: unknown): completed is Data {
  return typeof completed === 'object' && completed !== null;
}

function isMember(member: unknown): member is Member {
  return isData(member) && typeof member['write'] === 'function';
}
