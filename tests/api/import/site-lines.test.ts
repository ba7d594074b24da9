/** Lines that a site puts between the paragraphs of an article. */
import { expect, test } from 'vitest';
import { isPageChrome } from '@communique/api/import/page/page-chrome';
import { draftText } from '../../support/drafts.ts';

test.each([
  'Anzeige',
  'Реклама',
  '广告',
  'PUBLICIDAD',
  'La suite après la publicité',
  'Story continues below advertisement',
  'ADVERTISEMENT - CONTINUE READING BELOW',
  'Image source, Getty Images',
  'Getty Images',
  'Foto: dpa',
  'Фото: РИА Новости',
  'Diesen Artikel teilen',
  'Partager cet article',
  'Compartir en Facebook',
  '分享到：微信 微博',
  '责任编辑：王伟',
  'Temps de lecture : 4 min',
  'Lesezeit: 3 Min.',
  'Jetzt Newsletter abonnieren',
  'Sign up for our newsletter to get the news of the port every Friday.',
  'Abonnez-vous à notre newsletter',
  'Suscríbete a nuestra newsletter',
  'Подписывайтесь на наш Telegram-канал',
  '扫一扫关注我们',
  "Don't miss: The crane nobody wanted",
  'Lire aussi | La grue dont personne ne voulait',
  'This article is for subscribers only.',
])('%s is no part of an article', (line) => {
  expect(isPageChrome(line)).toBe(true);
});

test.each([
  'Anzeige erstattete der Hafen am Montag.',
  'Реклама подорожала вдвое, говорят в порту.',
  'Publicidad y cambio',
  'Foto: dass der Kran noch steht, zeigt ein Bild von gestern.',
  'Sign up for our next tide, the captain said.',
  'Подписывайтесь и не спорьте',
  'Share this burden with the town.',
  'Getty Images sued the port over a picture.',
])('%s may be one', (line) => {
  expect(isPageChrome(line)).toBe(false);
});

const ABOVE = 'The harbour closed its oldest crane on Monday, and nobody loses a job over it.';
const BELOW = 'The next inspection follows in the summer, and both sides want to talk before that.';

test.each([
  'RELATED STORIES\nThe crane nobody wanted\nTen facts about tides',
  'You may also like\nThe crane nobody wanted',
  'Das könnte Sie auch interessieren\nDer Kran, den keiner wollte',
  'Te puede interesar\nLa grúa que nadie quería',
  'À lire aussi\nLa grue dont personne ne voulait',
  'Материалы по теме\nКран, которого никто не хотел',
  '相关阅读\n没人想要的起重机',
])('headlines that touch "%s" go with it, in the middle of an article too', (box) => {
  const { document, leftOut } = draftText(`Old crane closes\n\n${ABOVE}\n\n${box}\n\n${BELOW}\n`);
  expect(document.sections.map(({ heading, blocks }) => [heading, blocks.length])).toEqual([[null, 2]]);
  expect(leftOut).toEqual(box.split('\n').map((text) => ({ text, reason: 'RELATED' })));
});

test('what such words head is a section where sentences follow', () => {
  const { document } = draftText(
    `Old crane closes\n\n${ABOVE}\n\nRecommended reading\n\nTwo books tell of it. Both are out of print, and the library has them.\n\n${BELOW}\n`,
  );
  expect(JSON.stringify(document.sections)).toContain('Two books tell of it.');
});

test('tags below an article are its topics, and told as nothing else', () => {
  const { document, leftOut } = draftText(
    `Old crane closes\n\n${ABOVE} ${BELOW}\n\n${BELOW}\n\nArchivado en: Grúas · Puertos\n`,
  );
  expect(document.topics.map(({ name }) => name)).toEqual(['Grúas', 'Puertos']);
  expect(leftOut).toEqual([]);
});
