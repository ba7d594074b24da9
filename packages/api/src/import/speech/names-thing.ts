import { isOrganization } from './extract-people.ts';

const PLACE =
  /^(?:New|San|Santa|São|Los|Las|La|El|Saint|North|South|East|West|Buenos|Hong|Rio|Puerto|Costa|Cape|Tel|Abu|United|Great)\s/u;
const KIND_OF_PLACE =
  /^(?:capital|city|town|village|country|county|state|island|stadt|hauptstadt|ville|capitale|pays|ciudad|pueblo|país|isla|столицы|города|страны)$/iu;

/** "the mayor of the capital, Port Vale": it is the capital that has this name, not the mayor. */
export function namesThing(office: readonly string[], name: string): boolean {
  return (
    PLACE.test(name) || isOrganization(name) || (office.length > 1 && KIND_OF_PLACE.test(office.at(-1) ?? ''))
  );
}
