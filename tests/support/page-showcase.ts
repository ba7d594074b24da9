import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { startPageBot } from './page-bot.ts';

type PageBot = Awaited<ReturnType<typeof startPageBot>>;

const { forum, ada, mara, jun } = FIRST_WORLD;
const files = [
  { name: 'map.gif', attachment: drawMap() },
  { name: 'report.pdf', attachment: Buffer.alloc(123_456) },
];
const custom = (id: string) => ({ style: ButtonStyle.Secondary as const, customId: id });

/** Fills #general with one of everything that a message can show, long and foreign texts among it. */
export async function showEverything(sandbox: Sandbox, bot: PageBot): Promise<void> {
  sandbox.people.setOverwrite(forum.general, {
    id: forum.botRole,
    type: OverwriteType.Role,
    allow: String(PermissionFlagsBits.SendPolls | PermissionFlagsBits.CreatePublicThreads),
    deny: '0',
  });
  talk(sandbox);
  await replyWithEmbeds(sandbox, bot);
  await askInPoll(bot);
  await useComponents(bot);
  const started = await bot.say(forum.general, 'A message with a thread');
  await started.startThread({ name: 'A thread about it' });
}

function talk({ people }: Sandbox): void {
  const say = (memberId: string, content: string): void =>
    void people.say({ memberId, channelId: forum.general, content });
  say(ada, `**bold** _italic_ ~~gone~~ __under__ \`code\` ||spoiler|| ${'long'.repeat(80)}`);
  say(ada, `<@${mara}> <#${forum.digest}> <@&${forum.moderatorRole}> <t:1700000000:R> <t:1700000000:F> 😀`);
  say(jun, 'مرحبا بالعالم، هذا نص عربي طويل بعض الشيء. שלום עולם');
  say(jun, '# One\n## Two\n### Three\n-# small\n> quoted\n\n- a\n- b\n  - nested\n1. one\n2. two');
  say(
    mara,
    `\`\`\`ts\nconst line = '${'x'.repeat(120)}';\n\`\`\`\n[masked](https://example.org) https://example.org/`,
  );
  say(mara, 'word '.repeat(399));
  say(mara, '😀 🎉');
}

async function replyWithEmbeds({ people }: Sandbox, bot: PageBot): Promise<void> {
  const asked = people.say({ memberId: ada, channelId: forum.general, content: 'Is there a map?' });
  people.react({ memberId: jun, channelId: forum.general, messageId: asked.id, emoji: '🎉', isSet: true });
  const answer = await bot.say(forum.general, {
    content: 'There will be',
    reply: { messageReference: asked.id },
    files: files.slice(0, 1),
    embeds: [
      {
        title: 'An embed with a long title that goes on for quite a while',
        url: 'https://example.org/embed',
        description: 'With **a map** and\n- a list\n```\ncode\n```',
        color: 0x23a55a,
        author: { name: 'The author', url: 'https://example.org/author', icon_url: 'attachment://map.gif' },
        footer: { text: 'A footer', icon_url: 'attachment://map.gif' },
        timestamp: new Date(0).toISOString(),
        thumbnail: { url: 'attachment://map.gif' },
        image: { url: 'https://example.org/far-away.png' },
        fields: [
          { name: 'One', value: 'inline', inline: true },
          { name: 'Two', value: 'inline', inline: true },
          { name: 'Whole', value: 'The whole width' },
        ],
      },
      { description: 'A second one' },
    ],
  });
  await answer.edit('Here it is');
}

async function askInPoll(bot: PageBot): Promise<void> {
  const answers = ['A treaty', 'More talks', 'Nothing for a very long time, which some call peace'];
  await bot.say(forum.general, {
    poll: {
      question: { text: 'What comes next in this long story?' },
      answers: answers.map((text) => ({ text, emoji: '🗣️' })),
      duration: 24,
      allowMultiselect: true,
    },
  });
}

async function useComponents(bot: PageBot): Promise<void> {
  const media = { url: 'attachment://map.gif' };
  await bot.say(forum.general, {
    flags: MessageFlags.IsComponentsV2,
    files,
    components: [
      { type: ComponentType.TextDisplay, content: '# Components\nText outside of a container.' },
      {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: '**Section** with a thumbnail' }],
        accessory: { type: ComponentType.Thumbnail, media, description: 'A map' },
      },
      {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: '**Section** with a link' }],
        accessory: {
          type: ComponentType.Button,
          style: ButtonStyle.Link,
          label: 'Open',
          url: 'https://example.org',
        },
      },
      { type: ComponentType.Separator, divider: true, spacing: 2 },
      {
        type: ComponentType.MediaGallery,
        items: [
          { media, description: 'The map' },
          { media, spoiler: true },
        ],
      },
      { type: ComponentType.File, file: { url: 'attachment://report.pdf' } },
      {
        type: ComponentType.Container,
        accentColor: 0xff8800,
        components: [
          { type: ComponentType.TextDisplay, content: '## In a container' },
          {
            type: ComponentType.ActionRow,
            components: [
              { type: ComponentType.Button, label: 'Plain', ...custom('plain') },
              {
                type: ComponentType.Button,
                label: 'Yes',
                emoji: '✅',
                ...custom('yes'),
                style: ButtonStyle.Success,
              },
              { type: ComponentType.Button, label: 'No', ...custom('no'), style: ButtonStyle.Danger },
            ],
          },
          {
            type: ComponentType.ActionRow,
            components: [
              { type: ComponentType.UserSelect, customId: 'people', placeholder: 'People', maxValues: 3 },
            ],
          },
        ],
      },
      {
        type: ComponentType.Container,
        spoiler: true,
        components: [{ type: ComponentType.TextDisplay, content: 'Hidden' }],
      },
    ],
  });
}

/** The smallest picture that is one: a single grey point. */
function drawMap(): Buffer {
  return Buffer.from('R0lGODdhAQABAIAAAIiIiP///ywAAAAAAQABAAACAkQBADs=', 'base64');
}
