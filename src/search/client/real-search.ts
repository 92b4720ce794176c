/**
 * The search as the phone has it, over records in a folder, for tests: the index as the build writes it, Pagefind's own part for
 * the browser, and the code of the phone. Only the network is another.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineFiles } from '../build-index.ts';
import { characterTables } from '../characters.ts';
import { packedContent, pagefindFiles } from '../pagefind-files.ts';
import { postingsOf } from '../postings.ts';
import type { SearchRecord } from '../record.ts';
import { RANKING } from './answer-questions.ts';
import { type Asked, ask } from './ask.ts';
import { ENGINE_FILES, type Pagefind } from './pagefind.ts';
import { createReadings } from './readings.ts';

/** A record with what is given, and nothing else. */
export function recordOf(address: string, given: Partial<SearchRecord> & { title: string }): SearchRecord {
  return {
    address,
    facts: { title: given.title, type: 'notice', starts: '2099-01-01' },
    keywords: [],
    lead: '',
    text: '',
    filters: { type: 'notice', action: [], audience: [], place: ['*'], open: ['yes'] },
    ...given,
  };
}

/** Writes an index of the records into an empty folder, and gives what asks it. One at a time: Pagefind's part has one index. */
export async function openRealSearch(
  records: readonly SearchRecord[],
  folder: string,
): Promise<(query: string) => Promise<Asked & { addresses: string[] }>> {
  const index = pagefindFiles(records, postingsOf(records)).map((file) => ({
    path: file.path,
    content: packedContent(file),
  }));
  for (const { path, content } of [...index, ...(await engineFiles()), ...characterTables()]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const code = join(folder, ENGINE_FILES.code.replace(/js$/, 'mjs'));
  writeFileSync(code, withoutNetwork(readFileSync(join(folder, ENGINE_FILES.code), 'utf8')));
  const pagefind = (await import(/* @vite-ignore */ pathToFileURL(code).href)) as Pagefind;
  await pagefind.options({ basePath: `${folder}/`, baseUrl: '/', ranking: RANKING });
  await pagefind.init();
  const readings = createReadings(async (name) => readFileSync(join(folder, name), 'utf8'));
  return async (query) => {
    const answer = await ask(query, {}, 6, {
      pagefind,
      readings,
      pages: records.length,
      today: '2026-11-27',
      isOver: () => false,
      isStale: async () => false,
    });
    if (answer === undefined) throw new Error('A question that nobody took back went without an answer.');
    return { ...answer, addresses: answer.hits.map(({ address }) => address) };
  };
}

/** Pagefind's part for the browser, reading from the folder what it would fetch. */
function withoutNetwork(code: string): string {
  return `import { readFileSync } from 'node:fs';
const fetch = async (url) => new Response(readFileSync(String(url).replace(/\\?.*$/, '')));
${code}`;
}
