/** What a section is called and what it is about where the file says nothing else. */
export const INTRODUCTION = { id: 'introduction', kind: 'OVERVIEW' } as const;

/** Of an id within the braces of a heading; a longer one stands in a comment above it. */
export const HEADING_ID = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,69}$/u;
