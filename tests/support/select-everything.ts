/** A selection of everything that an answer says of itself: all its fields but lists of other things and what leads to them. */
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { schema } from '@communique/api/graphql/schema';

/** What is shown as it is now, also in an answer that was given before. */
const OTHER_THINGS = new Set([
  'EditorialBriefing.revisions',
  'EditorialBriefing.translationOf',
  'EditorialBriefing.translations',
  'EditorialBriefing.translationState',
  'EditorialFaqEntry.briefing',
  'EditorialFaqEntry.replacedBy',
  'FaqEntry.briefing',
  'Article.briefing',
  'Article.feed',
  'Article.pieces',
  'Question.faqEntry',
  'Report.briefing',
  'Report.faqEntry',
  'DigestSchedule.lastDelivery',
  'Delivery.schedule',
  'EditionItem.briefing',
  'WebhookDelivery.change',
  // Said to whoever imported it, and not kept: it quotes headings.
  'ImportedArticle.message',
  'ArticleChanges.sections',
]);

const DEEPEST = 4;

export function selectResult(mutation: string): string {
  const type = getNamedType(fieldOf(mutation).type);
  const members = isUnionType(type) ? type.getTypes() : [];
  const successes = members.filter((member) => !member.getInterfaces().some(({ name }) => name === 'Error'));
  const fragments = successes.map((member) => `... on ${member.name} ${selectionOf(member, [])}`);
  return `{ __typename ... on Error { code message path } ${fragments.join(' ')} }`;
}

export function fieldOf(mutation: string): GraphQLField<unknown, unknown> {
  const field = schema.getMutationType()?.getFields()[mutation];
  if (field === undefined) throw new Error(`There is no mutation "${mutation}"`);
  return field;
}

function selectionOf(type: GraphQLNamedType, above: readonly string[]): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const path = [...above, type.name];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const isNeeded = !OTHER_THINGS.has(`${type.name}.${field.name}`) && !field.args.some(isRequiredArgument);
    if (!isNeeded) return [];
    if (isLeafType(inner)) return [field.name];
    if (path.includes(inner.name) || path.length === DEEPEST) return [];
    return [`${field.name} ${selectionOf(inner, path)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}
