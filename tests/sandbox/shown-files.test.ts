import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  AttachmentBuilder,
  ChannelType,
  ComponentType,
  EmbedBuilder,
  MessageFlags,
  type Message,
  type TextChannel,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';

const { forum } = FIRST_WORLD;

async function withChannel(
  act: (general: TextChannel) => Promise<void>,
  violations: string[] = [],
): Promise<void> {
  await withSandbox(
    async (sandbox) =>
      withBot(sandbox, async (bot) => {
        const general = await bot.channels.fetch(forum.general);
        if (general?.type !== ChannelType.GuildText) throw new Error('No text channel');
        await act(general);
      }),
    { expected: { violations } },
  );
}

const file = (name: string) => new AttachmentBuilder(Buffer.from(name), { name });
const withMap = (title: string) => new EmbedBuilder().setTitle(title).setImage('attachment://map.png');

const sendMap = async (general: TextChannel) =>
  general.send({ embeds: [withMap('The strait')], files: [file('map.png')] });

/** The names of what Discord lists beside a message now. */
async function filesBeside(message: Message): Promise<string[]> {
  const { attachments } = await message.channel.messages.fetch({ message: message.id, force: true });
  return attachments.map(({ name }) => name);
}

test('a file may come in a form whose fields are the message', async () => {
  await withSandbox(async (sandbox) => {
    const form = new FormData();
    form.set('content', 'Hello, World!');
    form.set('tts', 'false');
    form.set('files[0]', new Blob(['a map'], { type: 'image/png' }), 'map.png');
    const answer = await fetch(`${sandbox.apiUrl}/v10/channels/${forum.general}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bot ${BOT_TOKEN}` },
      body: form,
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { content: 'Hello, World!', tts: false, attachments: [{ filename: 'map.png' }] },
    ]);
  });
});

describe('a file that an embed shows', () => {
  test('stays with the message, and an edit can name it again', async () => {
    await withChannel(async (general) => {
      const sent = await sendMap(general);
      const address = sent.embeds[0]?.image?.url;
      expect(await filesBeside(sent)).toEqual([]);
      const edited = await sent.edit({ embeds: [withMap('The strait, corrected')] });
      expect([edited.embeds[0]?.title, edited.embeds[0]?.image?.url]).toEqual([
        'The strait, corrected',
        address,
      ]);
      await sent.edit('Other words');
      expect(await filesBeside(sent)).toEqual([]);
    });
  });

  test('is listed beside the message when no embed names it any more, and hidden when one does again', async () => {
    await withChannel(async (general) => {
      const sent = await sendMap(general);
      await sent.edit({ embeds: [new EmbedBuilder().setTitle('No picture')] });
      expect(await filesBeside(sent)).toEqual(['map.png']);
      await sent.edit({ embeds: [withMap('A picture again')] });
      expect(await filesBeside(sent)).toEqual([]);
      await sent.edit({ content: 'Words', embeds: [] });
      expect(await filesBeside(sent)).toEqual(['map.png']);
    });
  });

  test('is listed, too, when the embed comes back with the address that Discord gave it', async () => {
    await withChannel(async (general) => {
      const sent = await sendMap(general);
      const [embed] = sent.embeds;
      if (embed === undefined) throw new Error('No embed');
      await sent.edit({ embeds: [embed] });
      expect(await filesBeside(sent)).toEqual(['map.png']);
    });
  });

  test('goes when the edit keeps no files, or only others', async () => {
    await withChannel(
      async (general) => {
        const sent = await sendMap(general);
        await sent.edit({ embeds: [new EmbedBuilder().setTitle('No picture')], attachments: [] });
        expect(await filesBeside(sent)).toEqual([]);
        const gone = sent.edit({ embeds: [withMap('Gone')] });
        await expect(gone).rejects.toMatchObject({ code: 50035 });

        const replaced = await sendMap(general);
        await replaced.edit({ embeds: [], content: 'A report', files: [file('report.pdf')] });
        expect(await filesBeside(replaced)).toEqual(['report.pdf']);
      },
      ['attachment-reference'],
    );
  });

  test('may also be the icon of its author or of its footer', async () => {
    await withChannel(async (general) => {
      const embed = new EmbedBuilder()
        .setAuthor({ name: 'The ministry', iconURL: 'attachment://seal.png' })
        .setFooter({ text: 'The desk', iconURL: 'attachment://desk.png' });
      const sent = await general.send({ embeds: [embed], files: [file('seal.png'), file('desk.png')] });
      expect(sent.embeds[0]?.author?.iconURL).toMatch(/\/attachments\/.*seal\.png$/);
      expect(sent.embeds[0]?.author?.proxyIconURL).toBe(sent.embeds[0]?.author?.iconURL);
      expect(sent.embeds[0]?.footer?.iconURL).toMatch(/\/attachments\/.*desk\.png$/);
      expect(await filesBeside(sent)).toEqual([]);
    });
  });
});

describe('a file that a component shows', () => {
  const flags = MessageFlags.IsComponentsV2 as const;
  const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });
  const gallery = {
    type: ComponentType.MediaGallery as const,
    items: [{ media: { url: 'attachment://map.png' } }],
  };
  const report = { type: ComponentType.File as const, file: { url: 'attachment://report.pdf' } };

  test('is not listed beside the message, stays, and can be named again', async () => {
    await withChannel(async (general) => {
      const files = [file('map.png'), file('report.pdf')];
      const sent = await general.send({ flags, components: [gallery, report], files });
      expect(await filesBeside(sent)).toEqual([]);
      await sent.edit({ components: [text('Only words')] });
      expect(await filesBeside(sent)).toEqual(['map.png', 'report.pdf']);
      const edited = await sent.edit({ components: [text('The report'), report] });
      expect(edited.components[1]?.toJSON()).toMatchObject({ name: 'report.pdf', size: 10 });
      expect(await filesBeside(sent)).toEqual(['map.png']);
    });
  });

  test('must be there', async () => {
    await withChannel(
      async (general) => {
        const components = [text('Words'), gallery];
        const lost = general.send({ flags, components, files: [file('report.pdf')] });
        await expect(lost).rejects.toMatchObject({ code: 50035 });
      },
      ['attachment-reference'],
    );
  });
});
