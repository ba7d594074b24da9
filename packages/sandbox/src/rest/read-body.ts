import { problem } from '../validation/problem.ts';
import { MAX_FILES, type UploadedFile } from '../world/attachments.ts';
import { DiscordError, InvalidFormError, InvalidJsonError } from '../world/discord-error.ts';

export interface RequestBody {
  json: unknown;
  files: UploadedFile[];
}

/** The JSON of a request and what came with it: its body, or the `payload_json` and the files of a form. */
export async function readBody(request: Request): Promise<RequestBody> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase();
  if (type.startsWith('multipart/form-data')) return readForm(request);
  return { json: await readJson(request, type), files: [] };
}

async function readJson(request: Request, type: string): Promise<unknown> {
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

/** https://docs.discord.com/developers/reference#uploading-files */
async function readForm(request: Request): Promise<RequestBody> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new InvalidJsonError();
  }
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    files.push({
      key: /^files\[(\d{1,4})\]$/.exec(field)?.[1] ?? String(files.length),
      name: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  if (files.length > MAX_FILES) throw new DiscordError('tooManyAttachments');
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? parseJson(payload) : fieldsOf(form), files };
}

/** Without `payload_json` the fields of a form are those of the body: "usage of the endpoint without payload_json" in the same place. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const texts = [...form].filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(
    texts.map(([name, value]) => [name, name === 'tts' ? (TRUTHS.get(value) ?? value) : value]),
  );
}

const TRUTHS: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** An id has more digits than a number of JavaScript can hold: it is read as a bigint until the schema says what it is. */
function keepLargeNumbers(_name: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  const isLarge = typeof value === 'number' && !Number.isSafeInteger(value);
  return isLarge && source !== undefined && /^\d{1,20}$/.test(source) ? BigInt(source) : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, keepLargeNumbers);
  } catch {
    throw new InvalidJsonError();
  }
}
