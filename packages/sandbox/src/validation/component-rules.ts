import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { APIButtonComponent, APIMessageComponent } from 'discord-api-types/v10';
import type { MessageBody } from '../world/message-body.ts';
import {
  customIdOf,
  isSelect,
  walkComponents,
  type PlacedComponent,
  type SelectComponent,
} from '../world/walk-components.ts';
import { isComponentsV2 } from './components-v2.ts';
import { lengthOf, problem, type Problem, type Rule } from './problem.ts';

const COMPONENT_DOCS = 'https://docs.discord.com/developers/components/reference';

export const COMPONENT_RULES: readonly Rule<MessageBody>[] = [
  {
    name: 'components-v2-flag',
    source: `${COMPONENT_DOCS}#component-object`,
    check: (body) => (isComponentsV2(body.flags) ? [] : onlyLegacyRows(body)),
  },
  {
    name: 'components-40',
    source: `${COMPONENT_DOCS}#component-object`,
    check: (body) =>
      isComponentsV2(body.flags) && placed(body).length > 40
        ? [
            problem(
              ['components'],
              'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
              'The message exceeds the maximum number of components (40)',
            ),
          ]
        : [],
  },
  {
    name: 'components-v2-text-4000',
    source: 'https://github.com/discord/discord-api-docs/pull/8562',
    check: (body) =>
      displayedTexts(body).reduce((sum, text) => sum + lengthOf(text), 0) > 4000
        ? [
            problem(
              ['components'],
              'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
              'The displayable text exceeds the maximum size (4000)',
            ),
          ]
        : [],
  },
  {
    name: 'components-v2-bytes-10170',
    source: 'https://github.com/discord/discord-api-docs/issues/8554',
    status: 500,
    check: (body) =>
      displayedTexts(body).reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0) > 10_170
        ? [problem(['components'], 'SIZE', 'UTF-8 bytes + 12 per text display exceed 10,170')]
        : [],
  },
  {
    name: 'components-v2-media-64',
    source: 'https://github.com/discord/discord-api-docs/issues/7528',
    status: 500,
    check: (body) =>
      countMedia(body) > 64 ? [problem(['components'], 'SIZE', 'More than 64 media items')] : [],
  },
  {
    name: 'custom-id-unique',
    source: `${COMPONENT_DOCS}#anatomy-of-a-component-custom-id`,
    check: (body) =>
      duplicates(placed(body), ({ component }) => customIdOf(component)).map(({ path }) =>
        problem(
          [...path, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        ),
      ),
  },
  {
    name: 'component-id-unique',
    source: `${COMPONENT_DOCS}#anatomy-of-a-component-component-id`,
    check: (body) =>
      duplicates(placed(body), ({ component }) => component.id || null).map(({ path }) =>
        problem([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
      ),
  },
  {
    name: 'action-row-contents',
    source: `${COMPONENT_DOCS}#action-row`,
    check: (body) => placed(body).flatMap(rowProblems),
  },
  {
    name: 'button-fields',
    source: `${COMPONENT_DOCS}#button`,
    check: (body) =>
      placed(body).flatMap(({ component, path }) =>
        component.type === ComponentType.Button ? buttonProblems(component, path) : [],
      ),
  },
  {
    name: 'select-values',
    source: `${COMPONENT_DOCS}#string-select`,
    check: (body) =>
      placed(body).flatMap(({ component, path }) =>
        isSelect(component) ? selectProblems(component, path) : [],
      ),
  },
];

function placed(body: MessageBody): PlacedComponent[] {
  return walkComponents(body.components ?? []);
}

function displayedTexts(body: MessageBody): string[] {
  return placed(body).flatMap(({ component }) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
}

function onlyLegacyRows(body: MessageBody): Problem[] {
  const components = body.components ?? [];
  const tooMany =
    components.length > 5
      ? [problem(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]
      : [];
  const wrong = components.flatMap((component, index) =>
    component.type === ComponentType.ActionRow
      ? []
      : [problem(['components', index, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of {1}.')],
  );
  return [...tooMany, ...wrong];
}

function countMedia(body: MessageBody): number {
  return placed(body).reduce((sum, { component }) => sum + mediaIn(component), 0);
}

function mediaIn(component: APIMessageComponent): number {
  if (component.type === ComponentType.MediaGallery) return component.items.length;
  return component.type === ComponentType.Thumbnail || component.type === ComponentType.File ? 1 : 0;
}

function duplicates<Item>(items: readonly Item[], keyOf: (item: Item) => string | number | null): Item[] {
  const seen = new Set<string | number>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === null) return false;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

function rowProblems({ component, path }: PlacedComponent): Problem[] {
  if (component.type !== ComponentType.ActionRow) return [];
  const selects = component.components.filter(isSelect).length;
  if (selects === 0 || component.components.length === 1) return [];
  return [
    problem(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    ),
  ];
}

function buttonProblems(button: APIButtonComponent, path: (string | number)[]): Problem[] {
  const has = (name: string): boolean => (Reflect.get(button, name) ?? '') !== '';
  const required = (name: string): Problem[] =>
    has(name) ? [] : [problem([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required')];
  const forbidden = (name: string): Problem[] =>
    has(name)
      ? [problem([...path, name], 'BUTTON_COMPONENT_FIELD_CONFLICT', `A button of this style has no ${name}`)]
      : [];
  switch (button.style) {
    case ButtonStyle.Link:
      return [
        ...required('url'),
        ...forbidden('custom_id'),
        ...labelProblems(has, path),
        ...urlProblems(button.url, path),
      ];
    case ButtonStyle.Premium:
      return [...required('sku_id'), ...forbidden('custom_id'), ...forbidden('label')];
    case ButtonStyle.Primary:
    case ButtonStyle.Secondary:
    case ButtonStyle.Success:
    case ButtonStyle.Danger:
      return [...required('custom_id'), ...forbidden('url'), ...labelProblems(has, path)];
  }
}

function labelProblems(has: (name: string) => boolean, path: (string | number)[]): Problem[] {
  if (has('label') || has('emoji')) return [];
  return [
    problem([...path, 'label'], 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A button needs a label or an emoji'),
  ];
}

/** 512 characters and one of the schemes that Discord's clients open. */
function urlProblems(url: string, path: (string | number)[]): Problem[] {
  if (lengthOf(url ?? '') > 512)
    return [problem([...path, 'url'], 'BASE_TYPE_MAX_LENGTH', 'Must be 512 or fewer in length.')];
  if (/^(https?|discord):\/\//.test(url ?? '')) return [];
  return [
    problem(
      [...path, 'url'],
      'URL_TYPE_INVALID_SCHEME',
      "Scheme must be one of ('http', 'https', 'discord').",
    ),
  ];
}

function selectProblems(select: SelectComponent, path: (string | number)[]): Problem[] {
  const min = select.min_values ?? 1;
  const max = select.max_values ?? 1;
  const problems: Problem[] = [];
  if (min > max)
    problems.push(
      problem([...path, 'max_values'], 'SELECT_COMPONENT_RANGE', 'max_values must not be below min_values'),
    );
  if (select.type !== ComponentType.StringSelect) return problems;
  if (max > select.options.length)
    problems.push(
      problem(
        [...path, 'options'],
        'SELECT_COMPONENT_OPTIONS_LENGTH_INVALID',
        `Must have at least ${max} options, the number of max_values`,
      ),
    );
  if (select.options.filter((option) => option.default === true).length > max)
    problems.push(
      problem(
        [...path, 'options'],
        'SELECT_COMPONENT_DEFAULTS',
        `At most ${max} options may be chosen beforehand, the number of max_values`,
      ),
    );
  for (const { index } of duplicates(
    select.options.map((option, index) => ({ value: option.value, index })),
    (option) => option.value,
  )) {
    problems.push(
      problem(
        [...path, 'options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    );
  }
  return problems;
}
