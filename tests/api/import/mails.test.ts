import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const BODY =
  'Dear all,\n\nThe quay is to be closed in May.\nNobody has been asked.\n\n> Is it true?\n\nIt is. The council decided it.';

function factsOf(text: string): unknown[] {
  const { article } = draftText(text);
  return [article.title, article.byline, article.publishedOn];
}

describe('an e-mail as text', () => {
  test.each([
    'From: Anna Bell <anna@post.example>\nTo: list@post.example\nSubject: Re: The quay closes\nDate: Wed, 5 Mar 2025 10:00:00 +0100',
    'Subject: The quay closes\r\nFrom: "Anna Bell" <anna@post.example>\r\nDate: 5 March 2025',
    'Von: Anna Bell\nGesendet: Mittwoch, 5. März 2025 10:00\nAn: Liste\nBetreff: AW: The quay closes',
  ])('says in its head what it is about, who wrote it and when: %j', (head) => {
    expect(factsOf(`${head}\n\n${BODY}\n`)).toEqual(['The quay closes', 'Anna Bell', '2025-03-05']);
  });

  test('has receivers and a signature, which are told as left out', () => {
    const { document, leftOut } = draftText(
      `From: Anna Bell <anna@post.example>\nTo: list@post.example\nSubject: The quay closes\n\n${BODY}\n\n-- \nAnna Bell, Strait Office\nPort Street 1\n`,
    );
    expect(leftOut).toEqual(
      ['To: list@post.example', 'Anna Bell, Strait Office', 'Port Street 1'].map((text) => ({
        text,
        reason: 'MAIL_HEADER',
      })),
    );
    expect(JSON.stringify(document.sections)).not.toContain('Port Street');
    expect(JSON.stringify(document.sections)).toContain('It is. The council decided it.');
  });

  test('is not a text that begins with who is spoken to', () => {
    const text = `From: Mom\n\nSubject to change: the quay.\n\n${BODY}`;
    expect(JSON.stringify(draftText(text).document)).toContain('From: Mom');
  });
});
