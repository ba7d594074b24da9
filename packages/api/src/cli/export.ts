import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { briefings, revisions } from '../briefings/table.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { faqEntries } from '../faq/table.ts';
import { writeBriefing, writeFaqEntry } from '../import/library/write-markdown.ts';
import { checkCommunity } from './check-community.ts';
import type { CommandContext } from './command-context.ts';

export function addExportCommand(program: Command, context: CommandContext): void {
  program
    .command('export')
    .description('write the briefings and FAQ entries of a community as Markdown that import reads back')
    .argument('<folder>', 'where to: briefings/<slug>.md and faq/<slug>.md')
    .option('--community <id>', 'the community whose content to write', LIBRARY_ID)
    .action(async (folder: string, { community }: { community: string }) => {
      const files = await context.withDatabase(async (db) => {
        await checkCommunity(db, community);
        return [...(await briefingFiles(db, community)), ...(await faqFiles(db, community))];
      });
      for (const { name, text } of files) {
        const file = path.join(folder, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      context.print(`Wrote ${files.length} ${files.length === 1 ? 'file' : 'files'} to ${folder}.`);
    });
}

interface ExportedFile {
  name: string;
  text: string;
}

/** As editors see them: the head revision. */
async function briefingFiles({ orm }: Database, communityId: string): Promise<ExportedFile[]> {
  const rows = await orm
    .select({ slug: briefings.slug, revision: revisions })
    .from(briefings)
    .innerJoin(revisions, eq(revisions.id, briefings.headRevisionId))
    .where(eq(briefings.communityId, communityId))
    .orderBy(asc(briefings.slug));
  return rows.map(({ slug, revision: { document, createdBy, reviewedBy, importedFrom } }) => ({
    name: `briefings/${slug}.md`,
    text: writeBriefing({ slug, document, provenance: { createdBy, reviewedBy, importedFrom } }),
  }));
}

const replacements = alias(faqEntries, 'replacements');

async function faqFiles({ orm }: Database, communityId: string): Promise<ExportedFile[]> {
  const rows = await orm
    .select({ entry: faqEntries, briefing: briefings.slug, replacedBy: replacements.slug })
    .from(faqEntries)
    .leftJoin(briefings, eq(briefings.id, faqEntries.briefingId))
    .leftJoin(replacements, eq(replacements.id, faqEntries.replacedById))
    .where(eq(faqEntries.communityId, communityId))
    .orderBy(asc(faqEntries.slug));
  return rows.map(({ entry, briefing, replacedBy }) => {
    const { slug, language, aliases, topics, sectionId, pinned, question, answer } = entry;
    const { verifiedBy, verifiedAt, reviewIntervalDays, status, generatedBy, createdBy, importedFrom } =
      entry;
    const text = writeFaqEntry({
      kind: 'faq',
      slug,
      language,
      aliases,
      topics,
      briefing,
      section: sectionId,
      pinned,
      verifiedBy,
      verifiedAt: verifiedAt?.toISOString() ?? null,
      reviewIntervalDays,
      obsolete: status === 'OBSOLETE',
      replacedBy,
      generatedBy,
      createdBy,
      importedFrom,
      question,
      answer,
    });
    return { name: `faq/${slug}.md`, text };
  });
}
