import type { LiveInteraction } from './interaction.ts';
import { deleteMessage, findMessage, isThinking } from './messages.ts';
import type { World } from './world.ts';

/** The bot has answered finally. */
export function completeInteraction(world: World, interaction: LiveInteraction): void {
  acknowledgeInteraction(world, interaction);
  settleInteraction(interaction);
}

/** The bot has answered, but more is expected: a click that was acknowledged, an edit still to come. */
export function acknowledgeInteraction(world: World, interaction: LiveInteraction): void {
  if (interaction.state === 'ANSWERED') return;
  interaction.state = 'ANSWERED';
  world.events.emit({ type: 'interaction-acknowledged', interaction });
}

export function failInteraction(world: World, interaction: LiveInteraction, error: string): void {
  interaction.state = 'FAILED';
  interaction.error = error;
  const placeholder =
    interaction.responseId === null
      ? undefined
      : findMessage(world, interaction.channelId, interaction.responseId);
  if (placeholder !== undefined && isThinking(placeholder)) deleteMessage(world, placeholder);
  world.events.emit({ type: 'interaction-failed', interaction });
  settleInteraction(interaction);
}

/** Nobody needs to wait any longer. */
export function settleInteraction(interaction: LiveInteraction): void {
  interaction.settled.resolve();
}
