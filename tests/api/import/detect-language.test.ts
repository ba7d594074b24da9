import { expect, test } from 'vitest';
import { detectLanguage } from '@communique/api/import/page/detect-language';
import { draftText } from '../../support/drafts.ts';

test.each([
  ['en', 'The ferry is late and nobody on the quay knows why it has not left the harbour.'],
  ['de', 'Die Fähre ist zu spät, und am Kai weiß niemand, warum sie nicht aus dem Hafen ist.'],
  ['fr', 'Le bac est en retard et personne sur le quai ne sait pourquoi il est dans le port.'],
  ['es', 'El barco llega tarde y en el muelle no se sabe por qué no ha salido del puerto.'],
  [
    'ca',
    'El vaixell arriba tard i als molls no saben per què aquest no ha sortit, però també esperen amb els altres.',
  ],
  ['it', 'Il traghetto è in ritardo e sulla banchina non si sa perché non è uscito dal porto.'],
  ['pt', 'O barco está atrasado e no cais não se sabe por que ele ainda não saiu do porto.'],
  ['nl', 'De veerboot is te laat en op de kade weet niemand waarom het schip niet naar zee is.'],
  ['pl', 'Prom się spóźnia i na nabrzeżu nikt nie wie, że jest jeszcze w porcie.'],
  [
    'cs',
    'Trajekt má zpoždění a na nábřeží nikdo neví, že je ještě v přístavu, protože se to neříká jako dřív.',
  ],
  ['hu', 'A komp késik, és a rakparton nem tudja senki, hogy már csak egy óra van hátra.'],
  ['ro', 'Feribotul întârzie și nimeni nu știe de ce este în port, pentru că nu sunt vești din partea lui.'],
  ['sv', 'Färjan är sen och på kajen vet ingen att det är något som har hänt med den.'],
  ['da', 'Færgen er forsinket, og på kajen ved ingen, at det er noget, der skete efter stormen af i går.'],
  ['no', 'Ferja er forsinket, og på kaia vet ingen at det er noe som skjedde etter stormen av i går.'],
  ['fi', 'Lautta on myöhässä ja laiturilla ei tiedetä, että se oli jo satamassa, mutta myös muut odottavat.'],
  ['tr', 'Feribot geç kaldı ve bu sabah için iskelede kimse bir şey bilmiyor, ancak çok bekleyen var.'],
  ['id', 'Kapal itu terlambat dan orang di dermaga tidak tahu mengapa kapal yang lain sudah dari pelabuhan.'],
  ['vi', 'Phà bị trễ và không có ai trên bến biết được những gì đã xảy ra với các con tàu này.'],
  ['ru', 'Паром опаздывает, и на причале никто не знает, что с ним, но все ждут его, как и вчера.'],
  [
    'uk',
    'Пором запізнюється, і на причалі ніхто не знає, що з ним, але всі чекають його, як і вчора, або ні.',
  ],
  ['bg', 'Фериботът закъснява и на кея не се знае защо е така, но всички са тук и чакат да дойде.'],
  ['zh', '渡轮晚点了，码头上没有人知道原因。'],
  ['ja', 'フェリーが遅れていて、理由は誰も知らない。'],
  ['ko', '페리가 늦었지만 부두에서는 아무도 이유를 모른다.'],
  ['ar', 'تأخرت العبارة ولا أحد على الرصيف يعرف السبب.'],
  ['fa', 'کشتی دیر کرده و هیچ‌کس در اسکله نمی‌داند چرا.'],
  ['th', 'เรือมาสายและไม่มีใครบนท่าเรือรู้ว่าทำไม'],
  ['und', '12:40 — 13:05'],
])('%s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  [
    'es',
    'El Congreso aprobó el martes la reforma. «Es un gran día», dijo el presidente. Según la agencia, 200 diputados votaron a favor. La ley entra en vigor el 1 de enero.',
  ],
  ['es', '¿Qué sigue? Nada.'],
  ['en', 'How do I start? Run start. How do I stop? Press Ctrl-C.'],
  ['en', "What's new?\nEverything.\nWhat's old?\nNothing at all."],
  ['en', 'Q: What’s new?\nA: Everything.\nQ: What’s old?\nA: Nothing at all: really.'],
  ['en', 'How do I log in? Use your mail address. What about SSO? Ask your admin.'],
  ['uk', 'Міська рада у понеділок проголосувала за нову лінію трамвая в місті.'],
  ['ru', 'Городской совет в понедельник проголосовал за новую линию трамвая, несмотря на возражения.'],
  ['fr', "Le conseil a voté la loi. Qu'en pense-t-on ? On l'ignore."],
  ['de', 'Wie fange ich an? Starte das Programm.'],
  ['it', 'Come si comincia? Avvia il programma e leggi la guida.'],
  ['pt', 'O conselho aprovou a lei na terça. Isso não é bom para a cidade.'],
])('a few words are enough: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('names and code in another language do not change it', () => {
  const { document } = draftText(
    '# Пором\n\nПором запізнюється, і на причалі ніхто не знає, що з ним. Про це пише The Strait Weekly Post and the Harbour News.\n\n```\nif the ferry is not in the harbour then wait for it and be on the quay\n```\n',
    'a.md',
  );
  expect(document.language).toBe('uk');
});

test('of a page, what it says counts, not its markup', () => {
  const { document } = draftText(
    `<html><head><title>Паром</title></head><body>${'<div class="the and of to in is that for with as on">'.repeat(20)}<p>Паром опаздывает, и на причале никто не знает, что с ним. Все ждут.</p></body></html>`,
    'a.html',
  );
  expect(document.language).toBe('ru');
});

test('names of versions, commits and options tell no language', () => {
  expect(
    detectLanguage(
      'v8: upgrade to v3.20.2. c-ares: upgrade to b@805d153. k/s: fix the --without-a option (A. Berg). o_o: add to it.',
    ),
  ).toBe('en');
});
