import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { driveCore } from '#tests/builders/driven-core.ts';
import { searchFigures } from './search.ts';
import { printFigures } from './compare.ts';
const d = driveCore(mkdtempSync(join(tmpdir(), 'zz-')));
printFigures(await searchFigures(d, { texts: Number(process.argv[2]), queries: 200 }));
await d.core.close();
