import type { World } from '../world/world.ts';

/** What a browser may show beside the page; everything else is downloaded, so that an upload is never a page of this site. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|audio\/|video\/|text\/plain)/;

/** A file that a bot or a member has uploaded. */
export function serveAttachment(world: World, id: string): Response {
  const attachment = world.attachments.get(id);
  if (attachment === undefined) return new Response('This content is no longer available.', { status: 404 });
  const { bytes, contentType, name } = attachment;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': SHOWN.test(contentType) ? contentType : 'application/octet-stream',
      'Content-Disposition': `${SHOWN.test(contentType) ? 'inline' : 'attachment'}; filename="${name}"`,
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
