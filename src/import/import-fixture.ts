/** What tests of imports share: a machine without outside programs, a file with nothing beside it, and a policy as the draft. */
import type { ImportOptions } from './import-file.ts';
import type { ReaderContext, RunProgram } from './source-document.ts';

/** A machine on which no outside program is installed. */
export const noProgram: RunProgram = async () => ({ status: 'missing' });

/** The context of a reader. */
export const readerContext = (fileName: string, runProgram: RunProgram = noProgram): ReaderContext => ({
  fileName,
  readBeside: () => undefined,
  runProgram,
});

/** Options of an import as a policy, on a site without contacts. */
export const importOptions: ImportOptions = {
  collection: 'policies',
  contacts: [],
  picturesAt: '/images/x/',
  readBeside: () => undefined,
  runProgram: noProgram,
};
