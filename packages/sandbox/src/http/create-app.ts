import type { Logger } from '@communique/shared/logger';
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { PageError, type PageLoader } from './bundle-page.ts';
import { refuseHost } from './check-origin.ts';
import { serveAttachment } from './serve-attachment.ts';
import type { NodeConnection } from './serve.ts';
import type { World } from '../world/world.ts';

interface AppOptions {
  world: World;
  rest: Hono<{ Bindings: NodeConnection }>;
  peopleArea: Hono;
  loadPage: PageLoader;
  logger: Logger;
}

/** The page loads nothing from elsewhere; `data:` only for small pictures, style attributes for the message components. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src-attr 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The four areas behind one door. */
export function createApp({
  world,
  rest,
  peopleArea,
  loadPage,
  logger,
}: AppOptions): Hono<{ Bindings: NodeConnection }> {
  const app = new Hono<{ Bindings: NodeConnection }>({ getPath: plainPath });
  app.onError((error, context) => {
    logger.error({ err: error, path: context.req.path }, 'The sandbox failed to answer');
    if (error instanceof PageError) return context.text(error.message, 500);
    return context.json({ error: 'The sandbox failed; its log says why.' }, 500);
  });
  app.use(async (context, next) => {
    const reason = refuseHost({ host: context.req.header('host'), origin: undefined });
    if (reason !== null) return context.json({ error: reason }, 403);
    await next();
    return undefined;
  });
  app.route('/api', rest);
  app.route('/sandbox', peopleArea);
  app.get('/attachments/:channelId/:id/:name', (context) => serveAttachment(world, context.req.param('id')));
  app.get('*', async (context) => {
    const asset = (await loadPage()).get(context.req.path);
    if (asset === undefined) return context.text('There is nothing here. The chat page is at /.', 404);
    return new Response(asset.body, {
      headers: {
        'Content-Type': asset.type,
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      },
    });
  });
  return app;
}

/** Clients may write the sign of words such as `@me` as they like; discord.js encodes it where an id could stand. */
function plainPath(request: Request): string {
  return getPath(request).replaceAll(/%40/gi, '@');
}
