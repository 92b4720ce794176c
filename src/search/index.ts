/** Search: the index that is built beside the pages, and the words it is built from. */
export { INDEX_FOLDER, openSearchIndex, type SearchIndex } from './build-index.ts';
export { bundleCardSearch } from './card-script.ts';
export { FRAUD_PHONE } from './fraud.ts';
export { nationalLines } from './national-lines.ts';
export { countRecords, foundAddresses } from './record.ts';
export { recordTypes } from './record-types.ts';
export { letterId, letterPlace, titleLetter } from './title-letter.ts';
