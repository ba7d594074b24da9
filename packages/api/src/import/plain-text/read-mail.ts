/** An e-mail that was saved or pasted as text: its head, its words, its signature. */
import { kindOfLine } from './plain-text-lines.ts';
import type { Line } from './plain-text-lines.ts';

export interface MailField {
  kind: 'SUBJECT' | 'SENDER' | 'DATE' | 'OTHER';
  /** What is said, without the name of the field; of a field that nothing is made of, all of it. */
  line: Line;
}

export interface Mail {
  fields: MailField[];
  body: readonly Line[];
  signature: readonly Line[];
}

const FIELD =
  /^(?:(Subject|Betreff|Objet|Asunto|Тема)|(From|Von|De|От)|(Date|Datum|Sent|Gesendet|Envoyé|Enviado|Дата)|To|An|À|Para|Кому|Cc|Bcc|Kopie|Reply-To|Message-ID):[ \t]+(?=\S)/;
const REPLY_MARK = /^(?:(?:re|fwd?|aw|wg|tr|rv)\s?:\s*){1,5}/i;
const MIN_FIELDS = 2;
const MAX_FIELD = 500;
const MAX_SIGNATURE = 8;

/** Null where the text does not begin with a subject and who sent it, or when. */
export function readMail(lines: readonly Line[]): Mail | null {
  const first = lines.findIndex(({ text }) => text !== '');
  const fields: MailField[] = [];
  for (const line of lines.slice(Math.max(first, 0))) {
    const field = readField(line);
    if (field === null) break;
    fields.push(field);
  }
  if (fields.length < MIN_FIELDS || !fields.some(({ kind }) => kind === 'SUBJECT')) return null;
  const rest = lines.slice(first + fields.length);
  const end = rest.findLastIndex(({ text }) => text === '--');
  const isSigned = end !== -1 && rest.length - end <= MAX_SIGNATURE;
  return {
    fields,
    body: isSigned ? rest.slice(0, end) : rest,
    signature: isSigned ? rest.slice(end + 1).filter((line) => kindOfLine(line) !== 'BLANK') : [],
  };
}

function readField(line: Line): MailField | null {
  const match = line.text.length > MAX_FIELD ? null : FIELD.exec(line.text);
  if (match === null) return null;
  const [{ length }, subject, sender, date] = match;
  const value = skip(line, length);
  if (subject !== undefined) {
    const title = skip(value, REPLY_MARK.exec(value.text)?.[0].length ?? 0);
    return { kind: 'SUBJECT', line: title.text === '' ? value : title };
  }
  const name = sender === undefined ? null : nameOf(value);
  if (name !== null) return { kind: 'SENDER', line: name };
  return date === undefined ? { kind: 'OTHER', line } : { kind: 'DATE', line: value };
}

function skip(line: Line, length: number): Line {
  return { ...line, start: line.start + length, text: line.text.slice(length) };
}

/** "Anna Bell <anna@post.example>": the name; null for an address alone. */
function nameOf(line: Line): Line | null {
  const name = line.text.replace(/\s*[<(][^<>()]{0,200}@[^<>()]{0,200}[>)]\s*$/, '');
  const bare = name.replace(/^"([^"]{0,100})"$/, '$1');
  if (bare === '' || bare.includes('@')) return null;
  const start = line.start + (bare === name ? 0 : 1);
  return { ...line, start, end: start + bare.length, text: bare };
}
