import type { RawOption, RawValueOption } from '../../people/protocol.ts';
import type { CommandDraft } from './command-draft.ts';
import type { CommandEntry } from './list-entries.ts';
import { readValue } from './read-value.ts';
import type { Pickable } from './suggest-values.ts';

export type BuiltOptions = { options: RawOption[] } | { problem: string; index: number };

/** The options of a finished command as Discord's client sends them, or the first mistake. */
export function buildOptions(draft: CommandDraft, pickable: Pickable): BuiltOptions {
  const values: RawValueOption[] = [];
  for (const [index, each] of draft.options.entries()) {
    const read = readValue(each, pickable);
    if ('problem' in read) return { problem: read.problem, index };
    values.push({ name: each.option.name, type: each.option.type, value: read.value });
  }
  return { options: wrap(draft.entry, values) };
}

/** The options while one is being typed: that one as it stands, the others as far as they are readable. */
export function buildFocusedOptions(draft: CommandDraft, focused: number, pickable: Pickable): RawOption[] {
  const values = draft.options.flatMap((each, index): RawValueOption[] => {
    const { name, type } = each.option;
    if (index === focused) return [{ name, type, value: each.text, focused: true }];
    const read = readValue(each, pickable);
    return 'problem' in read ? [] : [{ name, type, value: read.value }];
  });
  return wrap(draft.entry, values);
}

function wrap(entry: CommandEntry, values: RawValueOption[]): RawOption[] {
  return entry.path.reduceRight<RawOption[]>((options, { name, type }) => [{ name, type, options }], values);
}
