/** What a message is made of before it is fitted into Discord's budgets. */
import type {
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  MessageFlags,
} from 'discord-api-types/v10';

/** A finished message: Components V2 only, so there is no `content` and there are no embeds. */
export interface MessageBody {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
}

/** 0 stays whatever happens; 1 goes last, 5 first. */
export type Priority = number;

interface Shortenable {
  /** Discord Markdown; text from outside in it is already escaped. */
  text: string;
  /** Stands for the text where space is scarce. */
  shortForm?: string | undefined;
  priority?: Priority;
}

export interface TextPart extends Shortenable {
  kind: 'text';
  /** A blank line before it. */
  spaced?: boolean;
}

/** Text with a button at its side. */
export interface CardPart extends Shortenable {
  kind: 'card';
  button: APIButtonComponent;
}

export interface ControlsPart {
  kind: 'controls';
  components: APIComponentInMessageActionRow[];
}

export interface DividerPart {
  kind: 'divider';
}

export type Part = TextPart | CardPart | ControlsPart | DividerPart;

/** What did not find room, so that nothing disappears silently. */
export interface Omitted {
  /** Parts left out. */
  dropped: number;
  /** Parts shown in their short form. */
  shortened: number;
}
