import { MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { isComponentsV2 } from '../validation/components-v2.ts';
import { MESSAGE_RULES } from '../validation/message-rules.ts';
import { breakRules } from '../validation/problem.ts';
import { InvalidFormError } from '../world/discord-error.ts';
import type { MessageBody } from '../world/message-body.ts';

/** Throws when the change breaks a rule, seen together with what the message is already. */
export function checkEdit(message: APIMessage, body: MessageBody, prefix: readonly string[] = []): void {
  checkMessageBody(effectiveBody(message, body), prefix);
}

export function checkMessageBody(body: MessageBody, prefix: readonly string[] = []): void {
  const broken = breakRules(MESSAGE_RULES, body).map((rule) => ({
    ...rule,
    problems: rule.problems.map((one) => ({ ...one, path: [...prefix, ...one.path] })),
  }));
  if (broken.length > 0) throw new InvalidFormError(broken);
}

/** A Components V2 message stays one; one that becomes it must empty its old fields by name. */
function effectiveBody(message: APIMessage, body: MessageBody): MessageBody {
  const flags = (body.flags ?? 0) | ((message.flags ?? 0) & MessageFlags.IsComponentsV2);
  if (!isComponentsV2(flags) || isComponentsV2(message.flags)) return { ...body, flags };
  return {
    ...body,
    flags,
    content: body.content === undefined ? message.content : body.content,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
  };
}
