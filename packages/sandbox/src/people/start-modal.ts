import { ComponentType, InteractionType } from 'discord-api-types/v10';
import { describeMessage } from '../world/describe-message.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import { findMessage } from '../world/messages.ts';
import { startInteraction } from '../world/start-interaction.ts';
import type { World } from '../world/world.ts';
import { PeopleError } from './errors.ts';
import { findActor } from './find-actor.ts';
import { checkSubmission, submittedFields } from './modal-fields.ts';
import type { ModalSubmission } from './people.ts';
import type { Modal } from './protocol.ts';
import { createResolver, type EntityKind } from './resolve-entities.ts';
import { receiveUploads, withStoredFields } from './uploads.ts';

/** A member sends a modal that the bot had opened for them. */
export function startModal(world: World, submission: ModalSubmission): LiveInteraction {
  const { opener, modal } = openModal(world, submission);
  if (wasSent(world, opener)) throw new PeopleError(409, 'This modal was sent already.');
  checkSubmission(modal, submission.components);
  const actor = findActor(world, { memberId: submission.memberId, channelId: opener.channelId });
  const uploads = receiveUploads(world, actor.channel.id, submission.attachments);
  const components = withStoredFields(submission.components, uploads);
  const resolver = createResolver(world, actor, uploads);
  for (const field of submittedFields(components)) {
    const kind = ENTITIES[field.type];
    if (kind === undefined || !('values' in field)) continue;
    const stranger = field.values.find((id) => !resolver.add(kind, id));
    if (stranger !== undefined) throw new PeopleError(400, `There is no such ${kind} on this server.`);
  }
  const resolved = resolver.result();
  const source =
    opener.sourceMessageId === null
      ? undefined
      : findMessage(world, opener.channelId, opener.sourceMessageId);
  return startInteraction(world, {
    actor,
    opener,
    ...(source !== undefined && { message: describeMessage(world, source) }),
    act: {
      type: InteractionType.ModalSubmit,
      data: {
        custom_id: submission.customId,
        components,
        ...(resolved !== undefined && { resolved }),
      },
    },
  });
}

/** The modal of an interaction of this member. */
export function openModal(
  world: World,
  wanted: { memberId: string; interactionId: string; customId?: string },
): { opener: LiveInteraction; modal: Modal } {
  const opener = world.interactions.get(wanted.interactionId);
  const { modal = null } = opener ?? {};
  const isTheirs = opener?.memberId === wanted.memberId;
  if (opener === undefined || modal === null || !isTheirs) {
    throw new PeopleError(404, 'No modal is open for this member.');
  }
  if (wanted.customId !== undefined && wanted.customId !== modal.custom_id) {
    throw new PeopleError(404, `The open modal is "${modal.custom_id}".`);
  }
  return { opener, modal };
}

/** A modal closes when the bot answers; until then Discord lets a member try again. */
function wasSent(world: World, opener: LiveInteraction): boolean {
  return world.interactions.values().some((sent) => sent.opener === opener && sent.state !== 'FAILED');
}

const ENTITIES: Readonly<Partial<Record<ComponentType, EntityKind>>> = {
  [ComponentType.UserSelect]: 'user',
  [ComponentType.RoleSelect]: 'role',
  [ComponentType.MentionableSelect]: 'mentionable',
  [ComponentType.ChannelSelect]: 'channel',
  [ComponentType.FileUpload]: 'attachment',
};
