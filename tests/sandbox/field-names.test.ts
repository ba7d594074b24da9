import { startComponent } from '@communique/sandbox/people/start-component';
import { startAutocomplete, startCommand } from '@communique/sandbox/people/start-command';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import type { LiveInteraction } from '@communique/sandbox/world/interaction';
import { describe, expect, test } from 'vitest';
import { BODY_SAMPLES } from '../support/body-samples.ts';
import { fillIn, variantsOf } from '../support/body-variants.ts';
import { createRestBench, type RestBench } from '../support/rest-bench.ts';

const { forum, bot, ada } = FIRST_WORLD;
const WHERE = { memberId: ada, channelId: forum.general };
const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';

interface ErrorTree {
  [name: string]: ErrorTree | { code: string; message: string }[];
}

/** Where the mistakes of a refusal are: "data.choices". */
function placesOf(tree: ErrorTree | undefined, path: string[] = []): string[] {
  return Object.entries(tree ?? {}).flatMap(([name, inner]) =>
    Array.isArray(inner) ? [path.join('.')] : placesOf(inner, [...path, name]),
  );
}

/** A range that ends before it begins is wrong at both ends. */
function withoutEnd(path: string): string {
  return path.replace(/max_(?=value$|length$)/, 'min_');
}

function isAt(named: string, wrong: string): boolean {
  const place = withoutEnd(named);
  const wanted = withoutEnd(wrong);
  return place === wanted || place.startsWith(`${wanted}.`) || wanted.startsWith(`${place}.`);
}

/** What was sent wrong, and where the refusal looks for it instead. */
async function misled(
  bench: RestBench,
  method: string,
  sample: unknown,
  nextPlace: () => Promise<string>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { place, body } of variantsOf(sample)) {
    const field = place.replace(/^\.| = .*| left out$/g, '');
    // What kind of thing it is decides what else is wrong.
    if (field === '' || /(^|\.)(type|flags)$/.test(field)) continue;
    const { said } = await bench.send(method, await nextPlace(), body);
    if (said['code'] !== 50_035) continue;
    const places = placesOf(said['errors'] as ErrorTree);
    if (!places.some((one) => one !== '' && isAt(one, field))) wrong.push(`${place}: ${places.join(', ')}`);
  }
  return wrong;
}

/** Adds a command with an option that completes itself, and a message with a button. */
async function withInteractions(bench: RestBench) {
  bench.grantOnly(8n);
  const option = { type: 3, name: 'q', description: 'x', autocomplete: true };
  const commands = [
    { name: 'x', description: 'x' },
    { name: 'y', description: 'x', options: [option, { ...option, type: 4, name: 'n' }] },
  ];
  await bench.send('PUT', `/applications/${bot}/commands`, commands);
  const [plain, typed] = [...bench.world.commands.keys()];
  const button = { type: 2, style: 1, custom_id: 'a', label: 'x' };
  const { said } = await bench.send('POST', `/channels/${forum.general}/messages`, {
    components: [{ type: 1, components: [button] }],
  });
  const pathOf = ({ id, token, settled }: LiveInteraction): string => {
    // Nobody waits for the answers: only the refusals matter.
    settled.promise.catch(() => {});
    return `/interactions/${id}/${token}/callback`;
  };
  const typing = (name: string, type: 3 | 4) =>
    pathOf(
      startAutocomplete(bench.world, {
        ...WHERE,
        commandId: typed ?? '',
        options: [{ name, type, value: 'x', focused: true }],
      }),
    );
  return {
    command: () => pathOf(startCommand(bench.world, { ...WHERE, commandId: plain ?? '', options: [] })),
    text: () => typing('q', 3),
    whole: () => typing('n', 4),
    button: () =>
      pathOf(startComponent(bench.world, { ...WHERE, messageId: String(said['id']), customId: 'a' })),
  };
}

describe('a refusal names the field that is wrong', { timeout: 60_000 }, () => {
  const cases = Object.entries(BODY_SAMPLES).flatMap(([name, samples]) =>
    samples.map((sample, index) => ({ name, index, sample })),
  );

  test.each(cases.filter(({ name }) => name !== CALLBACK))('$name, body $index', async ({ name, sample }) => {
    const [method = '', path = ''] = name.split(' ');
    const bench = createRestBench();
    bench.grantOnly(8n);
    const place = await fillIn(bench, path, sample);
    expect(await misled(bench, method, sample, async () => place)).toEqual([]);
  });

  test.each(cases.filter(({ name }) => name === CALLBACK))('$name, body $index', async ({ sample }) => {
    const bench = createRestBench();
    const interactions = await withInteractions(bench);
    const { type } = sample as { type: number };
    const next = type === 8 ? interactions.text : type === 7 ? interactions.button : interactions.command;
    expect(await misled(bench, 'POST', sample, async () => next())).toEqual([]);
  });

  test('and its limit, when there are too many choices', async () => {
    const bench = createRestBench();
    const { text } = await withInteractions(bench);
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    const { said } = await bench.send('POST', text(), { type: 8, data: { choices } });
    expect(said).toMatchObject({
      code: 50_035,
      errors: {
        data: {
          choices: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 25 or fewer in length.' }] },
        },
      },
    });
  });

  test('when a choice is no value of its option', async () => {
    const bench = createRestBench();
    const { text, whole } = await withInteractions(bench);
    const answer = (place: string, value: unknown) =>
      bench.send('POST', place, { type: 8, data: { choices: [{ name: 'x', value }] } });
    const error = { data: { choices: { 0: { value: { _errors: [expect.anything()] } } } } };
    expect((await answer(text(), 5)).said).toMatchObject({ code: 50_035, errors: error });
    expect((await answer(whole(), '5')).said).toMatchObject({ code: 50_035, errors: error });
    expect((await answer(whole(), 0.5)).said).toMatchObject({ code: 50_035, errors: error });
    expect(await answer(text(), '5')).toEqual({ status: 204, said: {} });
    expect(await answer(whole(), 5)).toEqual({ status: 204, said: {} });
  });
});
