import type { MessageBody } from '../world/message-body.ts';
import { problem, type Rule } from './problem.ts';

const EMBED_DOCS = 'https://docs.discord.com/developers/resources/message';

export const EMBED_RULES: readonly Rule<MessageBody>[] = [
  {
    name: 'embed-field-texts',
    source: `${EMBED_DOCS}#embed-object-embed-field-structure`,
    check: ({ embeds }) =>
      (embeds ?? []).flatMap((embed, index) =>
        (embed.fields ?? []).flatMap((field, place) =>
          (['name', 'value'] as const)
            .filter((part) => field[part].trim() === '')
            .map((part) =>
              problem(
                ['embeds', index, 'fields', place, part],
                'BASE_TYPE_REQUIRED',
                'This field is required',
              ),
            ),
        ),
      ),
  },
  {
    name: 'embed-parts',
    source: `${EMBED_DOCS}#embed-object-embed-structure`,
    check: ({ embeds }) =>
      (embeds ?? []).flatMap((embed, index) =>
        NEEDED.filter(({ part, name }) => lacks(embed[part], name)).map(({ part, name }) =>
          problem(['embeds', index, part, name], 'BASE_TYPE_REQUIRED', 'This field is required'),
        ),
      ),
  },
];

/** What the documentation requires of each part and the specification does not. */
const NEEDED = [
  { part: 'author', name: 'name' },
  { part: 'footer', name: 'text' },
  { part: 'image', name: 'url' },
  { part: 'thumbnail', name: 'url' },
] as const;

function lacks(part: object | null | undefined, name: string): boolean {
  return part !== undefined && part !== null && (Reflect.get(part, name) ?? null) === null;
}
