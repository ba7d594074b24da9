/** How long a text may be that is an argument: said in the schema and, by `check-arguments.ts`, held. */

/** Of an `ID`: a type and a slug of 80 characters in any script, three bytes each, in base64. */
export const MAX_ID_LENGTH = 500;
/** Of what somebody searches for or types to complete; a search looks at its first 16 words anyway. */
export const MAX_QUERY_LENGTH = 1_000;
/** Of a community's id: "library" or the number of a Discord server. */
export const MAX_COMMUNITY_ID_LENGTH = 20;
/** Of the id of a piece inside a briefing: a section, a claim, a block. */
export const MAX_PIECE_ID_LENGTH = 80;

/** Of a cursor: at most a title of 200 characters, a time and an id; base64 makes four characters of three bytes. */
export const MAX_CURSOR_LENGTH = 2_000;

/** The options of an argument or input field of type String: its description, with the limit, and the limit. */
export function textOptions(maxLength: number, description: string) {
  return {
    description: `${description} At most ${maxLength} characters.`,
    extensions: { maxLength },
  };
}
