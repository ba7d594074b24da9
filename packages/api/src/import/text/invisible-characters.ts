/** Characters that show nothing: soft hyphens, zero-width spaces, marks of direction. Joiners stay: Persian, Hindi and emoji need them. */
export const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
export const INVISIBLE_ALL = new RegExp(INVISIBLE, 'g');

/** They turn the letters around them: "exe.gpj" is shown as something else. */
export const DIRECTION_ALL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
