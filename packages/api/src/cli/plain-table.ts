/** No colours: output is read by programs and in logs too. */
export const PLAIN_TABLE = { style: { head: [], border: [], compact: true } };
