/** Converts documents of the office formats to drafts. */
export { ImportError } from './import-error.ts';
export { type Imported, importFile, MAX_FILE_BYTES } from './import-file.ts';
export { runProgram } from './outside-programs.ts';
export { slugFromTitle } from './slug-from-title.ts';
