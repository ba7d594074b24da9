/** Discord's numbers, in one place. Sources: Discord's developer documentation of August 2026 unless a line says otherwise. */

export const MESSAGE_LIMITS = {
  /** Components of one message, nested ones counted. */
  components: 40,
  /** Characters over all text displays (discord.js guide; the documentation of Discord does not say it yet). */
  characters: 4_000,
  /** UTF-8 bytes over all text displays plus 12 for each: beyond it Discord answers 500 (discord-api-docs issue 8554). */
  bytes: 10_170,
  bytesPerTextDisplay: 12,
} as const;

export const ROW_BUTTONS = 5;
export const BUTTON_LABEL = 80;
export const CUSTOM_ID = 100;
export const SELECT_OPTIONS = 25;
export const OPTION_TEXT = 100;
export const PLACEHOLDER = 150;

export const CHOICES = 25;
export const CHOICE_TEXT = 100;

export const NONCE = 25;
/** Messages of one page of a channel's history. */
export const HISTORY_PAGE = 100;

/** Discord waits this long for the first answer to an interaction. */
export const INTERACTION_DEADLINE_MS = 3_000;
