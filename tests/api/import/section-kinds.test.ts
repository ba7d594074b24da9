import { describe, expect, test } from 'vitest';
import { classifySection } from '@communique/api/import/sections/classify-section';

const HEADINGS: Record<string, readonly string[]> = {
  OVERVIEW: ['Auf einen Blick', 'L’essentiel', 'En breve', 'Главное', '摘要'],
  BACKGROUND: ['Vorgeschichte', 'Contexte', 'Contexto', 'Предыстория', '历史背景'],
  DEVELOPMENTS: ['Was geschah', 'Dernières nouvelles', 'Cronología', 'Что произошло', '最新进展'],
  KEY_ISSUES: ['Worum es geht', 'Les enjeux', 'Puntos clave', 'Ключевые вопросы', '谈判焦点'],
  STAKEHOLDERS: ['Die Rolle der Länder', 'Les protagonistes', 'Quién es quién', 'Действующие лица', '相关方'],
  SCENARIOS: [
    'Drei Szenarien',
    'Scénarios possibles',
    'Posibles escenarios',
    'Возможные сценарии',
    '可能的情景',
  ],
  CHALLENGES: ['Hürden', 'Les difficultés', 'Los retos', 'Трудности', '面临的挑战'],
  IMPLICATIONS: ['Was das bedeutet', 'Les conséquences', 'Qué significa', 'Что это значит', '影响'],
  RECOMMENDATIONS: ['Was zu tun ist', 'Que faire ?', 'Recomendaciones', 'Что делать', '政策建议'],
  EXPERT_VIEW: [
    'Stimmen aus der Forschung',
    'L’avis des juristes',
    'La opinión de los expertos',
    'Мнение экспертов',
    '专家观点',
  ],
  OUTLOOK: ['Wie geht es weiter?', 'Et maintenant ?', 'Perspectivas', 'Что дальше', '未来展望'],
};

describe('the heading of a section tells what it is about, in several languages', () => {
  for (const [kind, headings] of Object.entries(HEADINGS)) {
    test.each(headings)(`${kind}: %s`, (heading) => {
      expect(classifySection(heading)).toBe(kind);
    });
  }

  test.each(['Conclusion', 'What’s next?', "What's next?"])('OUTLOOK: %s', (heading) => {
    expect(classifySection(heading)).toBe('OUTLOOK');
  });

  test('where no word tells, that of the section around it', () => {
    expect(classifySection('The harbour', 'BACKGROUND')).toBe('BACKGROUND');
    expect(classifySection('The harbour')).toBe('OTHER');
  });
});
