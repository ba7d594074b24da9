import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface PageAsset {
  body: string;
  type: string;
}

/** By path. */
export type PageAssets = ReadonlyMap<string, PageAsset>;

/** Gives the page; what it costs to build is paid once. */
export type PageLoader = () => Promise<PageAssets>;

/** Thrown when the page cannot be built; a visitor and the log are told the message. */
export class PageError extends Error {
  override name = 'PageError';
}

const PAGE = fileURLToPath(new URL('../page/', import.meta.url));

/** Builds the page when it is first asked for, and again after a failure. */
export function createPageLoader(build: PageLoader = bundlePage): PageLoader {
  let building: Promise<PageAssets> | undefined;
  return async () => {
    building ??= build();
    try {
      return await building;
    } catch (error) {
      building = undefined;
      throw error;
    }
  };
}

/** Builds the chat page in memory; nothing is written and nothing is fetched. */
export async function bundlePage(folder: string = PAGE): Promise<PageAssets> {
  const [html, script, style] = await Promise.all([
    readPart(folder, 'index.html'),
    readPart(folder, 'main.ts').then(() => bundleScript(`${folder}/main.ts`)),
    readPart(folder, 'style.css'),
  ]);
  return new Map([
    ['/', { body: html, type: 'text/html; charset=utf-8' }],
    ['/assets/main.js', { body: script, type: 'text/javascript; charset=utf-8' }],
    ['/assets/style.css', { body: style, type: 'text/css; charset=utf-8' }],
  ]);
}

async function readPart(folder: string, name: string): Promise<string> {
  try {
    return await readFile(`${folder}/${name}`, 'utf8');
  } catch (cause) {
    throw new PageError(`The chat page is incomplete: packages/sandbox/src/page/${name} cannot be read.`, {
      cause,
    });
  }
}

async function bundleScript(entry: string): Promise<string> {
  // Loaded here because tests that need no page should not pay for it.
  const { build, stop } = await import('esbuild');
  try {
    const result = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      sourcemap: false,
      legalComments: 'none',
      logLevel: 'silent',
    });
    return result.outputFiles[0]?.text ?? '';
  } catch (cause) {
    throw new PageError(`The chat page does not build: ${cause instanceof Error ? cause.message : ''}`, {
      cause,
    });
  } finally {
    // Ends esbuild's helper process.
    await stop();
  }
}
