import { MessageResponseSchema } from 'discord-api-spec/zod';
import { ComponentType } from 'discord-api-types/v10';
import type { APIMessage, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { checkSpecification } from '../validation/check-specification.ts';
import { MESSAGE_RULES } from '../validation/message-rules.ts';
import { breakRules, describeProblem } from '../validation/problem.ts';
import { walkComponents } from '../world/walk-components.ts';
import type { SandboxMessage } from './protocol.ts';

/** The specification on the message as it is answered, then the documented rules that it leaves out, on the message as it was said. */
export function judgeMessage(message: APIMessage): SandboxMessage['verdict'] {
  const { content, embeds, components, flags } = message;
  const said = { content, embeds, components: asSaid(components ?? []), flags };
  const violations = [
    ...checkSpecification(MessageResponseSchema, message).map(describeProblem),
    ...breakRules(MESSAGE_RULES, said).flatMap(({ rule, problems }) =>
      problems.map((one) => `${rule}: ${describeProblem(one)}`),
    ),
  ];
  return { ok: violations.length === 0, violations };
}

/** A file is said by the name of an upload and answered with the address at which that was put. */
function asSaid(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone([...components]);
  for (const { component } of walkComponents(copy)) {
    if (component.type !== ComponentType.File || component.file.attachment_id === undefined) continue;
    component.file.url = `attachment://${component.name ?? ''}`;
  }
  return copy;
}
