import type { SandboxMessage } from '../../people/protocol.ts';
import type { ContextCommand } from '../commands/list-context-commands.ts';
import type { MenuGroup } from '../look/chat-menu.ts';
import type { Session } from '../session/create-session.ts';

// Enough to see what a bot makes of reactions.
const emojis = ['👍', '❤️', '😂', '🎉'];

interface MenuActs {
  session: Session;
  reply: () => void;
}

/** What can be done with a message: a note that only one member sees takes no reply, reaction or command. */
export function messageMenu(
  message: SandboxMessage,
  commands: readonly ContextCommand[],
  { session, reply }: MenuActs,
): MenuGroup[] {
  if (message.ephemeral_for !== null) {
    return [
      {
        title: 'Message',
        items: [{ label: 'Dismiss message', act: () => void session.dismiss(message.id) }],
      },
    ];
  }
  const react = emojis.map((emoji) => ({
    label: `React with ${emoji}`,
    act: () => void session.react(message.id, emoji, true),
  }));
  const items = (on: ContextCommand['on'], targetId: string): MenuGroup['items'] =>
    commands
      .filter((command) => command.on === on)
      .map(({ commandId, name }) => ({
        label: name,
        act: () => void session.runCommand({ commandId, name, options: [], targetId }),
      }));
  const author = message.author.global_name ?? message.author.username;
  const groups = [
    { title: 'Message', items: [{ label: 'Reply', act: reply }, ...react] },
    { title: 'Apps, on this message', items: items('MESSAGE', message.id) },
    { title: `Apps, on ${author}`, items: items('MEMBER', message.author.id) },
  ];
  return groups.filter((group) => group.items.length > 0);
}
