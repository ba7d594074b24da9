import type { Section } from '../../briefings/document.ts';

export type SectionKind = Section['kind'];

/**
 * Words of a heading that tell what its section is about, the telling ones first: 'Challenges of recent
 * developments' is about challenges. Words are matched from their beginning ('scenario' finds 'scenarios').
 */
export const KIND_WORDS: readonly (readonly [SectionKind, readonly string[]])[] = [
  [
    'SCENARIOS',
    [
      'scenario|what could they look like|what could happen|szenari|scénario|escenario|сценари|情景',
      'was passieren könnte|ce qui pourrait|qué podría|cenário|варианты развит|что может произойти',
      '可能的结果|可能的发展',
    ],
  ],
  [
    'RECOMMENDATIONS',
    [
      'recommend|what should|empfehl|recommand|recomenda|рекомендац|建议|what needs to|was zu tun',
      'handlungs|que faire|qué hacer|raccomand|что делать|что следует|建議|对策',
    ],
  ],
  [
    'STAKEHOLDERS',
    [
      'stakeholder|key player|key people|key figures|who is who|who wants what|main player|actors',
      'parties involved|the role of|role of|who is involved|akteure|beteiligte|acteurs|actores|участник',
      'стороны|各方|the players|players|protagonist|wer will was|wer ist wer|die rolle|hauptakteure',
      'interessengruppe|parties prenantes|qui veut quoi|le rôle|partes interesadas|quién es quién',
      'el papel de|заинтересованн|действующие лица|игрок|кто есть кто|роль|利益相关|关键人物|相关方',
    ],
  ],
  [
    'CHALLENGES',
    [
      'challenge|obstacle|hurdle|barrier|risk|skeptic|sceptic|criticism|concern|problem|herausforderung',
      'hinderniss|risik|défi|risque|desafío|obstácul|riesgo|вызов|препятстви|риск|проблем|挑战|风险',
      'drawback|sticking point|hürde|schwierigkeit|kritik|streitpunkt|problème|difficulté|critique',
      'retos|dificultad|crítica|трудност|сложност|критик|挑戰|障碍|困难',
    ],
  ],
  [
    'EXPERT_VIEW',
    [
      'expert|analyst|interview|insight|opinion|experten|meinung|entretien|entrevista|эксперт|интервью',
      'мнени|专家|viewpoint|einschätzung|stimmen|avis|point de vue|points de vue|opinión|experto|экспертн',
      'аналитик|观点|看法|采访',
    ],
  ],
  [
    'IMPLICATIONS',
    [
      'implication|impact|consequence|effect|what it means|what this means|auswirkung|folgen|bedeutung',
      'conséquence|consecuencia|impacto|последстви|значени|影响|why it matters|why this matters',
      'significance|was das bedeutet|was bedeutet|konsequenz|warum das wichtig|ce que cela|répercussion',
      "pourquoi c'est important|qué significa|implicacion|repercusi|por qué importa|что это значит",
      'что это означает|влияни|эффект|意义|后果|影響',
    ],
  ],
  [
    'OUTLOOK',
    [
      'outlook|looking ahead|looking forward|future|conclusion|final thoughts|in retrospect|in closing',
      "prediction|next steps|how likely|what's next|what comes next|path forward|ausblick|fazit|schluss",
      'perspectives|perspectiva|conclusión|вывод|заключени|перспектив|итог|展望|结论|what next',
      'what happens next|way forward|road ahead|prospects|closing thoughts|bottom line',
      'wie geht es weiter|wie es weitergeht|was nun|was kommt|zukunft|schlussfolgerung|et maintenant',
      'la suite|avenir|prochaines étapes|y ahora|qué sigue|qué viene|futuro|próximos pasos',
      'conclusiones|prospettive|conclusioni|что дальше|что будет|будущее|прогноз|下一步|未来|前景|结语|总结|后续',
    ],
  ],
  [
    'BACKGROUND',
    [
      'background|histor|context|origins|how we got here|hintergrund|geschichte|contexte|antecedente',
      'contexto|предыстори|истори|контекст|背景|backstory|how it began|how did we get here|vorgeschichte',
      'ausgangslage|rückblick|historique|rappel des faits|trasfondo|cómo empezó|cómo llegamos',
      'предпосылк|как все начиналось|как всё начиналось|справка|历史|由来|起因',
    ],
  ],
  [
    'DEVELOPMENTS',
    [
      'development|latest|recent|news|update|timeline|meeting|summit|what happened|entwicklung|neueste',
      'treffen|actualité|rencontre|acontecimiento|reunión|событи|встреч|новост|进展|how it unfolded',
      'so far|was geschah|was ist passiert|aktuell|chronologie|chronolog|dernières nouvelles',
      "ce qui s'est passé|évolution|novedades|últimas|qué pasó|cronolog|хронолог|что произошло|развитие",
      'ход событий|последние|最新|经过|动态|时间线',
    ],
  ],
  [
    'KEY_ISSUES',
    [
      'key area|key issue|key factor|key theme|key topic|issue|agenda|areas of|topics|themes|factors',
      'priorit|tracks|platform|themen|kernfrage|enjeu|cuestion|тем|вопрос|议题|key point|main point',
      'streitfrage|worum es geht|points clés|puntos clave|temas|ключев|焦点|要点|核心',
    ],
  ],
  [
    'OVERVIEW',
    [
      'overview|introduction|summary|at a glance|in brief|deep dive|überblick|einleitung',
      'zusammenfassung|aperçu|résumé|resumen|introducción|обзор|введение|кратко|概述|tl dr|tldr',
      'key takeaway|auf einen blick|in kürze|kurz und|das wichtigste|en bref|vue ensemble|synthèse',
      'essentiel|en breve|panorama|visión general|de un vistazo|главное|краткое|摘要|概览|简介|概要',
    ],
  ],
  // 'What are the risks?' is about risks; alone it explains.
  [
    'BACKGROUND',
    ["understanding|what is|what are|what was|was ist|was sind|qu'est-ce|qué es|что такое|什么是"],
  ],
];
