import type { APIAttachment, ComponentType } from 'discord-api-types/payloads/v10';
import type { Pickable } from '../commands/suggest-values.ts';
import type { Names } from '../markdown/names.ts';

/** What the parts of a message need to draw themselves and to act. */
export interface MessageContext {
  names: Names;
  pickable: Pickable;
  pageUrl: string;
  attachments: readonly APIAttachment[];
  /** Components whose press the bot has not answered yet. */
  busy: ReadonlySet<string>;
  use(customId: string, type: ComponentType, values?: string[]): void;
}
