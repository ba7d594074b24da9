/** A program of its own: raises the library's version in the file of its first argument, as often as its second says. */
import { openDatabase } from '@communique/api/database/client';
import { migrateDatabase } from '@communique/api/database/migrate';
import { raiseContentVersion } from '@communique/api/database/raise-content-version';

const [, , path = '', times = '0'] = process.argv;
const db = await openDatabase(path);
await migrateDatabase(db, new Date());
for (let number = 0; number < Number(times); number += 1)
  await db.write([raiseContentVersion(db.orm, 'library')]);
db.close();
