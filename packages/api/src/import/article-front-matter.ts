/** The front matter of somebody else's Markdown: known keys are used, everything else is none of our business. */
import type { Dated } from '../briefings/document.ts';
import { findLinks, webAddress } from './extract-sources.ts';
import { findDates } from './find-dates.ts';
import type { FrontMatter } from './read-front-matter.ts';
import { cleanText } from './tree-text.ts';

export interface ArticleFrontMatter {
  title: string | null;
  byline: string | null;
  publishedOn: Dated | null;
  language: string | null;
  summary: string | null;
  url: string | null;
  publisher: string | null;
  topics: string[];
}

export function readArticleFrontMatter(frontMatter: FrontMatter | null): ArticleFrontMatter {
  const values = entries(frontMatter?.value);
  const text = (...keys: string[]): string | null => {
    for (const key of keys) {
      const value = toText(values.get(key));
      if (value !== null) return value;
    }
    return null;
  };
  return {
    title: text('title', 'headline'),
    byline: text('author', 'authors', 'byline', 'creator'),
    publishedOn: readDate(
      text('date', 'published', 'publishedat', 'published_at', 'pubdate', 'datepublished'),
    ),
    language: readLanguage(text('lang', 'language', 'locale')),
    summary: text('description', 'summary', 'excerpt', 'abstract', 'subtitle'),
    url: readUrl(text('url', 'canonical', 'canonical_url', 'link', 'source', 'permalink')),
    publisher: text('publisher', 'site', 'site_name', 'sitename', 'publication'),
    topics: ['tags', 'keywords', 'topics', 'categories', 'category'].flatMap((key) =>
      toList(values.get(key)),
    ),
  };
}

function entries(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]));
}

const MAX_VALUE = 500;

function toText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return cleanText(value).slice(0, MAX_VALUE).toWellFormed() || null;
  if (Array.isArray(value)) {
    const parts = value
      .slice(0, 20)
      .map(toText)
      .filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join(', ').slice(0, MAX_VALUE).toWellFormed();
  }
  // "author: { name: … }"
  if (typeof value === 'object' && value !== null && 'name' in value) return toText(value.name);
  return null;
}

function toList(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.slice(0, 100).map(toText) : (toText(value)?.split(',') ?? []);
  return parts
    .map((part) => part?.trim().replace(/^#/, '') ?? '')
    .filter((part) => part !== '' && part.length <= 60);
}

function readDate(text: string | null): Dated | null {
  return text === null ? null : (findDates(text)[0]?.dated ?? null);
}

function readLanguage(text: string | null): string | null {
  const tag = text?.replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

function readUrl(text: string | null): string | null {
  if (text === null) return null;
  return webAddress(text) ?? findLinks({ type: 'text', value: text })[0]?.url ?? null;
}
