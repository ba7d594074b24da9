/** Why a passage of a document is not in its draft, for whoever reads it there. */
export const LEFT_OUT_REASONS = {
  NAVIGATION: { description: 'A line of menus or of the site itself.' },
  LANGUAGE_LINE: { description: 'A line that switches languages.' },
  COMMENT_LINE: { description: 'A line about comments.' },
  SHARE_BUTTON: { description: 'A line to share or follow.' },
  RELATED: { description: 'Leads to other articles.' },
  TABLE_OF_CONTENTS: { description: 'A table of contents.' },
  LEGAL_LINE: { description: 'A line about rights, terms or privacy.' },
  PICTURE_CREDIT: { description: 'Says who made a picture.' },
  REPEATED_TITLE: { description: 'The title again.' },
  QUESTIONS_HEADING: { description: 'Only announces questions, which became FAQ entries.' },
  ABOUT_AUTHOR: { description: 'Says who the author is, after the end of the article.' },
  INVITATION: { description: 'Invites readers to answer.' },
  MAIL_HEADER: { description: 'A line from the head of an e-mail, or its signature.' },
  EMPTY_HEADING: { description: 'A heading that heads nothing.' },
  END_OF_PAGE: { description: 'No sentence, after the end of the article.' },
  AROUND_ARTICLE: { description: 'Stands on the page beside the article.' },
  SITE_CODE: { description: 'Tells the program that makes the site what to do.' },
  TOO_LONG: { description: 'The rest of an answer of more than 20,000 characters.' },
  UNKNOWN: { description: 'Nothing tells why: see whether it belongs into the draft.' },
} as const;

export type LeftOutReason = keyof typeof LEFT_OUT_REASONS;

export interface LeftOutPassage {
  text: string;
  reason: LeftOutReason;
}
