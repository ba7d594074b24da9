/** Gives the API its copy of the operations by their ids: the only thing it knows of the bot. */
import { copyFile } from 'node:fs/promises';

await copyFile(
  new URL('../src/api/generated/persisted-documents.json', import.meta.url),
  new URL('../../api/bot-operations.json', import.meta.url),
);
