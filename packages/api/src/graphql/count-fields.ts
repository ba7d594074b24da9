import {
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Fragments that use others twice name more fields than can be counted: from here on the number says nothing. */
export const MOST_COUNTED = 1_000_000;

/** The fields that an operation names, those of a fragment as often as it is used; each fragment is looked at once. No fragment contains itself. */
export function countFields(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const counted = new Map<string, number>();
  const countFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fields = countSet(fragments.get(name)?.selectionSet);
    counted.set(name, fields);
    return fields;
  };
  const countSet = (set: SelectionSetNode | undefined): number => {
    let fields = 0;
    for (const selection of set?.selections ?? []) {
      fields +=
        selection.kind === Kind.FRAGMENT_SPREAD
          ? countFragment(selection.name.value)
          : countSet(selection.selectionSet) + (selection.kind === Kind.FIELD ? 1 : 0);
    }
    return Math.min(fields, MOST_COUNTED);
  };
  return countSet(operation.selectionSet);
}
