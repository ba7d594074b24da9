/** How languages say that somebody said something. Patterns; of Chinese, characters. */
import { compilePattern } from '../text/compile-pattern.ts';
import { VERBS_OF_SAYING } from './speech-verbs.ts';

/** Words of an office right before a name, in languages other than English. */
export const OFFICES_OF_LANGUAGES = [
  'maire|ministre|présidente?|directeur|directrice|porte-parole|secrétaire|députée?|procureure?|préfète?|ambassadeur|ambassadrice|sénateur|sénatrice|chancelier|gouverneure?|commandante?|chef|cheffe|avocate?|professeure?',
  'alcaldesa?|alcalde|presidente|presidenta|ministr[oa]|portavoz|vocer[oa]|directora?|secretari[oa]|diputad[oa]|senadora?|fiscal|embajadora?|gobernadora?|comisari[oa]|canciller|abogad[oa]|profesora?|investigadora?|consejer[oa]|concejal|líder|jefe|jefa',
  'мэр|министр|президент|губернатор|директор|депутат|глава|представитель(?:ница)?|капитан|премьер|премьер-министр|секретарь|пресс-секретарь|посол|председатель|руководитель|заместитель|начальник|спикер|лидер|сенатор|канцлер|советник|адвокат|профессор|эксперт|аналитик|политолог|экономист|генерал|полковник|журналист|замглавы|замминистра|замдиректора|зампред|зампредседателя|замначальника|замгубернатора|замруководителя|вице-премьер|вице-президент|вице-спикер|вице-губернатор|гендиректор|генпрокурор|экс-президент|экс-министр|экс-мэр|прокурор|омбудсмен|госсекретарь|генсек|главком|постпред|полпред|врио|замгенсека',
  'sindac[oa]|portavoce|direttore|direttrice|sottosegretari[oa]|prefeit[oa]|porta-voz|secretári[oa]|deputad[oa]|burgemeester|woordvoerder|woordvoerster|wethouder|premier|prezydent|rzecznik|rzeczniczka|burmistrz|міністр|речник|речниця|мер',
].join('|');

/** “…, — said he, — …”: who speaks, within the marks. What stands there is not what was said word for word. */
export const SPEAKER_WITHIN_MARKS = compilePattern(
  `[,!?…]\\s*[—–]\\s*(?:${VERBS_OF_SAYING.join('|')})(?!\\p{L})|(?<!\\p{L})a-t-(?:il|elle|on)(?!\\p{L})|,\\s*(?:dit|explique|ajoute|affirme)-(?:il|elle|on)(?!\\p{L})`,
  'iu',
);
