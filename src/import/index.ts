/** Converts Word files, web pages and plain text to drafts. */
export { ImportError, type Imported, importFile, MAX_FILE_BYTES } from './import-file.ts';
export { slugFromTitle } from './slug-from-title.ts';
