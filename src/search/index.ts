/** Search: the index that is built beside the pages, and the words it is built from. */
export { INDEX_FOLDER, openSearchIndex, type SearchIndex } from './build-index.ts';
export { bundleCardSearch } from './card-script.ts';
export { foundAddresses, recordTypes } from './record.ts';
export { letterId, letterPlace, titleLetter } from './title-letter.ts';
