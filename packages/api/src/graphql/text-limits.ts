/** How long a text may be that is an argument: said in the schema and, by `check-arguments.ts`, held. */

/** Of an `ID`: a type and a slug of 80 characters in any script, three bytes each, in base64. */
export const MAX_ID_LENGTH = 500;
/** Of what somebody searches for or types to complete; a search looks at its first 16 words anyway. */
export const MAX_QUERY_LENGTH = 1_000;
/** Of the id of a piece inside a briefing: a section, a claim, a block. */
export const MAX_PIECE_ID_LENGTH = 80;

/** Of a cursor: at most a title of 200 characters, a time and an id; base64 makes four characters of three bytes. */
export const MAX_CURSOR_LENGTH = 2_000;

/** Of a community's id: "library" or the number of a Discord server. */
const MAX_COMMUNITY_ID_LENGTH = 20;
const COMMUNITY_ID = /^(?:library|[1-9]\d{16,19})$/;
const COMMUNITY_ID_OR_ALL = /^(?:library|\*|[1-9]\d{16,19})$/;

/** The options of an argument or input field that names a community; `orAll`: it may also be "*". */
export function communityIdOptions(description: string, { orAll = false } = {}) {
  const options = textOptions(MAX_COMMUNITY_ID_LENGTH, description);
  const form = orAll ? COMMUNITY_ID_OR_ALL : COMMUNITY_ID;
  const formRule = `must be the id of a Discord server or "library"${orAll ? ' or "*"' : ''}`;
  return { ...options, extensions: { ...options.extensions, form, formRule } };
}

/** The options of an argument of type Int that is from `min` to `max`, which the description says too. */
export function rangeOptions(min: number, max: number, description: string) {
  return { description: `${min}–${max}: ${description}`, extensions: { min, max } };
}

/** Of a text that is looked through and never shown as it came: it may hold any character that can be stored. */
export function freeText<Options extends { description: string; extensions?: object }>(options: Options) {
  return { ...options, extensions: { ...options.extensions, isFreeText: true } };
}

/** The options of an argument or input field of type String: its description, with the limit, and the limit. */
export function textOptions(maxLength: number, description: string) {
  return {
    description: `${description} At most ${maxLength} characters.`,
    extensions: { maxLength },
  };
}
