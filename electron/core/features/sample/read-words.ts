import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWordsSchema, type SampleWords } from '#shared/domain/sample/words.ts';

/** @param resourcesDir the program's own resources, so that what does not fit is a fault of the program */
export function readSampleWords(resourcesDir: string): SampleWords {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(resourcesDir, 'sample', `${name}.json`), 'utf8'));
  return sampleWordsSchema.parse(Object.fromEntries(['companies', 'people', 'catalogue', 'talk'].map((name) => [name, read(name)])));
}
