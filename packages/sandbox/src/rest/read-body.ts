import { problem } from '../validation/problem.ts';
import { DiscordError, InvalidFormError, NotImitatedError } from '../world/discord-error.ts';

/** The JSON of a request: its body, or the `payload_json` of a form. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(request);
  const text = await request.text();
  if (text === '') return {};
  if (!type.startsWith('application/json')) {
    throw new InvalidFormError([
      {
        rule: 'content-type',
        source: 'https://docs.discord.com/developers/reference#http-api',
        status: 400,
        problems: [
          problem(
            [],
            'CONTENT_TYPE_INVALID',
            'Expected "Content-Type" header to be one of {application/json, multipart/form-data}.',
          ),
        ],
      },
    ]);
  }
  return parseJson(text);
}

async function readForm(request: Request): Promise<unknown> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new DiscordError('invalidJson');
  }
  for (const value of form.values()) {
    if (typeof value !== 'string') throw new NotImitatedError('file uploads');
  }
  const payload = form.get('payload_json');
  return typeof payload === 'string' ? parseJson(payload) : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DiscordError('invalidJson');
  }
}
