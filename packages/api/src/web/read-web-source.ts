import type { ArticleSource } from '../import/drafting/draft-source.ts';
import type { WebOptions } from './get-resource.ts';
import { fetchPage } from './fetch-page.ts';

/** A page on the web → its bytes, named like the file it would be saved as. */
export async function readWebSource(address: string, options: WebOptions): Promise<ArticleSource> {
  const { url, bytes, mediaType, charset } = await fetchPage(address, options);
  return { path: address, fileName: fileNameOf(url, mediaType), content: { bytes, charset }, url };
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/markdown': '.md',
};

function fileNameOf(address: string, mediaType: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  const extension = EXTENSIONS[mediaType];
  return extension === undefined ? last : `${last.replace(/\.[a-z]{1,5}$/i, '')}${extension}`;
}
