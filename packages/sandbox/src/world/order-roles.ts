import type { APIRole } from 'discord-api-types/v10';
import { compareSnowflakes } from './snowflakes.ts';

export interface RoleMove {
  role: APIRole;
  /** Counted from @everyone, which is 0 and stays there. */
  position: number;
}

/** From the lowest to the highest; of two in one place the older is the lower one. */
export function orderRoles(roles: readonly APIRole[]): APIRole[] {
  return roles.toSorted(
    (left, right) => left.position - right.position || compareSnowflakes(left.id, right.id),
  );
}

/** The order after some roles have moved: each stands where it was to go, and the others make room. */
export function moveInOrder(roles: readonly APIRole[], moves: readonly RoleMove[]): APIRole[] {
  const moved = new Set(moves.map(({ role }) => role));
  const [lowest, ...others] = orderRoles(roles);
  const order = others.filter((role) => !moved.has(role));
  for (const { role, position } of moves.toSorted((left, right) => left.position - right.position)) {
    if (role !== lowest) order.splice(Math.max(0, position - 1), 0, role);
  }
  return lowest === undefined ? order : [lowest, ...order];
}
